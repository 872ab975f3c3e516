#pragma once

#include "clients/actionrun.h"
#include "clients/proof.h"

#include <QPointer>
#include <QTimer>

/// The stages of a run, one function each, in the order in which they come.
class ActionRun::Steps
{
public:
    Steps(ActionRun &run, ActionRequest request, ControllerDriver &driver, AuditLog &audit,
        const Clock &clock, ReadBackPatience patience, ReportWording wording);

    void look();
    void giveUp();

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] const ActionRequest &request() const { return m_request; }

private:
    void ask();
    void looked(const Result<WifiClient> &answer);
    void takeLook(const Result<WifiClient> &answer);
    [[nodiscard]] bool mayLookAfter(const Failure &failure) const;
    [[nodiscard]] bool canBePutOff() const;
    void record(const std::optional<Failure> &whyPutOff = {});
    void recorded(const Result<qint64> &begun, const std::optional<Failure> &whyPutOff);
    void send();
    [[nodiscard]] Job<ActionAnswer> *sent();
    [[nodiscard]] std::optional<CapturedRedirect> redirect() const;
    void answered(const Result<ActionAnswer> &answer);
    void readBackLater(std::chrono::milliseconds atLeast = {});
    void readBack();
    void readBackAnswered(const Result<WifiClient> &answer);
    void judge(const Proof &proof);
    void judgeAbsence();
    void endUnproven();
    void end(Outcome outcome, const std::optional<Failure> &failure = {});
    void conclude();
    [[nodiscard]] AuditOutcome outcome() const;
    void concluded(const Result<Done> &kept);
    [[nodiscard]] bool mayWriteAfter(const Failure &failure);
    void enter(Stage stage);

    [[nodiscard]] QDateTime controllerNow() const;
    [[nodiscard]] QDateTime inOurClock(const QDateTime &controllerTime) const;

    ActionRun &m_run;
    ActionRequest m_request;
    QPointer<ControllerDriver> m_driver;
    AuditLog &m_audit;
    const Clock &m_clock;
    ReadBackPatience m_patience;
    ReportWording m_wording;

    Stage m_stage = Stage::Looking;
    bool m_started = false;
    bool m_givenUp = false;
    bool m_ended = false; ///< its outcome is known, and only to be recorded
    int m_heldUp = 0; ///< times that another program was writing to the audit log
    bool m_cannotAsk = false; ///< the controller has no way to tell about this client
    ActionReport m_report;
    SentAction m_sent;
    QPointer<JobBase> m_job;
    QTimer m_pause;

    std::optional<Failure> m_doubt; ///< the request failed so that it may have taken effect
    std::optional<Failure> m_readFailure; ///< why the latest look told nothing
    std::optional<Proof> m_latest;
    bool m_revoked = false; ///< the controller said which authorization it ended
    int m_looks = 0;
    int m_sameLooks = 0;
    std::chrono::milliseconds m_waited{0};
    QDateTime m_lookingSince;
    QDateTime m_readingSince;
};
