#include "sim/controllersimulator.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

QString spelledMac(quint64 mac, QLatin1StringView separator, bool upper)
{
    QString digits = u"%1"_s.arg(mac, 12, 16, QLatin1Char('0'));
    if (upper)
        digits = digits.toUpper();
    for (qsizetype at = 10; at > 0; at -= 2)
        digits.insert(at, separator);
    return digits;
}

std::optional<quint64> macSpelledAs(const QString &text, QLatin1StringView separator, bool upper)
{
    bool isHex = false;
    const quint64 mac = QString(text).remove(QChar(separator.front())).toULongLong(&isHex, 16);
    if (!isHex || spelledMac(mac, separator, upper) != text)
        return std::nullopt;
    return mac;
}

QUrl redirectTo(const QUrl &portal, const QList<std::pair<QString, QString>> &parameters)
{
    QByteArrayList query;
    for (const auto &[name, value] : parameters)
        query += name.toLatin1() + '=' + QUrl::toPercentEncoding(value);
    QUrl url = portal;
    if (url.path().isEmpty())
        url.setPath(u"/"_s);
    url.setQuery(QString::fromLatin1(query.join('&')));
    return url;
}

QString seededHex(quint32 seed, const QString &purpose, int digits)
{
    const QByteArray input = QByteArray::number(seed) + '/' + purpose.toUtf8();
    return QString::fromLatin1(
        QCryptographicHash::hash(input, QCryptographicHash::Sha512).toHex().first(digits));
}
