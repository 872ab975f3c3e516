#include "net/namchannel.h"

#include "net/namexchange.h"
#include "net/oneshotbody.h"

#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace {

QByteArray methodOf(HttpRequest::Verb verb)
{
    switch (verb) {
    case HttpRequest::Verb::Get:
        return "GET";
    case HttpRequest::Verb::Post:
        return "POST";
    case HttpRequest::Verb::Put:
        return "PUT";
    case HttpRequest::Verb::Patch:
        return "PATCH";
    case HttpRequest::Verb::Delete:
        return "DELETE";
    }
    Q_UNREACHABLE();
}

/// User info in an address would be sent as a password and logged as part of it: it is dropped.
QUrl cleanBase(QUrl url)
{
    url.setUserInfo({});
    url.setQuery(QString());
    url.setFragment({});
    return url.adjusted(QUrl::StripTrailingSlash);
}

} // namespace

NamChannel::NamChannel(QUrl baseUrl, const QByteArray &pinnedSha256, QObject *parent)
    : HttpChannel(parent)
    , m_baseUrl(cleanBase(std::move(baseUrl)))
    , m_trust(pinnedSha256)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setProxy(QNetworkProxy::NoProxy);
}

NamChannel::~NamChannel()
{
    // Before the access manager goes, which their replies report to.
    qDeleteAll(findChildren<NamExchange *>(Qt::FindDirectChildrenOnly));
}

Job<HttpReply> *NamChannel::send(const HttpRequest &request)
{
    if (m_baseUrl.scheme() != "https"_L1 || m_baseUrl.host().isEmpty())
        return Job<HttpReply>::settled(
            fail(Failure::Kind::InvalidInput, u"a controller is reached by https only"_s), this);
    auto *job = new Job<HttpReply>(this);
    auto *exchange = new NamExchange(start(request), request, m_trust, job, this);
    connect(exchange, &NamExchange::clockSeen, this,
        [this](std::chrono::milliseconds offset) { m_clockOffset = offset; });
    return job;
}

QUrl NamChannel::urlOf(const HttpRequest &request) const
{
    QUrl url = QUrl::fromEncoded(m_baseUrl.toEncoded() + request.path.toUtf8());
    if (!request.query.isEmpty())
        url.setQuery(request.query);
    return url;
}

QNetworkRequest NamChannel::prepared(const HttpRequest &request) const
{
    QNetworkRequest prepared(urlOf(request));
    prepared.setSslConfiguration(m_trust.configuration());
    prepared.setTransferTimeout(int(request.timeout.count()));
    prepared.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    prepared.setAttribute(
        QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    prepared.setRawHeader("User-Agent", "Gatehouse/" GATEHOUSE_VERSION);
    // A body of known length is written into one buffer, without a detour through Qt's queues.
    prepared.setAttribute(QNetworkRequest::MaximumDownloadBufferSizeAttribute, request.maxBytes);
    // Named by us, Qt leaves the body as it came and we inflate it within the request's limit.
    prepared.setRawHeader("Accept-Encoding", "gzip");
    for (const HttpHeader &header : request.headers)
        prepared.setRawHeader(header.name, header.value);
    if (!request.contentType.isEmpty())
        prepared.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    return prepared;
}

QNetworkReply *NamChannel::start(const HttpRequest &request)
{
    QNetworkRequest prepared = this->prepared(request);
    const QByteArray method = methodOf(request.verb);
    if (!request.isAction)
        return m_network.sendCustomRequest(prepared, method, request.body);
    prepared.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    prepared.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    auto *body = new OneShotBody(request.body);
    QNetworkReply *reply = m_network.sendCustomRequest(prepared, method, body);
    body->setParent(reply);
    return reply;
}

void NamChannel::forgetCookies()
{
    m_network.setCookieJar(new QNetworkCookieJar); // the access manager deletes the old one
}
