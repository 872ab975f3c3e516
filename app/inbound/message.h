#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

#include <utility>
#include <vector>

/// One HTTP request as a server of ours got it. All of it is foreign text.
struct InboundRequest
{
    QByteArray method; ///< upper case
    QByteArray target; ///< as sent: path and query, still percent-encoded
    QByteArray path; ///< as sent, still percent-encoded
    QUrlQuery query;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const
    {
        return headers.value(lowerCaseName);
    }
    [[nodiscard]] QString queryValue(const QString &name) const
    {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    }
    /// The parts between the slashes, percent-decoded.
    [[nodiscard]] QStringList pathParts() const;
};

/// What a server of ours answers.
struct InboundReply
{
    int status = 200;
    QByteArray contentType; ///< empty: no such header
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< further ones
    QByteArray body;
};

/// The status line and the headers, up to the empty line before the body.
[[nodiscard]] QByteArray headOf(const InboundReply &reply, bool keepAlive);
