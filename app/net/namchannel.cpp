#include "net/namchannel.h"

#include "net/oneshotbody.h"
#include "net/requestline.h"

#ifdef GATEHOUSE_WEBSOCKETS
#include "net/namsocket.h"
#endif

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Of connectToHostEncrypted(): it asks for nothing, and nobody else holds it.
bool isWarmUp(const QNetworkReply &reply)
{
    return reply.url().scheme() == "preconnect-https"_L1;
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
    , m_peer{TlsTrust(pinnedSha256)}
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setProxy(QNetworkProxy::NoProxy);
    connect(&m_network, &QNetworkAccessManager::sslErrors, this, &NamChannel::judgeWarmUp);
    connect(&m_network, &QNetworkAccessManager::encrypted, this,
        [this](QNetworkReply *reply) { judgeWarmUp(reply, {}); });
    connect(&m_network, &QNetworkAccessManager::finished, this, [](QNetworkReply *reply) {
        if (isWarmUp(*reply))
            reply->deleteLater();
    });
}

NamChannel::~NamChannel()
{
    // Before the access manager goes, which their replies report to.
    qDeleteAll(findChildren<NamExchange *>(Qt::FindDirectChildrenOnly));
}

bool NamChannel::leadsSomewhere() const
{
    return m_baseUrl.scheme() == "https"_L1 && !m_baseUrl.host().isEmpty();
}

Job<HttpReply> *NamChannel::send(const HttpRequest &request)
{
    if (!leadsSomewhere())
        return Job<HttpReply>::settled(
            fail(Failure::Kind::InvalidInput, u"a controller is reached by https only"_s), this);
    auto *job = new Job<HttpReply>(this);
    auto *exchange = new NamExchange(
        [this](const HttpRequest &sent, bool mayUseHttp2) { return start(sent, mayUseHttp2); },
        request, m_peer, job, this);
    connect(exchange, &NamExchange::peerRefused, this, &NamChannel::giveUpOn);
    return job;
}

/// Over HTTP/2 fewer than the 100 that every server of note takes, for what waits in Qt is lost
/// with any one of them that is given up.
int NamChannel::requestsAtOnce() const
{
    constexpr int streams = 64;
    return m_peer.speaksHttp2 ? streams : HttpChannel::requestsAtOnce();
}

void NamChannel::warmUp(int connections)
{
    if (!leadsSomewhere())
        return;
    constexpr int httpsPort = 443;
    QSslConfiguration configuration = m_peer.trust.configuration();
    configuration.setAllowedNextProtocols(
        {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
    const int wanted = m_peer.speaksHttp2 ? 1 : std::min(connections, requestsAtOnce());
    for (int i = 0; i < wanted; ++i)
        m_network.connectToHostEncrypted(
            m_baseUrl.host(), quint16(m_baseUrl.port(httpsPort)), configuration);
}

/// As NamExchange does for its own request: a connection that was opened ahead is judged once.
void NamChannel::judgeWarmUp(QNetworkReply *reply, const QList<QSslError> &errors)
{
    if (!isWarmUp(*reply))
        return;
    const auto refusal = m_peer.trust.judge(reply->sslConfiguration().peerCertificate(), errors);
    if (!refusal)
        return reply->ignoreSslErrors(errors);
    if (!errors.isEmpty())
        return; // nothing was forgiven: it ends here, and what waited for it
    reply->abort();
    giveUpOn(*refusal);
}

void NamChannel::giveUpOn(const Failure &refusal)
{
    for (NamExchange *exchange : findChildren<NamExchange *>(Qt::FindDirectChildrenOnly))
        exchange->giveUp(refusal);
}

/// Without Qt WebSockets nothing is told by itself, and polls find out at their pace.
MessageSocket *NamChannel::openSocket(const QString &path, QObject *parent)
{
#ifdef GATEHOUSE_WEBSOCKETS
    if (!leadsSomewhere())
        return nullptr;
    QUrl url = urlOf(path);
    QByteArrayList cookies;
    for (const QNetworkCookie &cookie : m_network.cookieJar()->cookiesForUrl(url))
        cookies.append(cookie.toRawForm(QNetworkCookie::NameAndValueOnly));
    url.setScheme(u"wss"_s);
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", "Gatehouse/" GATEHOUSE_VERSION);
    if (!cookies.isEmpty())
        request.setRawHeader("Cookie", cookies.join("; "));
    return new NamSocket(request, m_peer.trust.pinnedSha256(), parent);
#else
    return HttpChannel::openSocket(path, parent);
#endif
}

QUrl NamChannel::urlOf(const QString &path) const
{
    return QUrl::fromEncoded(m_baseUrl.toEncoded() + path.toUtf8());
}

QNetworkRequest NamChannel::prepared(const HttpRequest &request) const
{
    QUrl url = urlOf(request.path);
    if (!request.query.isEmpty())
        url.setQuery(request.query);
    QNetworkRequest prepared(url);
    prepared.setSslConfiguration(m_peer.trust.configuration());
    prepared.setTransferTimeout(int(request.timeout.count()));
    prepared.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    prepared.setAttribute(
        QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
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

QNetworkReply *NamChannel::start(const HttpRequest &request, bool mayUseHttp2)
{
    QNetworkRequest prepared = this->prepared(request);
    prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, mayUseHttp2);
    if (request.verb == HttpRequest::Verb::Get && request.body.isEmpty())
        return m_network.get(prepared);
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
