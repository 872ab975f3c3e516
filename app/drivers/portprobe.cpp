#include "drivers/portprobe.h"

#include "wire/eap2/presence.h"
#include "wire/omadainfo.h"
#include "wire/unifi_classic/presence.h"
#include "wire/unifi_integration/replies.h"
#include "wire/unifi_integration/requests.h"

#include <QVersionNumber>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
namespace classic = wire::unifi_classic;
namespace eap = wire::eap2;
namespace unifi = wire::unifi_integration;

namespace {

/// What an Omada controller of this version can be spoken to in, best first.
QList<Generation> generationsOf(const QString &version)
{
    const QVersionNumber number = QVersionNumber::fromString(version);
    if (number >= QVersionNumber(5, 12))
        return {Generation::OmadaOpenApi, Generation::Omada5};
    return {number >= QVersionNumber(5) ? Generation::Omada5 : Generation::Omada4};
}

constexpr int httpsPort = 443;
constexpr auto selfHostedPath = "/integration/v1"_L1;

} // namespace

Job<DetectedController> *PortProbe::probe(
    const QUrl &url, ChannelFactory &channels, CertificateReader &certificates, QObject *parent)
{
    auto *job = new Job<DetectedController>(parent);
    auto *probe = new PortProbe(url, channels, job);
    Job<TlsPeer> *seen = certificates.read(url);
    seen->then(probe, [probe](const Result<TlsPeer> &peer) {
        if (peer)
            probe->certificateSeen(*peer);
        else
            probe->settle(fail(peer.error()));
    });
    connect(job, &JobBase::cancelled, seen, &JobBase::cancel);
    return job;
}

PortProbe::PortProbe(const QUrl &url, ChannelFactory &channels, Job<DetectedController> *job)
    : QObject(job)
    , m_channels(channels)
    , m_job(job)
{
    m_found.url = url;
}

void PortProbe::certificateSeen(const TlsPeer &peer)
{
    m_found.peer = peer;
    m_channel = m_channels.open(m_found.url, peer.sha256, this);
    if (m_found.url.path().isEmpty())
        askOmada();
    else
        askUnifi(); // only UniFi has its API below a path
}

void PortProbe::ask(HttpRequest request, Handler handler)
{
    request.timeout = 8s;
    request.maxBytes = 1024 * 1024;
    Job<HttpReply> *sent = m_channel->send(request);
    sent->then(this, [this, handler = std::move(handler)](const Result<HttpReply> &reply) {
        // Bodies too large or cut short belong to something else; go on to the next question.
        if (reply)
            handler(*reply);
        else if (reply.error().kind == Failure::Kind::UnreadableReply)
            handler({});
        else
            settle(fail(reply.error()));
    });
    connect(m_job, &JobBase::cancelled, sent, &JobBase::cancel);
}

void PortProbe::askOmada()
{
    ask(wire::omadaInfoRequest(), [this](const HttpReply &reply) {
        const Result<wire::OmadaInfo> info = wire::readOmadaInfo(reply);
        if (info)
            foundOmada(info->omadacId, info->version);
        else
            askUnifi();
    });
}

void PortProbe::askUnifi()
{
    const QString path = unifi::apiPath(m_found.url);
    ask(unifi::probe(path), [this, path](const HttpReply &reply) {
        const unifi::Presence presence = unifi::readProbe(reply);
        const bool isSelfHosted = (m_found.url.path() + path) == selfHostedPath;
        if (presence == unifi::Presence::Forbids && isSelfHosted)
            return askVersion();
        if (presence != unifi::Presence::None)
            return foundIntegration();
        constexpr int badGateway = 502;
        constexpr int gatewayTimeout = 504;
        if (reply.status >= badGateway && reply.status <= gatewayTimeout)
            return settle(fail(Failure::Kind::Busy, u"HTTP %1"_s.arg(reply.status)));
        constexpr int ok = 200;
        m_answersAnything = reply.status == ok;
        askSelfHosted();
    });
}

void PortProbe::askSelfHosted()
{
    if (!m_found.url.path().isEmpty())
        return foundNothing();
    if (unifi::apiPath(m_found.url) == selfHostedPath)
        return askFrontPage();
    ask(unifi::probe(selfHostedPath), [this](const HttpReply &reply) {
        const unifi::Presence presence = unifi::readProbe(reply);
        if (presence == unifi::Presence::None)
            return askFrontPage();
        if (presence == unifi::Presence::Forbids)
            return askVersion();
        m_found.url.setPath(selfHostedPath);
        foundIntegration();
    });
}

/// Those that have no interface for strangers are known by how they receive a browser.
void PortProbe::askFrontPage()
{
    ask(classic::frontPage(), [this](const HttpReply &reply) {
        switch (classic::readFrontPage(reply)) {
        case classic::FrontPage::SelfHosted:
            return askVersion();
        case classic::FrontPage::UnifiOs:
            return m_answersAnything ? foundNothing() : foundClassic({});
        case classic::FrontPage::None:
            break;
        }
        const QUrl signIn = eap::readFrontPage(reply);
        const bool goesElsewhere = !signIn.host().isEmpty()
            && (signIn.host() != m_found.url.host()
                || signIn.port(httpsPort) != m_found.url.port(httpsPort));
        if (signIn.isEmpty())
            return foundNothing();
        if (goesElsewhere)
            return foundEap(eap::Product::Untold);
        ask(eap::signInPage(signIn),
            [this](const HttpReply &page) { foundEap(eap::readSignInPage(page)); });
    });
}

void PortProbe::askVersion()
{
    ask(classic::status(),
        [this](const HttpReply &reply) { foundClassic(classic::readStatus(reply)); });
}

void PortProbe::foundOmada(const QString &omadacId, const QString &version)
{
    m_found.vendorControllerId = omadacId;
    found(u"Omada Controller"_s, version, generationsOf(version));
}

void PortProbe::foundIntegration()
{
    QList<Generation> generations{Generation::UnifiIntegration};
    if (!unifi::isConnector(m_found.url))
        generations.append(Generation::UnifiClassic);
    found(u"UniFi Network"_s, {}, generations);
}

void PortProbe::foundClassic(const QString &version)
{
    found(u"UniFi Network"_s, version, {Generation::UnifiClassic});
}

void PortProbe::foundEap(eap::Product product)
{
    switch (product) {
    case eap::Product::EapController:
        return found(u"EAP Controller"_s, {}, {Generation::Eap2});
    case eap::Product::Omada:
        return found(u"Omada Controller"_s, {}, {Generation::Omada3});
    case eap::Product::Untold:
        return found(u"Omada Controller"_s, {}, {Generation::Omada3, Generation::Eap2});
    }
    Q_UNREACHABLE();
}

void PortProbe::foundNothing()
{
    settle(fail(Failure::Kind::NotAController,
        u"what answers at %1 is no controller of a known kind"_s.arg(m_found.url.toString())));
}

void PortProbe::found(
    const QString &product, const QString &version, const QList<Generation> &generations)
{
    m_found.product = product;
    m_found.version = version;
    m_found.generations = generations;
    for (const Generation generation : generations)
        if (const CredentialKind kind = credentialKindFor(generation);
            !m_found.needs.contains(kind))
            m_found.needs.append(kind);
    settle(m_found);
}

void PortProbe::settle(Result<DetectedController> answer)
{
    m_job->settle(std::move(answer));
}
