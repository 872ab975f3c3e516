#include "cli/actioncommand.h"

#include "cli/clientjson.h"
#include "cli/policyoptions.h"
#include "clients/actionfailures.h"
#include "clients/redirectplace.h"
#include "phrases/phrases.h"
#include "store/historyexport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

void ActionCommand::start()
{
    const QString word = m_call.command();
    m_action = word == u"extend"_s ? AuditAction::Extend
        : word == u"cancel"_s      ? AuditAction::Cancel
                                   : AuditAction::Authorize;
    const auto limits = m_call.limits(m_gatehouse.clock().now().toLocalTime());
    if (!limits)
        return endWith(limits.error());
    m_limits = *limits;
    if (const auto policy = policyOf(m_call, {}); !policy)
        return endWith(policy.error());
    const bool byLogin = m_action == AuditAction::Cancel && m_call.has(u"login"_s);
    if (byLogin == (m_call.has(u"mac"_s) || m_call.has(u"redirect"_s)))
        return endWith(usageFailure(m_action == AuditAction::Cancel
                ? tr("Give either --mac or --login.")
                : tr("Give the device by --mac or --redirect.")));
    m_session
        = std::make_unique<ControllerSession>(m_gatehouse, m_call, m_call.value(u"controller"_s));
    m_session->open()->then(this, [this](const Result<Done> &isOpen) {
        if (!isOpen)
            return endWith(isOpen.error());
        opened();
    });
}

void ActionCommand::opened()
{
    if (const auto read = readTargets(); !read)
        return endWith(read.error());
    if (const auto fit = fitAbilities(); !fit)
        return endWith(fit.error());
    if (const auto fit = fitLimits(); !fit)
        return endWith(fit.error());
    settleFirst();
}

/// What a dead program left open on this controller: the devices that are meant now get a few
/// looks, for afterwards nothing can be proven of them, and the others one.
void ActionCommand::settleFirst()
{
    QSet<MacAddress> meant;
    for (const Target &target : std::as_const(m_targets))
        meant.insert(target.mac);
    const auto manner = [meant](const AuditRecord &record) {
        constexpr std::chrono::seconds longest(3);
        return meant.contains(record.intent.client.mac)
            ? SettlingManner{longest, SettlingManner::Unclear::TakeLatestLook}
            : SettlingManner{std::chrono::seconds(0), SettlingManner::Unclear::LeaveOpen};
    };
    m_gatehouse.settler()
        .settle(m_session->profile().id, m_session->driver(), manner)
        ->then(this, [this](const Result<QList<AuditRecord>> &settled) {
            if (!settled)
                return endWith(settled.error());
            for (const AuditRecord &record : *settled)
                if (record.outcome)
                    m_console.note(tr("Record %1: %2").arg(record.id).arg(record.outcome->message));
            nextTarget();
        });
}

Result<Done> ActionCommand::readTargets()
{
    const auto sites = m_session->chosenSites();
    if (!sites)
        return fail(sites.error());
    const auto known = m_gatehouse.audit().knownGuests();
    if (!known)
        return fail(known.error());
    m_guests = guestsByClient(*known);
    if (m_call.has(u"redirect"_s))
        return readRedirect(*sites);
    if (!m_call.has(u"mac"_s))
        return readLogin(*sites);
    const auto mac = MacAddress::parse(m_call.value(u"mac"_s));
    if (!mac)
        return fail(usageFailure(tr("“%1” is not a MAC address.").arg(m_call.value(u"mac"_s))));
    m_targets.append({*mac, *sites, {}, {}});
    return Done{};
}

Result<Done> ActionCommand::readRedirect(const QList<Site> &sites)
{
    const auto redirect = Gatehouse::readRedirect(m_call.value(u"redirect"_s));
    if (!redirect)
        return fail(redirect.error());
    m_redirect = *redirect;
    const ControllerProfile &profile = m_session->profile();
    Target target{redirect->client, {}, {}, {}};
    for (const RedirectPlace &place :
        placesOf(*redirect, {{profile.id, profile.generation, sites}}, m_gatehouse.directory())) {
        const auto site = std::ranges::find(sites, place.siteId, &Site::id);
        target.sites.append(site == sites.end() ? Site{place.siteId, place.siteId} : Site(*site));
    }
    if (target.sites.isEmpty())
        return tl::unexpected(Failure{Failure::Kind::NotFound, u"the redirect is of no site here"_s,
            tr("no site of this controller sends devices to this address")});
    m_targets.append(target);
    return Done{};
}

Result<Done> ActionCommand::readLogin(const QList<Site> &sites)
{
    const QString login = m_call.value(u"login"_s).trimmed();
    const auto held = devicesHeldBy(m_gatehouse.audit(), Guest{{}, {}, login},
        m_session->profile().id, {}, m_gatehouse.clock().now());
    if (!held)
        return fail(held.error());
    for (const HeldDevice &device : *held) {
        const auto site = std::ranges::find(sites, device.key.siteId, &Site::id);
        if (site != sites.end() && !login.isEmpty())
            m_targets.append({device.key.mac, {*site}, {}, device});
    }
    if (m_targets.isEmpty())
        return tl::unexpected(Failure{Failure::Kind::NotFound, u"no device of this login"_s,
            tr("by the history the login %1 has no device in").arg(login)});
    return Done{};
}

/// What the controller cannot do with any device is said before one is looked for.
Result<Done> ActionCommand::fitAbilities() const
{
    // The offer for a device that is there, and in the state that the action is for.
    WifiClient ideal;
    ideal.state
        = m_action == AuditAction::Authorize ? ClientState::Waiting : ClientState::Authorized;
    const ClientAction action = offeredAs(m_action);
    const Capabilities capabilities = m_session->driver().capabilities();
    const Offer offer
        = offerFor(action, capabilities, ideal, {.hasRedirect = m_redirect.has_value()});
    if (offer == Offer::Ready)
        return Done{};
    if (offer == Offer::NeedsRedirect)
        return fail(Failure::Kind::RedirectNeeded, u"only with the device's redirect"_s);
    return tl::unexpected(Failure{Failure::Kind::NotSupported, u"the controller cannot do this"_s,
        phrases::text(offer, action, unlockedBy(offer, action, capabilities))});
}

Result<Done> ActionCommand::fitLimits()
{
    ControllerDriver &driver = m_session->driver();
    if (m_action != AuditAction::Authorize)
        return Done{};
    const LimitRules rules = driver.authorizer()->limitRules();
    for (const LimitObjection &objection : objectionsTo(m_limits, rules, driver.capabilities())) {
        if (objection.reason == LimitObjection::Reason::OutOfRange)
            return tl::unexpected(Failure{
                Failure::Kind::InvalidInput, u"limit out of range"_s, phrases::text(objection)});
        if (!m_call.has(u"best-effort"_s))
            return tl::unexpected(Failure{
                Failure::Kind::NotSupported, u"limit cannot be set"_s, phrases::text(objection)});
        m_leftOut += phrases::text(objection);
    }
    const Limits fitted = settable(m_limits, rules);
    for (const Limit limit : {Limit::Download, Limit::Upload})
        if (valueOf(fitted, limit) && valueOf(fitted, limit) != valueOf(m_limits, limit))
            m_console.note(
                tr("%1: this controller sets %2 instead of %3.")
                    .arg(phrases::text(limit), phrases::valueOf(limit, valueOf(fitted, limit)),
                        phrases::valueOf(limit, valueOf(m_limits, limit))));
    if (fitted.minutes && !m_limits.minutes)
        m_console.note(tr("This controller must be told a duration: %1 is asked.")
                           .arg(phrases::valueOf(Limit::Duration, fitted.minutes)));
    m_limits = fitted;
    return Done{};
}

void ActionCommand::nextTarget()
{
    if (m_targets.isEmpty())
        return finishAll();
    look(m_targets.takeFirst());
}

void ActionCommand::look(Target target)
{
    if (target.sites.isEmpty())
        return notListed(target);
    const Site site = target.sites.takeFirst();
    target.others.append(site);
    ClientReader *reader = m_session->driver().reader();
    if (!reader)
        return notListed(target);
    reader->readClient(site.id, target.mac)
        ->then(this, [this, site, target](const Result<WifiClient> &read) {
            if (read) {
                WifiClient client = *read;
                client.key.controllerId = m_session->profile().id;
                return act(client, site, target.held);
            }
            if (read.error().kind == Failure::Kind::NotFound
                || read.error().kind == Failure::Kind::NotSupported)
                return look(target);
            endWith(read.error());
        });
}

/// No list shows it: that hinders nobody who can be told by its address or by its redirect alone,
/// where it is clear on which site it is.
void ActionCommand::notListed(const Target &target)
{
    const QList<Site> sites = target.others + target.sites;
    const Capabilities capabilities = m_session->driver().capabilities();
    const bool needsNoList = m_action == AuditAction::Authorize
        ? capabilities.can(Capability::AuthorizeUnlistedMac) || m_redirect.has_value()
        : capabilities.can(Capability::CancelOffline);
    // What a login holds and is away is recorded, to be done when it is seen.
    if ((needsNoList || target.held) && sites.size() == 1) {
        WifiClient client;
        client.key = {m_session->profile().id, sites.first().id, target.mac};
        client.name = target.held ? target.held->name : QString();
        return act(client, sites.first(), target.held);
    }
    Failure gone{Failure::Kind::NotFound, u"not listed on any site"_s,
        tr("%1 is not connected to this controller").arg(target.mac.toString())};
    if (needsNoList)
        gone = usageFailure(sites.isEmpty()
                ? tr("This controller cannot list its sites: name one with --site.")
                : tr("%1 is not connected: say with --site where it is to be let in.")
                      .arg(target.mac.toString()));
    endWith(gone);
}

Guest ActionCommand::guestBehind(const ClientKey &client) const
{
    return m_action == AuditAction::Authorize
        ? Guest{m_call.value(u"guest"_s), m_call.value(u"room"_s), m_call.value(u"login"_s)}
        : m_guests.value(client);
}

void ActionCommand::act(
    const WifiClient &client, const Site &site, const std::optional<HeldDevice> &held)
{
    ActionRequest request;
    request.action = m_action;
    request.client = client;
    request.limits = m_limits;
    request.guest = held ? held->guest : guestBehind(client.key);
    request.reason = m_call.value(u"reason"_s);
    request.operatorName = m_gatehouse.profiles().operatorName();
    request.controllerName = m_session->profile().name;
    request.siteName = site.name;
    request.redirect = m_redirect;
    request.putOffWhenAway = held.has_value();
    if (held && held->putOff)
        request.refersTo = AuditReference{AuditReference::Relation::Completes, *held->putOff};
    const auto policy = policyAt(site);
    if (!policy)
        return endWith(policy.error());
    if (*policy && !countedBy(**policy, request.guest).isEmpty())
        admit(request, **policy, site);
    else
        send(request, site);
}

/// What the call says of it, on top of what holds at the site.
Result<std::optional<LoginPolicy>> ActionCommand::policyAt(const Site &site)
{
    if (m_action != AuditAction::Authorize)
        return std::optional<LoginPolicy>();
    const auto standing = m_gatehouse.profiles().loginPolicy(m_session->profile().id, site.id);
    if (!standing && !namesPolicy(m_call))
        return std::optional<LoginPolicy>();
    return policyOf(m_call, standing).map([this](LoginPolicy policy) {
        if (policy.atLimit == LoginPolicy::AtLimit::Ask) {
            m_console.note(tr("The policy asks at the desk; here one more device is not let in. "
                              "--at-limit cancel-oldest cancels the oldest one instead."));
            policy.atLimit = LoginPolicy::AtLimit::Refuse;
        }
        return std::optional(policy);
    });
}

void ActionCommand::send(const ActionRequest &request, const Site &site)
{
    auto *run = new ActionRun(
        request, m_session->driver(), m_gatehouse.audit(), m_gatehouse.clock(), ReadBackPatience(),
        [](const ActionReport &report) { return phrases::text(report); }, this);
    connect(run, &ActionRun::finished, this, [this, site](const ActionReport &report) {
        show(report, site);
        nextTarget();
    });
    run->start();
}

void ActionCommand::admit(const ActionRequest &request, const LoginPolicy &policy, const Site &site)
{
    auto *run = new AdmissionRun(request, {policy, {}}, m_session->driver(), m_gatehouse.audit(),
        m_gatehouse.clock(), ReadBackPatience(),
        {[](const ActionReport &report) { return phrases::text(report); },
            &phrases::reasonToMakeRoom},
        this);
    connect(run, &AdmissionRun::cancelled, this,
        [this, site](const ActionRequest &, const ActionReport &report) {
            const bool isOut = report.putOff || report.offer == Offer::AlreadyDone;
            if (!isOut)
                m_worst = std::max(m_worst, exitCodeOf(report.outcome, report.failure));
            m_madeRoom.append(told(report, site));
            sayWords(report);
        });
    connect(run, &AdmissionRun::finished, this, [this, site](const ActionReport &report) {
        show(report, site);
        nextTarget();
    });
    run->start();
}

QString ActionCommand::messageOf(const ActionReport &report) const
{
    const QString message = phrases::text(report);
    return m_leftOut.isEmpty() || report.action != m_action
        ? message
        : message + u' ' + tr("Not set: %1").arg(m_leftOut.join(u' '));
}

QJsonObject ActionCommand::told(const ActionReport &report, const Site &site) const
{
    QJsonObject object{{u"outcome"_s, toWord(report.outcome)},
        {u"mac"_s, report.client.key.mac.toString()}, {u"controller"_s, m_session->profile().name},
        {u"site"_s, site.name}, {u"asked"_s, toJson(report.asked)}, {u"got"_s, toJson(report.got)},
        {u"message"_s, messageOf(report)}};
    if (report.record != 0)
        object.insert(u"record"_s, report.record);
    if (report.putOff)
        object.insert(u"putOff"_s, true);
    if (report.until)
        object.insert(u"until"_s, isoUtc(*report.until));
    if (report.cannotBeAsked && report.askedUntil)
        object.insert(u"askedUntil"_s, isoUtc(*report.askedUntil));
    return object;
}

void ActionCommand::sayWords(const ActionReport &report)
{
    if (m_console.isJson())
        return;
    if (report.outcome == Outcome::Confirmed)
        m_console.print(messageOf(report));
    else
        m_console.note(u"gatehouse-cli: "_s + messageOf(report));
}

void ActionCommand::show(const ActionReport &report, const Site &site)
{
    m_worst = std::max(m_worst, exitCodeOf(report.outcome, report.failure));
    QJsonObject object = told(report, site);
    if (!m_madeRoom.isEmpty())
        object.insert(u"cancelled"_s, m_madeRoom);
    if (!report.heldBy.isEmpty()) {
        QJsonArray holders;
        for (const HeldDevice &device : report.heldBy)
            holders.append(device.key.mac.toString());
        object.insert(u"heldBy"_s, holders);
    }
    m_printed.append(object);
    sayWords(report);
}

void ActionCommand::finishAll()
{
    if (m_console.isJson())
        m_console.print(m_call.has(u"mac"_s) || m_call.has(u"redirect"_s)
                ? QJsonDocument(m_printed.first().toObject())
                : QJsonDocument(m_printed));
    end(m_worst);
}
