#pragma once

#include "core/job.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <memory>
#include <optional>

class MessageSocket;

/// One header line. A secret one is sent but never logged.
struct HttpHeader
{
    QByteArray name;
    QByteArray value;
    bool secret = false;
};

/// One request to a controller, below its base URL.
struct HttpRequest
{
    enum class Verb { Get, Post, Put, Patch, Delete };

    Verb verb = Verb::Get;
    QString path; ///< appended to the base URL's path; begins with '/', each part percent-encoded
                  ///< already
    QUrlQuery query; ///< logged without its values
    QList<HttpHeader> headers;
    QByteArray contentType; ///< empty: no body
    QByteArray body; ///< never logged

    /// Changes the controller: sent at most once, whatever the connection does. Give it a body, for
    /// only a body that cannot be rewound keeps the network stack from sending it again.
    bool isAction = false;

    std::chrono::milliseconds timeout{20'000}; ///< of silence, not of the whole transfer
    /// A longer body, as it is sent or inflated, ends as UnreadableReply.
    qint64 maxBytes = 16 * 1024 * 1024;
};

/// Reads the date form of HTTP headers ("Sun, 06 Nov 1994 08:49:37 GMT", RFC 9110 5.6.7; numeric
/// zones too) as UTC.
[[nodiscard]] std::optional<QDateTime> fromHttpDate(QByteArrayView text);

/// What came back: any status is an answer. Header names are compared without case.
struct HttpReply
{
    int status = 0;
    QList<HttpHeader> headers;
    QByteArray body; ///< decompressed

    /// A long body lies in memory that this owns, without room behind it: whoever keeps the body
    /// longer than the reply keeps this too.
    std::shared_ptr<const void> bodyOwner = {};

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// From Retry-After, seconds or HTTP date.
    [[nodiscard]] std::optional<std::chrono::seconds> retryAfter() const;
};

/// A connection to one controller: TLS trust, cookies and redaction in one place. One per
/// controller.
class HttpChannel : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Never null. Fails with the kinds from HostNotFound to NoAnswer and UnreadableReply (too
    /// large, broken compression, cut short for a request that changes nothing); every HTTP status
    /// settles as a value.
    [[nodiscard]] virtual Job<HttpReply> *send(const HttpRequest &request) = 0;

    [[nodiscard]] virtual QUrl baseUrl() const = 0;

    /// The controller's clock minus ours, from the Date header of its latest reply; 0 before the
    /// first.
    [[nodiscard]] virtual std::chrono::milliseconds clockOffset() const = 0;

    /// How many requests that change nothing are on their way together before a further one only
    /// waits for them. More once a controller has answered by HTTP/2.
    [[nodiscard]] virtual int requestsAtOnce() const { return 6; }

    /// Sees to it that so many connections are open, or as many as requestsAtOnce() takes, so that
    /// the pages of a list need not wait for handshakes. Sends nothing over them, and says nothing
    /// when that fails: the requests will.
    virtual void warmUp(int connections) { Q_UNUSED(connections) }

    /// A WebSocket with the trust and the cookies of this channel; path as of a request. Null where
    /// there is no such thing. Owned by parent.
    [[nodiscard]] virtual MessageSocket *openSocket(const QString &path, QObject *parent)
    {
        Q_UNUSED(path)
        Q_UNUSED(parent)
        return nullptr;
    }

    /// Drops all cookies, before another sign-in: a controller may take the old session's for its
    /// own.
    virtual void forgetCookies() = 0;
};

/// The certificate a server presents, and what the system makes of it.
struct TlsPeer
{
    QByteArray sha256; ///< 32 bytes
    QString subject; ///< its common name; foreign text
    QString issuer;
    QDateTime validUntil; ///< UTC
    bool trusted = false; ///< the system's authorities and the host name agree
};

/// Looks at a server's certificate without sending it anything.
class CertificateReader : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    [[nodiscard]] virtual Job<TlsPeer> *read(const QUrl &url) = 0;
};

/// Makes channels: the one way by which drivers and detection come to a network.
class ChannelFactory
{
public:
    virtual ~ChannelFactory() = default;

    /// pinnedSha256 empty: the system's trust decides. The caller's parent owns the channel.
    [[nodiscard]] virtual HttpChannel *open(
        const QUrl &baseUrl, const QByteArray &pinnedSha256, QObject *parent)
        = 0;
};
