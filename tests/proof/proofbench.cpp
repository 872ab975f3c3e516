#include "proof/proofbench.h"

#include "phrases/phrases.h"
#include "proof/trouble.h"
#include "store/profiledirectory.h"
#include "store/sqliteauditlog.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000;
constexpr int minutes = 600; ///< longer than any clock here jumps
constexpr int addedMinutes = 60;

using Keys = SimulatedGatehouse::Keys;

constexpr Way ways[] = {
    {"eap2", "eap2", "2.5.4", Keys::All},
    {"omada3", "omada3", "3.2.17", Keys::All},
    {"omada4", "omada4", "4.4.6", Keys::All},
    {"omada5", "omada5", "5.4.6", Keys::All},
    {"omada5-6.2.10", "omada5", "6.2.14", Keys::AccountOnly},
    {"openapi", "omada-openapi", "5.15.24", Keys::ApiOnly},
    {"openapi+op", "omada-openapi", "6.2.14", Keys::All},
    {"unifi-key", "unifi-integration", "10.0.162", Keys::ApiOnly},
    {"unifi-pair", "unifi-integration", "10.0.162", Keys::All},
    {"classic", "unifi-classic", "8.6.9", Keys::All},
};

SimulatorOptions optionsOf(const Way &way)
{
    SimulatorOptions options = simulated(QString::fromLatin1(way.generation), 4, 2);
    options.version = QString::fromLatin1(way.version);
    options.sites = {u"Harbour"_s};
    options.reconnectSeconds = 0; // a guest who is gone for seconds would only cost them
    return options;
}

template <typename T>
std::optional<T> valueOf(Job<T> *job)
{
    QObject context;
    std::optional<Result<T>> answer;
    job->then(&context, [&answer](const Result<T> &settled) { answer.emplace(settled); });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, patience) || !*answer)
        return std::nullopt;
    return **answer;
}

} // namespace

std::span<const Way> allWays()
{
    return ways;
}

ProofBench::ProofBench(const Way &way)
    : m_premises({optionsOf(way)}, way.keys)
{
    std::signal(SIGXFSZ, SIG_IGN); // a write beyond the limit is to fail, not to kill
    m_holder.setProgram(QStringLiteral(HISTORY_HOLDER));
}

ProofBench::~ProofBench()
{
    releaseHistory();
}

Trial ProofBench::tryOut(AuditAction action, const Trouble &trouble)
{
    Trial trial;
    trial.action = action;
    clearFaults();
    const Device device = newDevice();
    const bool isConnected = (trouble.staysSignedIn && m_driver) || connectDriver();
    trial.prepared = isConnected && prepare(action, device);
    if (!trouble.begins) {
        trouble.begin(*this);
        trial.prepared = trial.prepared && connectDriver();
    }
    qsizetype asked = 0;
    with([&](Simulator &simulator) { asked = simulator.requests().size(); });
    trial.before = truthOf(device.key);
    if (trial.prepared) {
        m_gap.start();
        trial.report = run(action, device, trouble);
        m_gap.stop();
        trial.longestGap = m_gap.longest();
    }
    trial.after = truthOf(device.key);
    trouble.end(*this);
    with([&](Simulator &simulator) { trial.requests = simulator.requests().mid(asked); });
    trial.begun = m_begun;
    readHistory(trial);
    return trial;
}

/// Signs in anew, and trusts the certificate of this moment.
bool ProofBench::connectDriver()
{
    Gatehouse &gatehouse = m_premises.gatehouse();
    ControllerProfile profile = gatehouse.links().first()->profile();
    with([&](Simulator &simulator) { profile.pinnedSha256 = simulator.certificateSha256(); });
    const auto credentials = valueOf(gatehouse.credentials(profile.id));
    auto driver = gatehouse.makeDriver(profile, credentials.value_or(Credentials()));
    if (!driver)
        return false;
    m_driver = std::move(*driver);
    if (!valueOf(m_driver->identify()))
        return false;
    const auto sites = valueOf(m_driver->listSites());
    m_siteId = sites && !sites->isEmpty() ? sites->first().id : QString();
    return !m_siteId.isEmpty();
}

ProofBench::Device ProofBench::newDevice()
{
    Device device;
    with([&](Simulator &simulator) {
        const QString mac = simulator.arrive();
        const SimulatorInfo info = simulator.info();
        device.key.mac = MacAddress::parse(mac).value();
        const QString redirect = info.redirects.value(info.waiting.indexOf(mac));
        if (const auto read = Gatehouse::readRedirect(redirect))
            device.redirect = *read;
    });
    return device;
}

bool ProofBench::prepare(AuditAction action, const Device &device)
{
    AuditAction first = AuditAction::Authorize;
    switch (action) {
    case AuditAction::Authorize:
    case AuditAction::Block:
        return true;
    case AuditAction::Extend:
    case AuditAction::Cancel:
        break;
    case AuditAction::Unblock:
        first = AuditAction::Block;
        break;
    }
    const auto report = run(first, device, noTrouble());
    return report
        && (report->outcome == Outcome::Confirmed || report->cannotBeAsked || report->record == 0);
}

ActionRequest ProofBench::requestFor(AuditAction action, const Device &device) const
{
    ActionRequest request;
    request.action = action;
    request.client.key = device.key;
    request.client.key.controllerId = m_premises.controllerId(0);
    request.client.key.siteId = m_siteId;
    request.redirect = device.redirect;
    request.operatorName = u"Desk"_s;
    request.controllerName = u"Controller 1"_s;
    request.siteName = u"Harbour"_s;
    if (action == AuditAction::Extend)
        request.limits.minutes = addedMinutes;
    if (action == AuditAction::Authorize)
        request.limits = settable({.minutes = minutes}, m_driver->authorizer()->limitRules());
    return request;
}

std::optional<ActionReport> ProofBench::run(
    AuditAction action, const Device &device, const Trouble &trouble)
{
    const ReadBackPatience hasty{{20ms, 50ms, 100ms}, 600ms, 120s, 2, 20ms};
    Gatehouse &gatehouse = m_premises.gatehouse();
    auto *wish = new ActionRun(requestFor(action, device), *m_driver, gatehouse.audit(),
        gatehouse.clock(), hasty, [](const ActionReport &report) { return phrases::text(report); });
    bool isIn = false; // a stage can come twice
    QObject::connect(wish, &ActionRun::stageChanged, &m_gap, [&](ActionRun::Stage stage) {
        if (stage == trouble.begins && !std::exchange(isIn, true))
            trouble.begin(*this);
        if (stage == trouble.ends)
            trouble.end(*this);
    });
    QSignalSpy finished(wish, &ActionRun::finished);
    wish->start();
    if (finished.isEmpty() && !finished.wait(patience))
        return std::nullopt;
    const auto report = finished.first().first().value<ActionReport>();
    m_begun += report.record == 0 ? 0 : 1;
    return report;
}

Truth ProofBench::truthOf(const ClientKey &key)
{
    Truth truth;
    with([&](Simulator &simulator) {
        const QString mac = key.mac.toString();
        truth = {simulator.isAuthorized(mac), simulator.authorizedUntil(mac),
            simulator.isBlocked(mac), simulator.now()};
    });
    return truth;
}

QString ProofBench::historyFile() const
{
    return ProfileDirectory::at(m_premises.folder()).historyFile();
}

void ProofBench::readHistory(Trial &trial) const
{
    const auto log = SqliteAuditLog::open(historyFile());
    if (!log)
        return;
    trial.history = (*log)->verify().value_or(ChainVerdict());
    if (!trial.report || trial.report->record == 0)
        return;
    HistoryFilter filter;
    filter.record = trial.report->record;
    filter.limit = 1;
    const auto records = (*log)->list(filter);
    if (records && !records->isEmpty())
        trial.record = records->first();
}

void ProofBench::with(const std::function<void(Simulator &)> &work)
{
    m_premises.simulators().with(0, work);
    m_gap.forgive();
}

void ProofBench::addFault(const QString &fault)
{
    with([&](Simulator &simulator) {
        if (const auto wrong = simulator.addFault(fault))
            qFatal("%s", qPrintable(*wrong));
    });
}

void ProofBench::clearFaults()
{
    with([](Simulator &simulator) { simulator.clearFaults(); });
}

void ProofBench::changeCertificate()
{
    with([](Simulator &simulator) { simulator.changeCertificate(); });
}

void ProofBench::fillDisk(bool full)
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = full ? 0 : limit.rlim_max;
    setrlimit(RLIMIT_FSIZE, &limit);
}

void ProofBench::holdHistory(std::chrono::milliseconds duration)
{
    m_holder.setArguments({historyFile(), QString::number(duration.count())});
    m_holder.start(QIODevice::ReadOnly);
    if (!m_holder.waitForReadyRead(patience))
        qFatal("the history cannot be held: %s", m_holder.readAllStandardError().constData());
    m_gap.forgive();
}

void ProofBench::releaseHistory()
{
    if (m_holder.state() == QProcess::NotRunning)
        return;
    m_holder.kill();
    m_holder.waitForFinished(patience);
    m_gap.forgive();
}
