#include "clients/settlingrun.h"

#include "clients/actionfailures.h"
#include "clients/auditentries.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

Outcome outcomeOf(Settlement::Verdict verdict)
{
    switch (verdict) {
    case Settlement::Verdict::Confirmed:
        return Outcome::Confirmed;
    case Settlement::Verdict::Differs:
        return Outcome::Differs;
    case Settlement::Verdict::NotConfirmed:
        return Outcome::NotConfirmed;
    case Settlement::Verdict::Unproven:
        return Outcome::Unknown;
    }
    Q_UNREACHABLE();
}

/// Of a record that is settled now, as far as its intent tells.
ActionReport reportOn(const AuditRecord &record, Outcome outcome, const QDateTime &now)
{
    ActionReport report;
    report.record = record.id;
    report.action = record.intent.action;
    report.outcome = outcome;
    report.client.key = record.intent.client;
    report.client.name = record.intent.deviceName;
    report.asked = record.intent.asked;
    report.finishedAt = now;
    report.settledLater = true;
    return report;
}

} // namespace

SettlingRun::SettlingRun(AuditRecord record, ControllerDriver &driver, AuditLog &audit,
    const Clock &clock, ReadBackPatience patience, SettlingManner manner, ReportWording wording,
    QObject *parent)
    : QObject(parent)
    , m_record(std::move(record))
    , m_driver(&driver)
    , m_audit(audit)
    , m_clock(clock)
    , m_patience(std::move(patience))
    , m_manner(manner)
    , m_wording(std::move(wording))
    , m_ageAtStart(m_record.intent.time.msecsTo(clock.now()))
{
    m_evidence.intent = m_record.intent;
    m_evidence.endTolerance = m_patience.endTolerance;
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &SettlingRun::ask);
}

void SettlingRun::start()
{
    ask();
}

QDateTime SettlingRun::controllerNow() const
{
    const auto offset = m_driver ? m_driver->clockOffset() : std::chrono::milliseconds(0);
    return m_clock.now().addMSecs(offset.count());
}

/// Whether the controller has had all the time that it may take to show an action.
bool SettlingRun::isRipe() const
{
    const std::chrono::milliseconds age(m_record.intent.time.msecsTo(m_clock.now()));
    return std::max(age, m_ageAtStart + m_waited) >= m_patience.longest;
}

void SettlingRun::ask()
{
    if (!m_driver)
        return tell();
    ClientReader *reader = m_driver->reader();
    auto *job = reader
        ? reader->readClient(m_record.intent.client.siteId, m_record.intent.client.mac)
        : Job<WifiClient>::settled(fail(Failure::Kind::NotSupported, u"no reader"_s), this);
    job->then(this, [this](const Result<WifiClient> &answer) { answered(answer); });
}

void SettlingRun::answered(const Result<WifiClient> &answer)
{
    m_readFailure = answer ? std::nullopt : std::optional(answer.error());
    if (answer || answer.error().kind == Failure::Kind::NotFound) {
        // Asked after the look: what the look can show of a later action, the log has by now.
        const auto actedOnSince = isActedOnSince(m_record, m_audit);
        if (!actedOnSince)
            return tell();
        m_evidence.actedOnSince = *actedOnSince;
        m_evidence.now = answer ? std::optional(*answer) : std::nullopt;
        m_evidence.controllerNow = controllerNow();
        m_latest = settlementOf(m_evidence);
        return judge();
    }
    const Failure &why = answer.error();
    if (why.kind == Failure::Kind::NotSupported || why.kind == Failure::Kind::NotPermitted)
        return end(Outcome::Unknown, {}, why);
    if (!mayReadLater(why.kind))
        return endUnclear();
    askLater(why.retryAfter.value_or(std::chrono::seconds(0)));
}

void SettlingRun::judge()
{
    if (m_latest->verdict == Settlement::Verdict::Confirmed || isRipe())
        return endBy(*m_latest);
    askLater({});
}

void SettlingRun::askLater(std::chrono::milliseconds atLeast)
{
    if (m_patience.pauses.empty())
        return endUnclear();
    const auto pause
        = std::max(atLeast, m_patience.pauses[std::min(m_looks, m_patience.pauses.size() - 1)]);
    if (m_waited + pause > m_manner.longest)
        return endUnclear();
    ++m_looks;
    m_waited += std::max(pause, std::chrono::milliseconds(1));
    m_pause.start(pause);
}

void SettlingRun::endUnclear()
{
    if (m_manner.unclear != SettlingManner::Unclear::LeaveOpen && m_latest)
        return endBy(*m_latest);
    if (m_manner.unclear == SettlingManner::Unclear::TakeAnyhow)
        return end(Outcome::Unknown, {}, m_readFailure.value_or(Failure()));
    tell();
}

void SettlingRun::endBy(const Settlement &settlement)
{
    end(outcomeOf(settlement.verdict), settlement, m_readFailure.value_or(Failure()));
}

void SettlingRun::end(Outcome outcome, const Settlement &settlement, const Failure &why)
{
    ActionReport report = reportOn(m_record, outcome, m_clock.now());
    if (m_evidence.now) {
        const QString name = report.client.name;
        report.client = *m_evidence.now;
        report.client.key = m_record.intent.client;
        report.client.name = name.isEmpty() ? report.client.name : name;
    }
    report.got = settlement.got;
    report.differences = settlement.differences;
    if (settlement.until)
        report.until = m_clock.now().addMSecs(controllerNow().msecsTo(*settlement.until));
    AuditOutcome written = outcomeOf(report, m_wording);
    written.detail = why.detail;
    written.controllerTime = controllerNow();
    written.until = settlement.until;
    if (m_evidence.now) {
        written.shown = m_evidence.now->state;
        if (written.shown == ClientState::Authorized && m_evidence.now->authorization)
            written.since = m_evidence.now->authorization->since;
    }
    // Another program may have been faster: then the record has its outcome, and this one none.
    if (m_audit.finish(m_record.id, written))
        m_record.outcome = written;
    tell();
}

void SettlingRun::tell()
{
    Q_EMIT finished(m_record);
    deleteLater();
}

Result<AuditRecord> settleAsUnknown(AuditRecord record, const Failure &why, AuditLog &audit,
    const Clock &clock, const ReportWording &wording)
{
    AuditOutcome written = outcomeOf(reportOn(record, Outcome::Unknown, clock.now()), wording);
    written.detail = why.detail;
    const auto kept = audit.finish(record.id, written);
    if (!kept)
        return fail(kept.error());
    record.outcome = written;
    return record;
}
