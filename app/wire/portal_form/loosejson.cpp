#include "wire/portal_form/loosejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace wire::portal_form {

namespace {

using Members = QHash<QString, QString>;

std::optional<Members> strictMembers(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return std::nullopt;
    Members members;
    const QJsonObject object = document.object();
    for (const QString &name : {u"success"_s, u"message"_s, u"value"_s}) {
        const QJsonValue value = object.value(name);
        if (value.isBool())
            members.insert(name, value.toBool() ? u"true"_s : u"false"_s);
        else if (value.isString())
            members.insert(name, value.toString());
    }
    return members;
}

/// Reads one member after the other from between the braces.
class LooseReader
{
public:
    explicit LooseReader(QString inside)
        : m_text(std::move(inside))
    {
    }

    std::optional<Members> read()
    {
        Members members;
        while (m_at < m_text.size()) {
            const auto name = match(nameAndColon());
            const auto value = name ? readValue() : std::nullopt;
            if (!value)
                return std::nullopt;
            if (members.value(*name, *value) != *value)
                return std::nullopt;
            members.insert(*name, *value);
        }
        return members;
    }

private:
    /// What the pattern's first group holds at this place, which is left behind.
    std::optional<QString> match(const QRegularExpression &pattern)
    {
        const QRegularExpressionMatch found = pattern.match(m_text, m_at,
            QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!found.hasMatch())
            return std::nullopt;
        m_at = found.capturedEnd();
        return found.captured(1);
    }

    std::optional<QString> readValue()
    {
        if (!QStringView(m_text).sliced(m_at).startsWith(u'"'))
            return readBareValue();
        static const QRegularExpression quoted(uR"x(("(?:[^"\\]|\\.)*+")\s*(?:,|$))x"_s);
        const auto value = match(quoted);
        if (!value)
            return std::nullopt;
        return QJsonDocument::fromJson('[' + value->toUtf8() + ']').array().at(0).toString();
    }

    /// Up to the next name, or to the end.
    std::optional<QString> readBareValue()
    {
        static const QRegularExpression next(u",(?=\\s*\"?(?:success|message|value)\"?\\s*:)"_s);
        const QRegularExpressionMatch found = next.match(m_text, m_at);
        const qsizetype end = found.hasMatch() ? found.capturedStart() : m_text.size();
        const QString value = m_text.mid(m_at, end - m_at).trimmed();
        m_at = found.hasMatch() ? found.capturedEnd() : end;
        return value;
    }

    static const QRegularExpression &nameAndColon()
    {
        static const QRegularExpression pattern(u"\\s*\"?([A-Za-z]+)\"?\\s*:\\s*"_s);
        return pattern;
    }

    QString m_text;
    qsizetype m_at = 0;
};

} // namespace

std::optional<QHash<QString, QString>> looseMembers(const QByteArray &body)
{
    if (auto members = strictMembers(body))
        return members;
    constexpr qsizetype longest = 64 * 1024;
    const QString text = QString::fromUtf8(body.left(longest + 1)).trimmed();
    if (body.size() > longest || !text.startsWith(u'{') || !text.endsWith(u'}') || text.size() < 2)
        return std::nullopt;
    return LooseReader(text.mid(1, text.size() - 2)).read();
}

} // namespace wire::portal_form
