#include "core/http.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

QByteArray HttpReply::header(QByteArrayView name) const
{
    for (const HttpHeader &header : headers)
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    return {};
}

std::optional<std::chrono::seconds> HttpReply::retryAfter() const
{
    const QByteArray value = header("Retry-After").trimmed();
    bool isNumber = false;
    const int seconds = value.toInt(&isNumber);
    if (isNumber && seconds >= 0)
        return std::chrono::seconds(seconds);
    const QDateTime until = QDateTime::fromString(QString::fromLatin1(value), Qt::RFC2822Date);
    const QDateTime now
        = QDateTime::fromString(QString::fromLatin1(header("Date")), Qt::RFC2822Date);
    if (!until.isValid())
        return std::nullopt;
    const QDateTime reference = now.isValid() ? now : QDateTime::currentDateTimeUtc();
    return std::chrono::seconds(std::max<qint64>(0, reference.secsTo(until)));
}
