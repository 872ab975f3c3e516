#include "clients/linkcycle.h"

#include "clients/remedy.h"
#include "core/changehints.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostMetSites = 24;
constexpr auto rateLimitPause = 60s; ///< where the controller does not say how long

std::chrono::milliseconds grown(
    std::chrono::milliseconds pause, int failures, std::chrono::milliseconds longest)
{
    for (int i = 0; i < failures && pause < longest; ++i)
        pause *= 2;
    return std::min(pause, longest);
}

} // namespace

ControllerLink::Cycle::Cycle(ControllerLink &link, ControllerProfile linkProfile,
    ClientDirectory &directory, const Clock &clock, const LinkPace &pace)
    : profile(std::move(linkProfile))
    , details(profile.id, directory, clock, pace)
    , m_link(link)
    , m_directory(directory)
    , m_clock(clock)
    , m_pace(pace)
    , m_intake(directory)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_link, [this] { goOn(); });
}

void ControllerLink::Cycle::begin(std::unique_ptr<ControllerDriver> newDriver)
{
    end(State::Connecting, {});
    driver = std::move(newDriver);
    if (ChangeHints *hints = driver->hints())
        QObject::connect(hints, &ChangeHints::mayHaveChanged, &m_link,
            [this](const QString &siteId) { askSoon(siteId); });
    listen();
    goOn();
}

/// Lets go of the driver. It may be on the stack of the caller, so it dies a moment later.
void ControllerLink::Cycle::end(State newState, const std::optional<Failure> &why)
{
    ++m_epoch;
    m_timer.stop();
    m_intake.drop();
    details.readWith(nullptr);
    if (driver) {
        // A call of the driver's own may be on the stack, so it goes later; but not later than the
        // link, or its network thread would outlive the program.
        driver->setParent(&m_link);
        driver.release()->deleteLater();
    }
    m_turns.clear();
    m_sitesListedAt.reset();
    m_identified = m_busy = false;
    m_failures = 0;
    nextAttemptAt.reset();
    if (newState != State::Connecting)
        m_directory.pollFailed(profile.id, {});
    show(newState, why);
}

template <typename T>
void ControllerLink::Cycle::await(Job<T> *job, void (Cycle::*next)(const Result<T> &))
{
    m_busy = true;
    job->then(&m_link, [this, next, epoch = m_epoch](const Result<T> &answer) {
        if (epoch != m_epoch)
            return;
        m_busy = false;
        (this->*next)(answer);
    });
}

/// The next step, whichever it is.
void ControllerLink::Cycle::goOn()
{
    if (m_busy || !driver)
        return;
    nextAttemptAt.reset();
    if (!m_identified)
        return identify();
    const QDateTime now = m_clock.now();
    if (!m_sitesListedAt || m_sitesListedAt->msecsTo(now) >= m_pace.siteList.count())
        return listSites();
    if (const auto site = siteToPoll())
        return poll(*site);
    rest();
}

void ControllerLink::Cycle::identify()
{
    await(driver->identify(), &Cycle::identified);
}

void ControllerLink::Cycle::identified(const Result<ControllerIdentity> &answer)
{
    if (!answer)
        return failed(answer.error());
    m_identified = true;
    answeredWell();
    goOn();
}

void ControllerLink::Cycle::listSites()
{
    await(driver->listSites(), &Cycle::sitesListed);
}

void ControllerLink::Cycle::sitesListed(const Result<QList<Site>> &answer)
{
    if (!answer)
        return failed(answer.error());
    m_sitesListedAt = m_clock.now();
    answeredWell();
    takeSites(*answer);
    goOn();
}

void ControllerLink::Cycle::takeSites(QList<Site> told)
{
    if (!capabilities.can(Capability::ListSites))
        for (const Site &site : std::as_const(m_met))
            if (std::ranges::find(told, site.id, &Site::id) == told.end())
                told.append(site);
    for (const Site &site : told)
        if (!m_turns.contains(site.id))
            m_turns.insert(site.id, Turn{m_clock.now()});
    for (const Site &site : std::as_const(sites)) {
        if (std::ranges::find(told, site.id, &Site::id) != told.end())
            continue;
        m_turns.remove(site.id);
        m_directory.removeSite(profile.id, site.id);
    }
    if (told == sites)
        return;
    sites = told;
    listen();
    Q_EMIT m_link.sitesChanged();
}

/// Where a controller tells by itself that something happened: of the site that somebody looks at.
void ControllerLink::Cycle::listen()
{
    ChangeHints *hints = driver ? driver->hints() : nullptr;
    if (!hints)
        return;
    const bool isSeen = m_audience == Audience::Here;
    hints->listenTo(isSeen && sites.size() == 1 ? sites.first().id
            : isSeen                            ? m_watched
                                                : QString());
}

void ControllerLink::Cycle::meet(const Site &site)
{
    const bool isKnown = std::ranges::find(sites, site.id, &Site::id) != sites.end();
    if (isKnown || m_met.size() >= mostMetSites || capabilities.can(Capability::ListSites))
        return;
    m_met.append(site);
    takeSites(sites);
}

/// The site in front of somebody's eyes first, then whoever waits longest. Empty: nobody is due.
std::optional<QString> ControllerLink::Cycle::siteToPoll() const
{
    if (!driver->lister())
        return std::nullopt;
    const QDateTime now = m_clock.now();
    const auto watched = m_turns.find(m_watched);
    if (watched != m_turns.end() && watched->due <= now)
        return m_watched;
    std::optional<QString> first;
    for (const Site &site : sites) {
        const QDateTime due = m_turns.value(site.id).due;
        if (due <= now && (!first || due < m_turns.value(*first).due))
            first = site.id;
    }
    return first;
}

void ControllerLink::Cycle::poll(const QString &siteId)
{
    if (state == State::Connected)
        show(State::Refreshing);
    m_busy = true;
    // Whoever asks for a refresh from now on asks for another poll.
    m_turns[siteId].due = m_clock.now().addMSecs(paceOf(siteId).count());
    driver->lister()->listClients({siteId})->then(&m_link,
        [this, siteId, epoch = m_epoch, tick = m_directory.nextTick()](
            const Result<ClientSnapshot> &answer) {
            if (epoch != m_epoch)
                return;
            m_busy = false;
            polled(siteId, tick, answer);
        });
}

void ControllerLink::Cycle::polled(
    const QString &siteId, quint64 tick, const Result<ClientSnapshot> &answer)
{
    if (!m_turns.contains(siteId))
        return goOn();
    if (!answer && remedyFor(answer.error().kind) == Remedy::ThisSite)
        return siteFailed(siteId, answer.error());
    Turn &turn = m_turns[siteId];
    if (!answer) {
        turn.due = m_clock.now(); // the next attempt asks for this site again
        return failed(answer.error());
    }
    turn.failures = 0;
    turn.forbidden = false;
    answeredWell();
    details.learnFrom(*answer);
    m_busy = true;
    m_intake.take(profile.id, tick, *answer, [this] { siteListed(); });
}

void ControllerLink::Cycle::siteListed()
{
    m_busy = false;
    if (state != State::Refreshing)
        show(State::Refreshing);
    pause(siteToPoll() ? m_pace.betweenSites : 0ms);
}

/// The site waits longer each time; the controller as a whole is well. Only when it lets us read
/// none of its sites must a person act.
void ControllerLink::Cycle::siteFailed(const QString &siteId, const Failure &why)
{
    Turn &turn = m_turns[siteId];
    ++turn.failures;
    turn.forbidden = why.kind == Failure::Kind::NotPermitted;
    turn.due
        = m_clock.now().addMSecs(grown(driver->pollPause(), turn.failures, m_pace.longest).count());
    m_directory.pollFailed(profile.id, siteId);
    if (everySiteForbidden())
        return end(State::NeedsAttention, why);
    if (why.kind == Failure::Kind::NotFound)
        m_sitesListedAt.reset();
    answeredWell();
    pause(m_pace.betweenSites);
}

bool ControllerLink::Cycle::everySiteForbidden() const
{
    return std::ranges::all_of(m_turns, &Turn::forbidden);
}

void ControllerLink::Cycle::failed(const Failure &why)
{
    const Remedy remedy = remedyFor(why.kind);
    if (remedy == Remedy::Person || why.kind == Failure::Kind::NotPermitted)
        return end(State::NeedsAttention, why);
    ++m_failures;
    details.readWith(nullptr);
    m_directory.pollFailed(profile.id, {});
    std::chrono::milliseconds length = grown(driver->pollPause(), m_failures, m_pace.longest);
    if (remedy == Remedy::Wait)
        length = why.retryAfter.value_or(rateLimitPause);
    pause(length);
    nextAttemptAt = m_clock.now().addMSecs(length.count());
    show(State::Offline, why);
}

/// Whatever was asked, the controller gave a proper answer.
void ControllerLink::Cycle::answeredWell()
{
    m_failures = 0;
    lastAnswerAt = m_clock.now();
    m_directory.setClockOffset(profile.id, driver->clockOffset());
    details.readWith(driver.get());
    if (const Capabilities now = driver->capabilities(); now != capabilities) {
        capabilities = now;
        Q_EMIT m_link.capabilitiesChanged();
    }
}

/// Nobody is due: connected, until the next one is.
void ControllerLink::Cycle::rest()
{
    show(State::Connected);
    QDateTime next = m_sitesListedAt->addMSecs(m_pace.siteList.count());
    if (driver->lister())
        for (const Turn &turn : std::as_const(m_turns))
            next = std::min(next, turn.due);
    pause(std::chrono::milliseconds(std::max<qint64>(0, m_clock.now().msecsTo(next))));
}

std::chrono::milliseconds ControllerLink::Cycle::paceOf(const QString &siteId) const
{
    const std::chrono::milliseconds full = driver->pollPause();
    if (m_turns.value(siteId).hurriedUntil > m_clock.now())
        return std::min(full, m_pace.hurried);
    if (m_audience == Audience::Nobody)
        return std::max(full * m_pace.otherSitesFactor, m_pace.unseen);
    const bool isWatched
        = m_audience == Audience::Here && (m_watched.isEmpty() || siteId == m_watched);
    return isWatched ? full : full * m_pace.otherSitesFactor;
}

void ControllerLink::Cycle::askSoon(const QString &siteId)
{
    for (auto turn = m_turns.begin(); turn != m_turns.end(); ++turn)
        if ((siteId.isEmpty() || turn.key() == siteId) && turn->failures == 0)
            turn->due = m_clock.now();
    if (state == State::Connected)
        pause(0ms);
}

void ControllerLink::Cycle::watch(Audience audience, const QString &siteId)
{
    if (audience == m_audience && siteId == m_watched)
        return;
    m_audience = audience;
    m_watched = siteId;
    listen();
    if (audience == Audience::Here)
        askSoon(siteId);
}

void ControllerLink::Cycle::hurry(const QString &siteId)
{
    const auto turn = m_turns.find(siteId);
    if (turn == m_turns.end())
        return;
    const QDateTime now = m_clock.now();
    turn->hurriedUntil = now.addMSecs(m_pace.hurry.count());
    turn->due = std::min(turn->due, now.addMSecs(paceOf(siteId).count()));
    if (state == State::Connected)
        pause(0ms);
}

void ControllerLink::Cycle::pause(std::chrono::milliseconds length)
{
    m_timer.start(length);
}

void ControllerLink::Cycle::show(State newState, const std::optional<Failure> &why)
{
    const bool news
        = newState != state || why != failure || nextAttemptAt || lastAnswerAt != m_toldAnswerAt;
    state = newState;
    failure = why;
    m_toldAnswerAt = lastAnswerAt;
    if (news)
        Q_EMIT m_link.stateChanged();
}
