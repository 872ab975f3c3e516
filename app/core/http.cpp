#include "core/http.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

QByteArray HttpReply::header(QByteArrayView name) const
{
    for (const HttpHeader &header : headers)
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    return {};
}

std::optional<QDateTime> fromHttpDate(QByteArrayView text)
{
    // Qt's RFC 2822 reader wants a numeric zone and refuses the "GMT" that every HTTP server sends.
    QString spelled = QString::fromLatin1(text.trimmed());
    if (spelled.endsWith(" GMT"_L1, Qt::CaseInsensitive))
        spelled.replace(spelled.size() - 3, 3, u"+0000"_s);
    const QDateTime time = QDateTime::fromString(spelled, Qt::RFC2822Date);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

std::optional<std::chrono::seconds> HttpReply::retryAfter() const
{
    const QByteArray value = header("Retry-After").trimmed();
    bool isNumber = false;
    const int seconds = value.toInt(&isNumber);
    if (isNumber && seconds >= 0)
        return std::chrono::seconds(seconds);
    const std::optional<QDateTime> until = fromHttpDate(value);
    if (!until)
        return std::nullopt;
    const QDateTime reference
        = fromHttpDate(header("Date")).value_or(QDateTime::currentDateTimeUtc());
    return std::chrono::seconds(std::max<qint64>(0, reference.secsTo(*until)));
}
