#pragma once

#include "clients/helddevices.h"
#include "clients/offers.h"
#include "core/audit.h"
#include "core/clock.h"
#include "core/controllerdriver.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

/// What a person wants done to one client.
struct ActionRequest
{
    AuditAction action = AuditAction::Authorize;
    WifiClient client; ///< as it was seen; read anew before anything is sent
    Limits limits; ///< Authorize: what to set. Extend: minutes is what to add
    Guest guest;
    QString reason;
    QString operatorName;
    QString controllerName;
    QString siteName;

    /// Authorize: what the device's browser brought, where it did.
    std::optional<CapturedRedirect> redirect = {};

    /// Authorize: in place of an authorization that is under way, where there is one.
    bool anew = false;

    /// The earlier record that this one undoes or completes.
    std::optional<AuditReference> refersTo = {};

    /// Cancel: where the device is away and can be cancelled only while it is connected, record
    /// that this is to be done when it is seen again.
    bool putOffWhenAway = false;
};

/// One limit that came out otherwise than asked.
struct LimitDifference
{
    Limit limit = Limit::Duration;
    std::optional<int> asked;
    std::optional<int> got;
};

/// What came of an action run.
struct ActionReport
{
    qint64 record = 0; ///< audit record; 0 when nothing was recorded and therefore nothing sent
    AuditAction action = AuditAction::Authorize;
    Outcome outcome = Outcome::Unknown;
    WifiClient client; ///< the controller's state at the end, as far as it was read
    bool clientWasRead = false; ///< client is what the controller said during this run
    bool clientIsListed = true; ///< false: the latest look did not find it
    Limits asked;
    Limits got;
    std::optional<QDateTime> until; ///< UTC, our clock: the end that the controller shows
    std::optional<QDateTime> askedUntil; ///< UTC, our clock: the end that was asked for
    QDateTime finishedAt; ///< UTC
    QList<LimitDifference> differences;
    Offer offer = Offer::Ready; ///< otherwise: why nothing was sent, by the client's fresh state
    std::optional<CredentialKind> unlockedBy; ///< the credential with which it would be Ready

    /// With NotConfirmed: the controller accepted, but has no way to be asked what it did, so that
    /// nothing can ever confirm it.
    bool cannotBeAsked = false;

    /// The program that asked had died before it knew, and another one asked the controller.
    bool settledLater = false;
    std::optional<Failure> failure; ///< why it was refused, failed or stayed unknown
    bool putOff = false; ///< recorded, to be done when the device is seen again

    /// With Failed: the devices that the same guest holds, which is why nothing was sent.
    QList<HeldDevice> heldBy;
    /// Of these, how the cancel of the first one ended, where it could not be proven.
    std::optional<Outcome> cancelOutcome;
    QList<Failure> incomplete; ///< parts that the controller refused after it had done the rest
};

/// How patiently a run asks.
struct ReadBackPatience
{
    /// Pauses before each look; the last one repeats until `longest` is over.
    std::vector<std::chrono::milliseconds> pauses{std::chrono::milliseconds(150),
        std::chrono::milliseconds(500), std::chrono::milliseconds(1000),
        std::chrono::milliseconds(2000), std::chrono::milliseconds(3000)};
    std::chrono::milliseconds longest{45'000};

    /// How far the end that the controller shows may lie from what was asked.
    std::chrono::seconds endTolerance{120};

    /// So many times a client that is to be authorized is looked for: a device that has just joined
    /// is missing in a list for a moment.
    int looksForNewcomer = 4;
    std::chrono::milliseconds betweenThose{1500};
};

/// Makes the sentence of a report that a person reads, for the audit's message.
using ReportWording = std::function<QString(const ActionReport &)>;

/// One action on one client, from wish to proof: look at the client, record the intent, send one
/// request, ask the controller until its own state shows what was asked, record the outcome.
/// Nothing is sent without a recorded intent, and nothing is sent twice: not even after a refusal
/// that blames a roamed device, for the access point that an order names was read a moment before.
/// Emits finished() once and deletes itself.
class ActionRun : public QObject
{
    Q_OBJECT

public:
    enum class Stage { Looking, Recording, Sending, ReadingBack, Finished };

    /// audit and clock must outlive the run. A driver that dies before the end ends the run.
    ActionRun(ActionRequest request, ControllerDriver &driver, AuditLog &audit, const Clock &clock,
        ReadBackPatience patience, ReportWording wording, QObject *parent = nullptr);

    /// A run that is destroyed on the way records no outcome: what came of it is found out at the
    /// next start, see Settler.
    ~ActionRun() override;

    void start();

    /// Before the request is sent: ends the run as Failed/Cancelled. Afterwards: stops waiting for
    /// the proof (NotConfirmed), for what was sent cannot be taken back.
    void cancel();

    [[nodiscard]] Stage stage() const;
    [[nodiscard]] const ActionRequest &request() const;

Q_SIGNALS:
    void stageChanged(ActionRun::Stage stage);
    void finished(const ActionReport &report);

private:
    class Steps;
    std::unique_ptr<Steps> m_steps;
};
