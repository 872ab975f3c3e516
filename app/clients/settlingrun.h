#pragma once

#include "clients/actionrun.h"
#include "clients/settlement.h"

#include <QPointer>
#include <QTimer>

/// How long one record is looked after, and how that ends.
struct SettlingManner
{
    /// What is done with a record of which the controller has not shown in time that it was done.
    enum class Unclear {
        LeaveOpen, ///< unless so much time has gone by since the intent that it never will
        TakeLatestLook, ///< as it stands now; the record stays open where there was no look
        TakeAnyhow, ///< the same, and unknown where there was no look
    };

    std::chrono::milliseconds longest{std::chrono::minutes(1)}; ///< of looking
    Unclear unclear = Unclear::LeaveOpen;
};

/// Settles one record whose program died between intent and outcome: asks the controller until it
/// shows what was asked, or so much time has gone by since the intent that it would. Sends nothing
/// but questions. Emits finished() once and deletes itself.
class SettlingRun : public QObject
{
    Q_OBJECT

public:
    /// patience says how long a controller may take to show an action. audit and clock must outlive
    /// the run; a driver that dies leaves the record open.
    SettlingRun(AuditRecord record, ControllerDriver &driver, AuditLog &audit, const Clock &clock,
        ReadBackPatience patience, SettlingManner manner, ReportWording wording,
        QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// With its outcome, or still without: then it is to be tried again later.
    void finished(const AuditRecord &record);

private:
    void ask();
    void answered(const Result<WifiClient> &answer);
    void judge();
    void askLater(std::chrono::milliseconds atLeast);
    void endUnclear();
    void endBy(const Settlement &settlement);
    void end(Outcome outcome, const Settlement &settlement, const Failure &why);
    void tell();
    [[nodiscard]] bool isRipe() const;
    [[nodiscard]] QDateTime controllerNow() const;

    AuditRecord m_record;
    QPointer<ControllerDriver> m_driver;
    AuditLog &m_audit;
    const Clock &m_clock;
    const ReadBackPatience m_patience;
    const SettlingManner m_manner;
    const ReportWording m_wording;

    SettlingEvidence m_evidence;
    std::optional<Settlement> m_latest;
    std::optional<Failure> m_readFailure; ///< why the latest look told nothing
    QTimer m_pause;
    size_t m_looks = 0;
    std::chrono::milliseconds m_ageAtStart; ///< of the intent
    std::chrono::milliseconds m_waited{0};
};

/// Writes that nobody knows what came of a record, and why; the value is the record with it.
[[nodiscard]] Result<AuditRecord> settleAsUnknown(AuditRecord record, const Failure &why,
    AuditLog &audit, const Clock &clock, const ReportWording &wording);
