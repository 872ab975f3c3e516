#include "net/namexchange.h"

#include "net/networkfailure.h"
#include "net/requestline.h"

#include <QLoggingCategory>
#include <QSharedPointer>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(netLog, "gatehouse.net", QtInfoMsg)

namespace {

Failure tooLong(qint64 maxBytes)
{
    return {Failure::Kind::UnreadableReply, u"the body is longer than %1 bytes"_s.arg(maxBytes)};
}

/// Where Qt's network thread writes a body that came with its length; null for all others.
QSharedPointer<char> bufferOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::DownloadBufferAttribute).value<QSharedPointer<char>>();
}

} // namespace

NamExchange::NamExchange(
    Send send, HttpRequest request, Peer &peer, Job<HttpReply> *job, QObject *parent)
    : QObject(parent)
    , m_send(std::move(send))
    , m_request(std::move(request))
    , m_peer(peer)
    , m_job(job)
{
    m_timer.start();
    // That an action goes out once is proven for HTTP/1.1 only.
    this->send(m_request.verb == HttpRequest::Verb::Get && !m_request.isAction);
    connect(job, &JobBase::cancelled, this, &NamExchange::abandon);
    connect(job, &QObject::destroyed, this, &NamExchange::abandon);
}

void NamExchange::send(bool mayUseHttp2)
{
    m_mayUseHttp2 = mayUseHttp2;
    m_onItsWay = m_connecting = m_handshakeDone = m_peerSpokeTls = false;
    m_reply = m_send(m_request, mayUseHttp2);
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::sslErrors, this, &NamExchange::judgeErrors);
    connect(m_reply, &QNetworkReply::encrypted, this, &NamExchange::judgeHandshake);
    connect(
        m_reply, &QNetworkReply::socketStartedConnecting, this, [this] { m_connecting = true; });
    connect(m_reply, &QNetworkReply::requestSent, this, &NamExchange::setOut);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &NamExchange::judgeHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &NamExchange::gather);
    connect(m_reply, &QNetworkReply::finished, this, &NamExchange::finish);
}

NamExchange::~NamExchange()
{
    m_reply->disconnect(this);
    delete m_reply; // ends the request
}

void NamExchange::judgeErrors(const QList<QSslError> &errors)
{
    const QSslCertificate seen = m_reply->sslConfiguration().peerCertificate();
    m_peerSpokeTls = !seen.isNull();
    m_refusal = m_peer.trust.judge(seen, errors);
    if (!m_refusal)
        m_reply->ignoreSslErrors(errors);
}

/// The second wall: whatever a TLS backend makes of an empty list of authorities, nothing is sent
/// to a certificate that is not the pinned one. The connection waits for this slot before it
/// writes. Requests that wait for the same connection are not asked, and so are told.
void NamExchange::judgeHandshake()
{
    m_peerSpokeTls = true;
    const auto refusal = m_peer.trust.judge(m_reply->sslConfiguration().peerCertificate(), {});
    if (refusal) {
        refuse(*refusal);
        Q_EMIT peerRefused(*refusal);
        return;
    }
    m_handshakeDone = true;
}

void NamExchange::giveUp(const Failure &refusal)
{
    if (m_mayUseHttp2 && !m_handshakeDone && status() == 0 && m_reply->isRunning())
        refuse(refusal);
}

void NamExchange::refuse(const Failure &failure)
{
    m_refusal = failure;
    m_reply->abort();
}

/// What says beforehand that it is too long is not read at all.
void NamExchange::judgeHead()
{
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_request.maxBytes)
        refuse(tooLong(m_request.maxBytes));
}

/// A body of known length is being written into one buffer: see takeBody().
void NamExchange::gather()
{
    if (bufferOf(*m_reply))
        return;
    const qint64 room = m_request.maxBytes + 1 - m_body.size();
    m_body.append(m_reply->read(std::min(room, m_reply->bytesAvailable())));
    if (m_body.size() > m_request.maxBytes)
        refuse(tooLong(m_request.maxBytes));
}

/// Qt 6.4 drops all requests that wait for an HTTP/2 connection when one of them is given up. What
/// may be among them therefore goes on until it has been sent.
void NamExchange::abandon()
{
    if (m_reply->isRunning() && (m_onItsWay || !m_mayUseHttp2))
        m_reply->abort();
}

void NamExchange::setOut()
{
    m_onItsWay = true;
    if (isGivenUp())
        abandon();
}

void NamExchange::finish()
{
    if (mayGoAgain()) {
        m_reply->disconnect(this);
        m_reply->deleteLater();
        return send(false);
    }
    if (!m_refusal && m_reply->isOpen())
        takeBody();
    if (!isAnswered() || !looksGzipped(m_body))
        return conclude();
    m_inflation.emplace(m_body, m_request.maxBytes);
    inflate();
}

/// An HTTP/2 connection that goes away (servers end one after so many requests) takes with it what
/// it has not answered, and Qt sends none of that again, as it does over HTTP/1.1.
bool NamExchange::mayGoAgain() const
{
    if (!m_mayUseHttp2 || !m_peer.speaksHttp2 || m_refusal || isGivenUp() || status() != 0)
        return false;
    switch (m_reply->error()) {
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolFailure:
        return true;
    default:
        return false;
    }
}

/// A long body is passed on where it lies; to copy a short one is cheaper than to keep its buffer.
void NamExchange::takeBody()
{
    constexpr qint64 longBody = 256 * 1024;
    const QSharedPointer<char> buffer = bufferOf(*m_reply);
    const qint64 length = m_reply->bytesAvailable();
    if (!buffer) {
        gather();
    } else if (length < longBody) {
        m_body = m_reply->read(length);
    } else {
        m_body = QByteArray::fromRawData(buffer.data(), length);
        m_bodyOwner = std::shared_ptr<const void>(buffer.data(), [buffer](const void *) {});
    }
}

/// In pieces of a few milliseconds, for whatever came may be a thousand times as long.
void NamExchange::inflate()
{
    constexpr qint64 piece = 1024 * 1024;
    const Result<bool> done = m_inflation->go(piece);
    if (done && !*done && !isGivenUp())
        return QTimer::singleShot(0, this, &NamExchange::inflate);
    if (!done)
        m_refusal = done.error();
    m_body = m_inflation->take();
    m_bodyOwner.reset();
    conclude();
}

void NamExchange::conclude()
{
    const Result<HttpReply> result = outcome();
    log(result);
    if (result)
        note(result.value());
    if (m_job)
        m_job->settle(result);
    m_reply->disconnect(this);
    deleteLater();
}

int NamExchange::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool NamExchange::isAnswered() const
{
    return !m_refusal && isHttpAnswer(m_reply->error(), status());
}

/// Over HTTP/2 Qt takes a body for whole when the server says that it is.
bool NamExchange::isCutShort() const
{
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    return m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool() && length.isValid()
        && !m_inflation && length.toLongLong() != m_body.size();
}

Result<HttpReply> NamExchange::outcome()
{
    if (!isAnswered())
        return fail(failure());
    if (isCutShort())
        return fail(Failure::Kind::UnreadableReply, u"the body is cut short"_s);
    HttpReply reply;
    reply.status = status();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        reply.headers.append({name, value});
    reply.body = std::move(m_body);
    reply.bodyOwner = std::move(m_bodyOwner);
    return reply;
}

Failure NamExchange::failure() const
{
    if (m_refusal)
        return *m_refusal;
    if (isGivenUp())
        return {Failure::Kind::Cancelled, u"cancelled"_s};
    if (m_reply->error() == QNetworkReply::SslHandshakeFailedError && !m_peerSpokeTls)
        if (const std::optional<Failure> shared = m_peer.trust.refusalSince(m_timer))
            return *shared;
    ExchangeProgress progress;
    // On a connection that lived already neither signal comes, and requestSent() only for some
    // requests: so only a new connection without a handshake proves that nothing went out.
    progress.mayHaveBeenSent = m_handshakeDone || !m_connecting;
    progress.peerSpokeTls = m_peerSpokeTls;
    progress.isAction = m_request.isAction;
    progress.status = status();
    const bool timedOut = m_reply->error() == QNetworkReply::OperationCanceledError;
    const QString words = timedOut ? u"nothing was heard for %1 ms"_s.arg(m_request.timeout.count())
                                   : m_reply->errorString();
    return networkFailure(m_reply->error(), words, progress);
}

void NamExchange::note(const HttpReply &reply)
{
    if (m_mayUseHttp2)
        m_peer.speaksHttp2 = m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    const std::optional<QDateTime> told = fromHttpDate(reply.header("Date"));
    if (!told)
        return;
    // The header counts whole seconds: on average it is half a second behind.
    constexpr int halfSecond = 500;
    const qint64 offset = QDateTime::currentDateTimeUtc().msecsTo(told->addMSecs(halfSecond));
    m_peer.clockOffset = std::chrono::milliseconds(offset);
}

void NamExchange::log(const Result<HttpReply> &result) const
{
    qCDebug(netLog).noquote() << redactedLine(m_request)
                              << (result ? QString::number(result->status) : result.error().detail)
                              << m_timer.elapsed() << "ms";
}
