#include "drivers/portprobe.h"

#include "wire/omada_openapi/replies.h"
#include "wire/omada_openapi/requests.h"
#include "wire/unifi_integration/replies.h"
#include "wire/unifi_integration/requests.h"

#include <QVersionNumber>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
namespace openapi = wire::omada_openapi;
namespace unifi = wire::unifi_integration;

namespace {

/// Which protocol an Omada controller of this version is best spoken to with.
Generation generationOf(const QString &version)
{
    const QVersionNumber number = QVersionNumber::fromString(version);
    if (number >= QVersionNumber(5, 12))
        return Generation::OmadaOpenApi;
    return number >= QVersionNumber(5) ? Generation::Omada5 : Generation::Omada4;
}

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
    ask(openapi::apiInfo(), [this](const HttpReply &reply) {
        const Result<openapi::ApiInfo> info = openapi::readApiInfo(reply);
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
            return foundUnifi(Generation::UnifiClassic);
        if (presence != unifi::Presence::None)
            return foundUnifi(Generation::UnifiIntegration);
        constexpr int badGateway = 502;
        constexpr int gatewayTimeout = 504;
        if (reply.status >= badGateway && reply.status <= gatewayTimeout)
            return settle(fail(Failure::Kind::Busy, u"HTTP %1"_s.arg(reply.status)));
        askSelfHosted();
    });
}

void PortProbe::askSelfHosted()
{
    const auto nothing = [this] {
        settle(fail(Failure::Kind::NotFound,
            u"what answers at %1 is no controller of a known kind"_s.arg(m_found.url.toString())));
    };
    if (!m_found.url.path().isEmpty() || unifi::apiPath(m_found.url) == selfHostedPath)
        return nothing();
    ask(unifi::probe(selfHostedPath), [this, nothing](const HttpReply &reply) {
        const unifi::Presence presence = unifi::readProbe(reply);
        if (presence == unifi::Presence::None)
            return nothing();
        if (presence == unifi::Presence::Forbids)
            return foundUnifi(Generation::UnifiClassic);
        m_found.url.setPath(selfHostedPath);
        foundUnifi(Generation::UnifiIntegration);
    });
}

void PortProbe::foundOmada(const QString &omadacId, const QString &version)
{
    const Generation generation = generationOf(version);
    m_found.generations = {generation};
    m_found.product = u"Omada Controller"_s;
    m_found.version = version;
    m_found.vendorControllerId = omadacId;
    m_found.needs = {generation == Generation::OmadaOpenApi ? CredentialKind::OpenApiApplication
                                                            : CredentialKind::HotspotOperator};
    settle(m_found);
}

void PortProbe::foundUnifi(Generation generation)
{
    m_found.generations = {generation};
    m_found.product = u"UniFi Network"_s;
    m_found.needs = {generation == Generation::UnifiIntegration ? CredentialKind::ApiKey
                                                                : CredentialKind::LocalAccount};
    settle(m_found);
}

void PortProbe::settle(Result<DetectedController> answer)
{
    m_job->settle(std::move(answer));
}
