#include "drivers/omadaportalgrant.h"

#include "drivers/asked.h"
#include "wire/omada5/requests.h"
#include "wire/omada_hotspot/replies.h"

using namespace Qt::StringLiterals;
namespace hotspot = wire::omada_hotspot;
using hotspot::PortalGrant;

namespace {

template <typename T>
std::optional<T> firstOf(const std::optional<T> &one, const std::optional<T> &other)
{
    return one ? one : other;
}

QString firstOf(const QString &one, const QString &other)
{
    return one.isEmpty() ? other : one;
}

PortalGrant grantOf(const AuthorizeOrder &order)
{
    const CapturedRedirect redirect = order.redirect.value_or(CapturedRedirect{});
    const Attachment &listed = order.client.attachment;
    PortalGrant grant;
    grant.client = order.redirect ? redirect.client : order.client.key.mac;
    grant.site = redirect.site;
    grant.clientIp = firstOf(redirect.clientIp, order.client.ip);
    grant.destination = redirect.destination;
    grant.limits = order.limits;
    const bool wired = redirect.gateway ? !redirect.accessPoint
        : redirect.accessPoint          ? false
                                        : listed.gateway && !listed.accessPoint;
    if (wired) {
        grant.gateway = firstOf(redirect.gateway, listed.gateway);
        grant.vlan = firstOf(redirect.vlan, listed.vlan);
    } else {
        grant.accessPoint = firstOf(redirect.accessPoint, listed.accessPoint);
        grant.radio = firstOf(redirect.radio, listed.radio);
        grant.ssid = firstOf(redirect.ssid, order.client.ssid);
    }
    return grant;
}

/// What a portal would have to know and nobody told.
QString missingIn(const PortalGrant &grant, bool needsIp)
{
    if (grant.gateway && !grant.vlan)
        return u"VLAN"_s;
    if (!grant.gateway && !grant.accessPoint)
        return u"access point or gateway"_s;
    if (grant.accessPoint && grant.ssid.isEmpty())
        return u"SSID"_s;
    if (grant.accessPoint && !grant.radio)
        return u"radio"_s;
    return needsIp && grant.clientIp.isEmpty() ? u"IP address"_s : QString();
}

/// One authorization, with the spelling of the site that the controller takes. Child of the job it
/// settles.
class PortalAuthorization final : public QObject
{
public:
    PortalAuthorization(OmadaHotspotSession &session, PortalGrant grant, Job<ActionAnswer> *job)
        : QObject(job)
        , m_session(session)
        , m_grant(std::move(grant))
        , m_job(job)
    {
    }

    void begin(const QString &siteKey)
    {
        if (!m_grant.site.isEmpty()) // exactly as the redirect had it
            return send({m_grant.site});
        m_session.sites(this)->then(this, [this, siteKey](const Result<QList<Site>> &sites) {
            if (m_job->isSettled())
                return;
            if (!sites)
                return m_job->settle(fail(beforeSending(sites.error())));
            send(spellings(siteKey, *sites));
        });
    }

private:
    /// Documents call it the name; from 6.2.10 on controllers want the id.
    [[nodiscard]] QStringList spellings(const QString &siteKey, const QList<Site> &sites) const
    {
        QString name = siteKey;
        for (const Site &site : sites)
            if (site.id == siteKey)
                name = site.name;
        QStringList both{name, siteKey};
        if (wire::omada5::knowsLimits(m_session.version()))
            both = {siteKey, name};
        both.removeDuplicates();
        return both;
    }

    void send(QStringList spellings)
    {
        m_grant.site = spellings.takeFirst();
        Job<HttpReply> *sent = m_session.exchange(
            [this](const OmadaHotspotSession::Requests &requests) {
                return requests.authorize(m_session.generation() == Generation::Omada4
                        ? hotspot::portalFields(m_grant)
                        : wire::omada5::portalFields(m_grant, m_session.version()));
            },
            this);
        askedOf<Done>(sent, hotspot::readDone, this)
            ->then(this, [this, spellings](const Result<Done> &taken) { judge(taken, spellings); });
        connect(m_job, &JobBase::cancelled, sent, &JobBase::cancel);
    }

    void judge(const Result<Done> &taken, const QStringList &otherSpellings)
    {
        if (m_job->isSettled())
            return;
        // The portal's refusal is an answer in JSON with a code of its own: nobody was let in, so
        // the other spelling is a first authorization, not a second one.
        if (!taken && taken.error().kind == Failure::Kind::NotWaiting && !otherSpellings.isEmpty())
            return send(otherSpellings);
        m_job->settle(taken ? Result<ActionAnswer>(ActionAnswer{})
                            : Result<ActionAnswer>(fail(taken.error())));
    }

    OmadaHotspotSession &m_session;
    PortalGrant m_grant;
    Job<ActionAnswer> *m_job;
};

} // namespace

Job<ActionAnswer> *authorizeThroughPortal(OmadaHotspotSession &session, const AuthorizeOrder &order,
    PortalTimeUnit timeUnit, QObject *parent)
{
    PortalGrant grant = grantOf(order);
    grant.timeUnit = timeUnit;
    const QString missing = missingIn(grant, wire::omada5::knowsLimits(session.version()));
    if (!missing.isEmpty())
        return Job<ActionAnswer>::settled(
            fail(Failure::Kind::RedirectNeeded, u"the client's %1 is not known"_s.arg(missing)),
            parent);
    auto *job = new Job<ActionAnswer>(parent);
    (new PortalAuthorization(session, grant, job))->begin(order.client.key.siteId);
    return job;
}
