#include "cli/enforcecommand.h"

#include "cli/clientjson.h"
#include "cli/sessionwords.h"
#include "clients/actionfailures.h"
#include "phrases/phrases.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto longestPause = 60s;
const QString tableSource = u""_s; ///< no controller has an empty name

} // namespace

void EnforceCommand::start()
{
    if (const auto read = readCall(); !read)
        return endWith(read.error());
    m_pauseLength = m_every;
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &EnforceCommand::round);
    m_interruption = std::make_unique<Interruption>();
    connect(m_interruption.get(), &Interruption::asked, this, &EnforceCommand::interrupt);
    round();
}

Result<Done> EnforceCommand::readCall()
{
    const auto address = readSessionAddress(m_call.value(u"session-db"_s));
    if (!address)
        return fail(usageFailure(failureOf(address.error()).said));
    m_address = *address;
    if (m_call.has(u"db-secret-env"_s)) {
        const QString variable = m_call.value(u"db-secret-env"_s);
        m_password = Secret(qEnvironmentVariable(variable.toLocal8Bit().constData()));
        if (m_password.isEmpty())
            return fail(usageFailure(tr("The environment variable %1 is not set.").arg(variable)));
    }
    m_isWatching = m_call.has(u"watch"_s);
    if (m_call.has(u"every"_s)) {
        const auto seconds = m_call.positiveNumber(u"every"_s);
        if (!seconds)
            return fail(seconds.error());
        m_every = std::chrono::seconds(*seconds);
    }
    if (auto read = readControllers(); !read)
        return read;
    const ControllerLink *only = m_gatehouse.linkByName(m_call.value(u"controller"_s));
    const auto policy = m_gatehouse.profiles().loginPolicy(only ? only->profile().id : QString());
    m_devices = policy ? policy->devices : 1;
    if (!m_call.has(u"devices"_s))
        return Done{};
    return m_call.positiveNumber(u"devices"_s).map([this](int devices) {
        m_devices = devices;
        return Done{};
    });
}

Result<Done> EnforceCommand::readControllers()
{
    const QString name = m_call.value(u"controller"_s);
    if (!name.isEmpty()) {
        if (!m_gatehouse.linkByName(name))
            return fail(noSuchController(name));
        m_controllers = {name};
        return Done{};
    }
    for (const ControllerProfile &profile : m_gatehouse.profiles().controllers())
        m_controllers += profile.name;
    if (m_controllers.isEmpty())
        return tl::unexpected(Failure{Failure::Kind::NotFound, u"no controllers"_s,
            tr("there is no controller in this profile")});
    const bool givesSecret = m_call.has(u"secret-env"_s) || m_call.has(u"secret-stdin"_s);
    if (m_controllers.size() > 1 && (givesSecret || m_call.has(u"site"_s)))
        return fail(usageFailure(tr(
            "There are several controllers: say with --controller whose site and secret it is.")));
    return Done{};
}

void EnforceCommand::round()
{
    m_hadTrouble = false;
    m_askedToWait = 0s;
    m_done = {};
    const auto table = readSessions(m_address, m_password, m_call.value(u"query"_s));
    if (!table)
        return tableFailed(table.error());
    answersAgain(tableSource, tr("The session database answers again."));
    nameBadRows(table->badRows);
    m_surplus = surplusOf(table->sessions, m_devices);
    m_told = toldOf(*table, m_surplus);
    m_waiting = m_surplus.isEmpty() ? QStringList() : m_controllers;
    nextController();
}

void EnforceCommand::tableFailed(const SessionFault &fault)
{
    const Failure failure = failureOf(fault);
    if (!m_isWatching || fault.what != SessionFault::What::Away)
        return end(m_console.say(failure, failure.said));
    sayOnce(tableSource, failure.said);
    m_hadTrouble = true;
    pause();
}

void EnforceCommand::nextController()
{
    if (m_waiting.isEmpty() || m_isStopping)
        return endRound();
    const QString name = m_waiting.takeFirst();
    if (m_sessions.contains(name))
        enforce(name);
    else
        open(name);
}

void EnforceCommand::open(const QString &name)
{
    auto session = std::make_unique<ControllerSession>(m_gatehouse, m_call, name);
    auto *opened = session.get();
    m_sessions[name] = std::move(session);
    opened->open()->then(this, [this, name](const Result<Done> &isOpen) {
        if (isOpen)
            return enforce(name);
        // It is answering just now.
        m_sessions.extract(name).mapped().release()->deleteLater();
        controllerEnded(name, isOpen.error());
    });
}

void EnforceCommand::enforce(const QString &name)
{
    auto *round = new EnforceRound(
        m_gatehouse, *m_sessions.at(name), m_surplus, m_call.has(u"dry-run"_s), this);
    m_round = round;
    connect(round, &EnforceRound::found, this,
        [this, name](
            const SurplusSession &surplus, const Site &site) { wouldCancel(name, surplus, site); });
    connect(round, &EnforceRound::cancelled, this,
        [this, name](const ActionReport &report, const SurplusSession &surplus, const Site &site) {
            show(name, report, surplus, site);
        });
    connect(round, &EnforceRound::finished, this,
        [this, name, round](const std::optional<Failure> &failure) {
            round->deleteLater();
            controllerEnded(name, failure);
        });
    round->start();
}

/// A controller that is away hinders the others as little as itself; what only a person can mend
/// ends the watch.
void EnforceCommand::controllerEnded(const QString &name, const std::optional<Failure> &failure)
{
    if (!failure) {
        answersAgain(name, tr("%1 answers again.").arg(name));
        return nextController();
    }
    if (m_isWatching && !mayReadLater(failure->kind))
        return endWith(*failure);
    m_hadTrouble = true;
    m_worst = std::max(m_worst, exitCodeOf(*failure));
    m_askedToWait = std::max(m_askedToWait, failure->retryAfter.value_or(0s));
    if (m_controllers.size() == 1 && !m_isWatching)
        return endWith(*failure);
    sayOnce(name, u"%1: %2"_s.arg(name, phrases::text(*failure)));
    nextController();
}

void EnforceCommand::wouldCancel(
    const QString &controller, const SurplusSession &surplus, const Site &site)
{
    QJsonObject object = toJson(surplus);
    object.insert(u"controller"_s, controller);
    object.insert(u"site"_s, site.name);
    m_done.append(object);
    nameTie(surplus);
    if (!m_console.isJson())
        m_console.print(tr("%1 would be cancelled: %2.")
                            .arg(surplus.session.mac.toString(), reasonOf(surplus)));
}

void EnforceCommand::nameTie(const SurplusSession &surplus)
{
    if (surplus.isTied)
        m_console.note(tr("%1 is on several devices since the same time: the higher MAC address "
                          "stays.")
                           .arg(surplus.session.login));
}

void EnforceCommand::show(const QString &controller, const ActionReport &report,
    const SurplusSession &surplus, const Site &site)
{
    m_worst = std::max(m_worst, exitCodeOf(report.outcome, report.failure));
    QJsonObject object = toJson(surplus);
    object.insert(u"controller"_s, controller);
    object.insert(u"site"_s, site.name);
    object.insert(u"outcome"_s, toWord(report.outcome));
    object.insert(u"message"_s, phrases::text(report));
    if (report.record != 0)
        object.insert(u"record"_s, report.record);
    m_done.append(object);
    nameTie(surplus);
    if (m_console.isJson())
        return;
    const QString line = phrases::text(report) + u' ' + reasonOf(surplus);
    if (report.outcome == Outcome::Confirmed)
        m_console.print(line);
    else
        m_console.note(u"gatehouse-cli: "_s + line);
}

void EnforceCommand::endRound()
{
    print();
    if (!m_isWatching)
        return end(m_worst);
    // A record that cannot be written forbids every further action.
    if (m_worst == ExitCode::LocalStore)
        return end(m_worst);
    if (m_isStopping)
        return end(ExitCode::Success);
    pause();
}

void EnforceCommand::print()
{
    const bool isDryRun = m_call.has(u"dry-run"_s);
    if (m_console.isJson() && !(m_isWatching && m_done.isEmpty())) {
        m_told.insert(isDryRun ? u"wouldCancel"_s : u"cancelled"_s, m_done);
        m_console.print(QJsonDocument(m_told));
    } else if (!m_console.isJson() && !m_isWatching && m_done.isEmpty() && !m_hadTrouble) {
        m_console.print(tr("No login is on more than %n device(s).", nullptr, m_devices));
    }
}

void EnforceCommand::pause()
{
    if (m_isStopping)
        return end(ExitCode::Success);
    m_pauseLength = m_hadTrouble
        ? std::min(m_pauseLength * 2, std::max<std::chrono::seconds>(m_every, longestPause))
        : m_every;
    m_pause.start(std::max(m_hadTrouble ? m_pauseLength : m_every, m_askedToWait));
}

/// The action under way comes to its end first.
void EnforceCommand::interrupt()
{
    m_isStopping = true;
    if (m_pause.isActive()) {
        m_pause.stop();
        return end(m_isWatching ? ExitCode::Success : m_worst);
    }
    if (m_round)
        m_round->stop();
}

void EnforceCommand::sayOnce(const QString &source, const QString &sentence)
{
    if (m_away.contains(source))
        return;
    m_away += source;
    m_console.note(m_isWatching ? tr("%1 Gatehouse goes on asking.").arg(sentence) : sentence);
}

void EnforceCommand::answersAgain(const QString &source, const QString &sentence)
{
    if (m_away.remove(source))
        m_console.note(sentence);
}

void EnforceCommand::nameBadRows(const QList<BadSessionRow> &rows)
{
    constexpr qsizetype mostNamed = 5;
    if (rows == m_namedRows)
        return;
    m_namedRows = rows;
    for (const BadSessionRow &row : rows.mid(0, mostNamed))
        m_console.note(sentenceOf(row));
    if (rows.size() > mostNamed)
        m_console.note(
            tr("and %n more row(s) that cannot be used", nullptr, int(rows.size() - mostNamed)));
}
