#pragma once

#include "clients/actionrun.h"
#include "core/loginpolicy.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

/// By which rule a device is let in.
struct Admission
{
    /// How many devices its guest may have; nothing: any number.
    std::optional<LoginPolicy> policy;

    /// The device whose authorization this one takes over: it ends first in any case.
    std::optional<ClientKey> replaces;
};

/// The sentences of an admission.
struct AdmissionWording
{
    ReportWording sentence;

    /// The reason in the record of a cancel that makes room for the device of this request.
    std::function<QString(const ActionRequest &newcomer)> cancelReason;
};

/// Lets one device in where its guest may hold only so many: look whether it can be let in at all,
/// ask the controller about the devices that history says the guest holds, end as many of them as
/// the policy says, each with record and read-back, longest in first, and only then authorize. A
/// device that is away is put off, and in the way no longer: its cancel is recorded, to be done
/// when it is seen. Where another cancel is not proven, the policy decides. Emits finished() once
/// and deletes itself.
class AdmissionRun : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Looking, ///< at the new device
        Counting, ///< the controller is asked about each device that the guest may hold
        Asking, ///< a person must say what happens
        Cancelling, ///< one device after the other
        Authorizing,
        Finished,
    };

    /// driver, audit and clock must outlive the run; a driver that dies before the end ends it.
    AdmissionRun(ActionRequest request, Admission admission, ControllerDriver &driver,
        AuditLog &audit, const Clock &clock, ReadBackPatience patience, AdmissionWording wording,
        QObject *parent = nullptr);

    void start();

    /// Before anything is sent: ends it, with nothing done. While a device is cancelled: that is
    /// proven, and nobody is let in. Later as ActionRun::cancel().
    void cancel();

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] const ActionRequest &request() const { return m_request; }
    [[nodiscard]] const LoginPolicy &policy() const { return m_policy; }

    /// The devices that the guest holds besides the new one, longest in first; known from Asking
    /// on.
    [[nodiscard]] const QList<HeldDevice> &holders() const { return m_holders; }

    // What a person may answer to asked(). Without effect in another stage.
    void cancelOldest();
    void goOn(); ///< lets it in beside the others
    void giveUp();

Q_SIGNALS:
    void stageChanged(AdmissionRun::Stage stage);
    void asked(); ///< see holders()
    void authorizing(ActionRun::Stage stage);
    void cancelling(const ActionRequest &request); ///< of another device
    void cancelled(const ActionRequest &request, const ActionReport &report); ///< how that ended
    void finished(const ActionReport &report); ///< of the new device

private:
    using Read = std::function<void(const Result<WifiClient> &)>;

    void look();
    void looked(const Result<WifiClient> &answer);
    void count();
    void askNext();
    void told(HeldDevice device, const Result<WifiClient> &answer);
    void counted();
    void makeRoom();
    void cancelNext();
    void cancelEnded(
        const HeldDevice &device, const ActionRequest &request, const ActionReport &report);
    void authorize();
    void read(const WifiClient &client, const Read &then);
    [[nodiscard]] ActionRequest cancelOf(const HeldDevice &device) const;
    [[nodiscard]] ActionRun *make(const ActionRequest &request);
    void end(const ActionReport &report);
    void endUnsent(const std::optional<Failure> &failure);
    void endHeld(const QString &detail);
    void enter(Stage stage);

    ActionRequest m_request;
    Admission m_admission;
    LoginPolicy m_policy; ///< of the admission, or the default
    QPointer<ControllerDriver> m_driver;
    AuditLog &m_audit;
    const Clock &m_clock;
    ReadBackPatience m_patience;
    AdmissionWording m_wording;

    Stage m_stage = Stage::Looking;
    bool m_givenUp = false;
    int m_looks = 0;
    ActionReport m_report; ///< of the new device, as far as it got
    QList<HeldDevice> m_unasked;
    QList<HeldDevice> m_holders;
    QList<HeldDevice> m_toCancel;
    QPointer<ActionRun> m_run;
    QPointer<JobBase> m_job;
    QTimer m_pause;
    std::function<void()> m_afterPause;
    QDateTime m_since;
};
