#include "drivers/portalformdriver.h"

#include "drivers/asked.h"
#include "drivers/limitcheck.h"
#include "wire/portal_form/replies.h"

#include <QCoreApplication>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
namespace portal = wire::portal_form;

namespace {

struct PortalFormPhrases
{
    Q_DECLARE_TR_FUNCTIONS(PortalForm)
};

Failure invalid(const QString &detail, const QString &said)
{
    return {Failure::Kind::InvalidInput, detail, said};
}

/// What these controllers want and nobody can guess.
std::optional<Failure> missingFrom(const CapturedRedirect &redirect, const Limits &limits)
{
    if (!limits.minutes)
        return invalid(u"no duration"_s,
            PortalFormPhrases::tr("This controller has no default duration. Give one."));
    if (redirect.site.isEmpty())
        return invalid(u"no site"_s,
            PortalFormPhrases::tr("This address names no site. Choose the site of the device."));
    if (!redirect.accessPoint)
        return invalid(u"no access point"_s,
            PortalFormPhrases::tr(
                "This address does not name the access point, which this controller "
                "needs. Copy the whole address from the browser of the device."));
    return std::nullopt;
}

} // namespace

PortalFormDriver::PortalFormDriver(
    const ControllerProfile &profile, const Credential &user, HttpChannel *channel, QObject *parent)
    : ControllerDriver(parent)
    , m_generation(profile.generation)
    , m_version(profile.version)
    , m_siteNames(profile.siteNames)
    , m_session(user, channel, nullptr)
{
}

Job<ControllerIdentity> *PortalFormDriver::identify()
{
    const ControllerIdentity identity{
        m_generation == Generation::Eap2 ? u"EAP Controller"_s : u"Omada Controller"_s, m_version};
    return askedOf<ControllerIdentity>(
        m_session.prove(this),
        [identity](const Done &) { return Result<ControllerIdentity>(identity); }, this);
}

Job<QList<Site>> *PortalFormDriver::listSites()
{
    QList<Site> sites;
    for (const QString &name : m_siteNames)
        sites.append({name, name});
    return Job<QList<Site>>::settled(sites, this);
}

Capabilities PortalFormDriver::capabilities() const
{
    return servedBy({m_generation, CredentialKind::ControllerAccount},
        capabilitiesOf({Capability::AuthorizeCapturedRedirect, Capability::LimitDuration}, {}));
}

std::chrono::milliseconds PortalFormDriver::clockOffset() const
{
    return m_session.channel().clockOffset();
}

std::chrono::milliseconds PortalFormDriver::pollPause() const
{
    return 60s; // there is nothing to poll
}

LimitRules PortalFormDriver::limitRules() const
{
    LimitRules rules;
    rules.minutes = portal::durationMinutes;
    rules.minutesWhenUnset = portal::defaultMinutes;
    return rules;
}

/// What the browser brought, else what is known of the device.
CapturedRedirect PortalFormDriver::redirectOf(const AuthorizeOrder &order) const
{
    CapturedRedirect redirect;
    if (order.redirect) {
        redirect = *order.redirect;
    } else {
        redirect.client = order.client.key.mac;
        redirect.accessPoint = order.client.attachment.accessPoint;
        redirect.radio = order.client.attachment.radio;
        redirect.ssid = order.client.ssid;
        redirect.redirectedAt = QDateTime::currentDateTimeUtc().addMSecs(clockOffset().count());
    }
    if (redirect.site.isEmpty())
        redirect.site = order.client.key.siteId;
    return redirect;
}

/// Omada 3 knows two; both ends of one redirect should agree.
PortalFormDriver::Spelling PortalFormDriver::spellingFor(const AuthorizeOrder &order) const
{
    const bool cameAsCid
        = order.redirect && order.redirect->spelling == CapturedRedirect::Spelling::Cid;
    return m_generation == Generation::Eap2 || cameAsCid ? Spelling::Cid : Spelling::ClientMac;
}

Job<ActionAnswer> *PortalFormDriver::authorize(const AuthorizeOrder &order)
{
    const CapturedRedirect redirect = redirectOf(order);
    std::optional<Failure> flaw = outsideOf(limitRules(), order.limits);
    if (!flaw)
        flaw = missingFrom(redirect, order.limits);
    if (flaw)
        return Job<ActionAnswer>::settled(fail(*flaw), this);
    const int minutes = *order.limits.minutes;
    const Spelling spelling = spellingFor(order);
    if (order.redirect || spelling == Spelling::Cid)
        return send(redirect, minutes, spelling, this);

    auto *job = new Job<ActionAnswer>(this);
    Job<ActionAnswer> *first = send(redirect, minutes, spelling, job);
    first->then(job, [this, job, redirect, minutes](const Result<ActionAnswer> &answer) {
        const bool refused = !answer && answer.error().kind == Failure::Kind::Refused;
        if (!refused || job->isSettled())
            return job->settle(answer);
        // Refused, it did nothing; perhaps this version knows the other names only.
        settleWith(job, send(redirect, minutes, Spelling::Cid, job),
            [](const ActionAnswer &other) { return Result<ActionAnswer>(other); });
    });
    connect(job, &JobBase::cancelled, first, &JobBase::cancel);
    return job;
}

Job<ActionAnswer> *PortalFormDriver::send(
    const CapturedRedirect &redirect, int minutes, Spelling spelling, QObject *parent)
{
    const auto make = [redirect, minutes, spelling](const PortalFormSession::Requests &requests) {
        return requests.authorize(redirect, minutes, spelling);
    };
    return askedOf<ActionAnswer>(
        m_session.visit(make, parent),
        [](const HttpReply &reply) {
            return portal::readAuthorized(reply).map([](const Done &) { return ActionAnswer{}; });
        },
        parent);
}
