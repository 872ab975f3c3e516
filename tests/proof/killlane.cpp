#include "proof/killlane.h"

#include "store/sqliteauditlog.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 120'000;

/// Longer than a device needs to be told from the next program that acts on it.
constexpr qint64 restMs = 2'000;

/// Of gatehouse-cli, when it did something.
enum class Exit { Confirmed = 0, NotConfirmed = 6 };

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

QList<KillLane::Way> killWays()
{
    const QStringList minutes{u"--minutes"_s, u"120"_s};
    const QString slow = u"slow-actions=60"_s;
    return {
        {u"eap2"_s, u"2.5.4"_s, u"user"_s, true, minutes, false, false, {slow}},
        {u"omada3"_s, u"3.2.17"_s, u"user"_s, true, minutes, false, false, {}},
        {u"omada4"_s, u"4.4.6"_s, u"user"_s, true, minutes, false, true, {}},
        {u"omada5"_s, u"5.15.24"_s, u"user"_s, true, minutes, true, true, {slow}},
        {u"omada5"_s, u"6.2.14"_s, u"user"_s, true, minutes, true, true, {}},
        {u"omada-openapi"_s, u"6.2.14"_s, u"clientId"_s, false, {}, true, true, {slow}},
        {u"unifi-integration"_s, u"10.0.162"_s, u"apiKey"_s, false, minutes, true, true,
            {u"confirm-delay=1"_s}},
        {u"unifi-classic"_s, u"10.0.162"_s, u"user"_s, false, minutes, true, true, {slow}},
    };
}

KillLane::KillLane(Way way, unsigned seed)
    : m_way(std::move(way))
    , m_random(seed)
{
}

QStringList KillLane::secret() const
{
    return {u"--secret-env"_s, u"GATEHOUSE_TEST_SECRET"_s};
}

QString KillLane::begin(int kills)
{
    m_cli = std::make_unique<Cli>();
    m_log = m_cli->home() + u"/controller.jsonl"_s;
    // Who cannot be cancelled is let in once.
    const int guests = m_way.cancels ? 16 : 3 * kills + 16;
    QStringList arguments{u"--generation"_s, m_way.generation, u"--version"_s, m_way.version,
        u"--clients"_s, QString::number(guests + 8), u"--waiting"_s, QString::number(guests),
        u"--log"_s, m_log, u"--site"_s, u"Harbour"_s, u"--lifetime"_s, u"7200"_s, u"--seed"_s,
        QString::number(m_random() % 1000)};
    for (const QString &fault : m_way.faults)
        arguments += {u"--fault"_s, fault};
    m_simulator = std::make_unique<SimulatorProcess>(arguments);
    if (!m_simulator->isReady())
        return title() + u": no simulator"_s;
    m_site = u"Harbour"_s;
    QStringList add{u"controller"_s, u"add"_s, u"Desk"_s, u"--url"_s, m_simulator->url(),
        u"--pin"_s, m_simulator->pin(), u"--generation"_s, m_way.generation, u"--no-keychain"_s};
    QString key = u"apiKey"_s;
    if (m_way.account == "user"_L1) {
        add += {u"--user"_s, m_simulator->credential(u"user"_s)};
        key = u"password"_s;
    } else if (m_way.account == "clientId"_L1) {
        add += {u"--client-id"_s, m_simulator->credential(u"clientId"_s)};
        key = u"clientSecret"_s;
    }
    if (!m_way.listsSites)
        add += {u"--site"_s, m_site};
    m_cli->setSecret(m_simulator->credential(key));
    const CliAnswer added = m_cli->run(add + secret());
    if (added.exitCode != 0)
        return title() + u": "_s + QString::fromUtf8(added.err);
    const QJsonArray waiting = m_simulator->ready().value(u"waiting").toArray();
    const QJsonArray redirects = m_simulator->ready().value(u"redirects").toArray();
    for (qsizetype i = 0; i < waiting.size(); ++i)
        m_devices.append({waiting[i].toString(), redirects.at(i).toString(), 0});
    return {};
}

KillLane::Device &KillLane::someDevice()
{
    const size_t first = m_random() % size_t(m_devices.size());
    for (qsizetype i = 0;; ++i) {
        Device &device = m_devices[(qsizetype(first) + i) % m_devices.size()];
        if (nowMs() - device.usedAtMs > restMs)
            return device;
        if (i % m_devices.size() == 0)
            QThread::msleep(20);
    }
}

/// Half of them let in; what does not fit the device's state ends without a record, as it should.
QStringList KillLane::someAction(const Device &device)
{
    const auto log = readControllerLog(m_log);
    const auto mac = MacAddress::parse(device.mac);
    const auto isAbout = [&](const LoggedAction &action) { return action.mac == mac; };
    const auto latest = std::ranges::find_if(log.rbegin(), log.rend(), isAbout);
    const bool isIn = latest != log.rend() && latest->fits.contains(AuditAction::Extend);
    const QStringList byMac{u"--mac"_s, device.mac, u"--site"_s, m_site};
    const QStringList common{u"--controller"_s, u"Desk"_s, u"--reason"_s, u"test"_s};
    if (isIn && m_way.cancels && random() < 0.3)
        return QStringList{u"extend"_s} + common + byMac + QStringList{u"--minutes"_s, u"30"_s};
    if (isIn && m_way.cancels)
        return QStringList{u"cancel"_s} + common + byMac;
    const QStringList whom
        = m_way.byRedirect ? QStringList{u"--redirect"_s, device.redirect} : byMac;
    return QStringList{u"authorize"_s} + common + whom + m_way.minutes
        + QStringList{u"--guest"_s, u"Guest %1"_s.arg(device.mac)};
}

/// False: it was faster.
bool KillLane::isKilled(const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(m_cli->environment());
    process.start(qEnvironmentVariable("GATEHOUSE_BIN_DIR") + u"/gatehouse-cli"_s,
        arguments + secret() + QStringList{u"--profile"_s, m_cli->profile()});
    process.closeWriteChannel();
    awaitSomeInstant(process);
    if (process.state() != QProcess::NotRunning) {
        process.kill(); // SIGKILL
        process.waitForFinished(patienceMs);
    }
    return process.exitStatus() == QProcess::CrashExit;
}

/// Anywhere; in the later part, where a program records and acts; or within a blink of the intent.
void KillLane::awaitSomeInstant(QProcess &program)
{
    constexpr int blinkMs = 12;
    const auto manner = m_random() % 3;
    const double part = random();
    if (manner < 2) {
        const double from = manner == 0 ? 0 : 0.5;
        program.waitForFinished(1 + int((from + part * (1.05 - from)) * m_usualMs));
        return;
    }
    while (program.state() != QProcess::NotRunning && newestRecord() == m_newest)
        program.waitForFinished(1);
    program.waitForFinished(int(part * blinkMs));
}

qint64 KillLane::newestRecord() const
{
    const auto log = SqliteAuditLog::open(m_cli->profile() + u"/history.db"_s);
    HistoryFilter latest;
    latest.limit = 1;
    const auto records = log ? (*log)->list(latest) : fail(log.error());
    return records && !records->isEmpty() ? records->first().id : 0;
}

void KillLane::leaveAlone(const QStringList &arguments)
{
    QElapsedTimer time;
    time.start();
    // What had nothing to do does not tell how long something takes.
    const int code = m_cli->run(arguments + secret()).exitCode;
    if (code != int(Exit::Confirmed) && code != int(Exit::NotConfirmed))
        return;
    const auto took = double(time.elapsed());
    m_usualMs = m_usualMs > 0 ? 0.7 * m_usualMs + 0.3 * took : took;
}

void KillLane::killOnce()
{
    for (;;) {
        Device &device = someDevice();
        const QStringList arguments = someAction(device);
        // One in eight goes its way, so that the usual time is known and there is more to confuse.
        const bool spared = m_usualMs == 0 || m_random() % 8 == 0;
        if (spared)
            leaveAlone(arguments);
        const bool killed = !spared && isKilled(arguments);
        device.usedAtMs = nowMs();
        ++(killed ? m_figures.kills : m_figures.completed);
        look(killed);
        if (killed)
            return;
    }
}

/// What the latest program left in the history: one record at most.
void KillLane::look(bool killed)
{
    const auto log = SqliteAuditLog::open(m_cli->profile() + u"/history.db"_s);
    HistoryFilter latest;
    latest.limit = 1;
    const auto records = log ? (*log)->list(latest) : fail(log.error());
    const auto verdict = log ? (*log)->verify() : fail(log.error());
    if (!verdict || !verdict->ok || !records) {
        ++m_figures.broken;
        return;
    }
    const bool isNew = !records->isEmpty() && records->first().id != m_newest;
    if (!isNew) {
        m_figures.beforeIntent += killed ? 1 : 0;
        return;
    }
    m_newest = records->first().id;
    if (!records->first().outcome)
        m_leftOpen.insert(m_newest);
    else
        m_figures.withOutcome += killed ? 1 : 0;
}

KillFigures KillLane::end()
{
    const CliAnswer settled
        = m_cli->run(QStringList{u"history"_s, u"settle"_s, u"--json"_s} + secret());
    if (settled.exitCode != 0)
        m_figures.complaints += title() + u": settle: "_s + QString::fromUtf8(settled.err);
    if (m_cli->run({u"history"_s, u"verify"_s}).exitCode != 0)
        ++m_figures.broken;
    const auto log = SqliteAuditLog::open(m_cli->profile() + u"/history.db"_s);
    HistoryFilter all;
    all.limit = 1'000'000;
    const auto records = log ? (*log)->list(all) : fail(log.error());
    if (!records) {
        m_figures.complaints += title() + u": "_s + records.error().detail;
        return m_figures;
    }
    compare(*records, readControllerLog(m_log), m_leftOpen, m_figures);
    return m_figures;
}
