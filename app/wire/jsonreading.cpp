#include "wire/jsonreading.h"

#include "wire/isotime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace wire {

namespace {

std::optional<qint64> integerIn(const QJsonValue &value)
{
    if (value.isString()) {
        bool isNumber = false;
        const qint64 number = value.toString().trimmed().toLongLong(&isNumber);
        return isNumber ? std::optional(number) : std::nullopt;
    }
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    constexpr double exact = 9007199254740992.0; // 2^53
    if (std::trunc(number) != number)
        return std::nullopt;
    if (std::abs(number) > exact)
        return std::nullopt;
    return value.toInteger();
}

} // namespace

JsonReading::JsonReading(const QByteArray &body)
{
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(body, &error);
    // One device with a broken name must not hide the whole list.
    if (error.error == QJsonParseError::IllegalUTF8String)
        document = QJsonDocument::fromJson(QString::fromUtf8(body).toUtf8(), &error);
    if (error.error != QJsonParseError::NoError) {
        complain(u"not JSON at byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
        return;
    }
    m_root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

JsonCursor JsonReading::root()
{
    return {this, m_root, {}};
}

void JsonReading::complain(const QString &what)
{
    if (!m_complaint)
        m_complaint = what;
}

JsonCursor::JsonCursor(JsonReading *reading, QJsonValue value, QString path)
    : m_reading(reading)
    , m_value(std::move(value))
    , m_path(std::move(path))
{
}

QString JsonCursor::pathOf(QLatin1StringView key) const
{
    return m_path.isEmpty() ? QString(key) : m_path + u'.' + key;
}

void JsonCursor::complain(const QString &what) const
{
    m_reading->complain((m_path.isEmpty() ? u"the answer"_s : m_path) + u' ' + what);
}

void JsonCursor::complainAt(QLatin1StringView key, const QString &what) const
{
    m_reading->complain(pathOf(key) + u' ' + what);
}

JsonCursor JsonCursor::at(QLatin1StringView key) const
{
    return {m_reading, m_value.toObject().value(key), pathOf(key)};
}

JsonCursor JsonCursor::requiredObject(QLatin1StringView key) const
{
    JsonCursor found = at(key);
    if (!found.isObject())
        found.complain(found.exists() ? u"is not an object"_s : u"is missing"_s);
    return found;
}

QList<JsonCursor> JsonCursor::requiredRows(QLatin1StringView key) const
{
    const JsonCursor found = at(key);
    if (!found.m_value.isArray())
        found.complain(found.exists() ? u"is not a list"_s : u"is missing"_s);
    return rows(key);
}

QList<JsonCursor> JsonCursor::rows(QLatin1StringView key) const
{
    const QJsonArray array = m_value.toObject().value(key).toArray();
    const QString path = pathOf(key);
    QList<JsonCursor> result;
    result.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i)
        result.append({m_reading, array.at(i), u"%1[%2]"_s.arg(path).arg(i)});
    return result;
}

QString JsonCursor::requiredText(QLatin1StringView key) const
{
    const JsonCursor found = at(key);
    if (!found.m_value.isString() || found.m_value.toString().isEmpty())
        found.complain(found.exists() ? u"is not a text"_s : u"is missing"_s);
    return found.m_value.toString();
}

qint64 JsonCursor::requiredInteger(QLatin1StringView key) const
{
    const std::optional<qint64> number = integer(key);
    if (!number)
        complainAt(key, at(key).exists() ? u"is not a whole number"_s : u"is missing"_s);
    return number.value_or(0);
}

QString JsonCursor::text(QLatin1StringView key) const
{
    return m_value.toObject().value(key).toString();
}

std::optional<qint64> JsonCursor::integer(QLatin1StringView key) const
{
    return integerIn(m_value.toObject().value(key));
}

std::optional<int> JsonCursor::smallInteger(QLatin1StringView key) const
{
    const std::optional<qint64> number = integer(key);
    if (!number || *number > std::numeric_limits<int>::max()
        || *number < std::numeric_limits<int>::min())
        return std::nullopt;
    return int(*number);
}

std::optional<bool> JsonCursor::boolean(QLatin1StringView key) const
{
    const QJsonValue value = m_value.toObject().value(key);
    if (value.isBool())
        return value.toBool();
    if (value.isString() && value.toString().compare("true"_L1, Qt::CaseInsensitive) == 0)
        return true;
    if (value.isString() && value.toString().compare("false"_L1, Qt::CaseInsensitive) == 0)
        return false;
    return std::nullopt;
}

std::optional<QDateTime> JsonCursor::isoTime(QLatin1StringView key) const
{
    return fromIsoTime(text(key));
}

std::optional<QDateTime> JsonCursor::msTime(QLatin1StringView key) const
{
    const std::optional<qint64> ms = integer(key);
    constexpr qint64 latest = 253402300799999; // the end of year 9999
    if (!ms || *ms <= 0 || *ms > latest)
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(*ms, Qt::UTC);
}

} // namespace wire
