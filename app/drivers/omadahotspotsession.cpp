#include "drivers/omadahotspotsession.h"

#include "drivers/asked.h"
#include "drivers/patientexchange.h"
#include "wire/omada4/requests.h"
#include "wire/omada5/requests.h"
#include "wire/omada_hotspot/failures.h"
#include "wire/omada_hotspot/replies.h"

namespace hotspot = wire::omada_hotspot;
using Kind = Failure::Kind;

OmadaHotspotSession::OmadaHotspotSession(const ControllerProfile &profile,
    Credential hotspotOperator, HttpChannel *channel, QObject *parent)
    : Session(channel, parent)
    , m_generation(
          profile.generation == Generation::Omada4 ? Generation::Omada4 : Generation::Omada5)
    , m_info{profile.vendorControllerId, profile.version}
    , m_operator(std::move(hotspotOperator))
    , m_siteNames(profile.siteNames)
{
}

QVersionNumber OmadaHotspotSession::version() const
{
    return QVersionNumber::fromString(m_info.version);
}

Job<HttpReply> *OmadaHotspotSession::exchange(MakeCall makeCall, QObject *parent)
{
    return Session::exchange(
        [this, makeCall = std::move(makeCall)] { return makeCall(Requests(dialect())); }, parent);
}

hotspot::Dialect OmadaHotspotSession::dialect() const
{
    return m_generation == Generation::Omada4 ? wire::omada4::dialect(m_token)
                                              : wire::omada5::dialect(m_info.omadacId, m_token);
}

void OmadaHotspotSession::beginSignIn()
{
    channel().forgetCookies(); // the token belongs to its cookie: both are new, or none
    Job<HttpReply> *sent = sendPatiently(channel(), wire::omadaInfoRequest(), this);
    askedOf<wire::OmadaInfo>(sent, wire::readOmadaInfo, this)
        ->then(this, [this](const Result<wire::OmadaInfo> &info) {
            // A part of the 4.x builds does not know the question, and no path of theirs needs it.
            const bool mayGoWithout = m_generation == Generation::Omada4 && !info
                && (info.error().kind == Kind::NotFound || info.error().kind == Kind::NotSupported
                    || info.error().kind == Kind::UnreadableReply);
            if (!info && !mayGoWithout)
                return endSignIn(fail(info.error()));
            if (info)
                m_info = *info;
            requestToken();
        });
}

void OmadaHotspotSession::requestToken()
{
    const QString base = m_generation == Generation::Omada4 ? wire::omada4::base()
                                                            : wire::omada5::base(m_info.omadacId);
    Job<HttpReply> *sent
        = channel().send(hotspot::signIn(base, m_operator.account.trimmed(), m_operator.secret));
    askedOf<Secret>(sent, hotspot::readToken, this)
        ->then(this, [this](const Result<Secret> &token) {
            if (!token)
                return endSignIn(fail(token.error()));
            m_token = *token;
            endSignIn(Done{});
        });
}

Session::Again OmadaHotspotSession::mayGoAgain(const HttpRequest &sent, const HttpReply &reply)
{
    Q_UNUSED(sent)
    const std::optional<Failure> failure = hotspot::failureOf(reply);
    return failure && failure->kind == Kind::SessionExpired ? Again::AfterSignIn : Again::No;
}

void OmadaHotspotSession::forgetSession()
{
    m_token = {};
}

Result<QList<Site>> OmadaHotspotSession::sitesIn(const HttpReply &reply)
{
    Result<QList<Site>> told = hotspot::readSites(reply);
    const bool untold = !told && m_generation == Generation::Omada4
        && (told.error().kind == Kind::NotSupported || told.error().kind == Kind::NotFound);
    if (untold) {
        told = QList<Site>();
        for (const QString &name : std::as_const(m_siteNames))
            told->append({name, name, name});
    }
    if (told)
        m_sites = *told;
    return told;
}

Job<QList<Site>> *OmadaHotspotSession::askSites(QObject *parent)
{
    Job<HttpReply> *sent
        = exchange([](const Requests &requests) { return requests.current(); }, parent);
    return askedOf<QList<Site>>(
        sent, [this](const HttpReply &reply) { return sitesIn(reply); }, parent);
}

Job<QList<Site>> *OmadaHotspotSession::sites(QObject *parent)
{
    return m_sites.isEmpty() ? askSites(parent) : Job<QList<Site>>::settled(m_sites, parent);
}
