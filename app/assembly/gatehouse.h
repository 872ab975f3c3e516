#pragma once

#include "assembly/historywork.h"
#include "clients/actionrunner.h"
#include "clients/clientdirectory.h"
#include "clients/controllerlink.h"
#include "clients/offers.h"
#include "clients/phonetwins.h"
#include "clients/redirectplace.h"
#include "clients/settler.h"
#include "clients/undo.h"
#include "core/audit.h"
#include "core/clock.h"
#include "core/http.h"
#include "core/vault.h"
#include "drivers/controllerdetection.h"
#include "store/profilestore.h"

#include <QObject>

#include <memory>

class HistoryReading;

/// What Gatehouse stands on. Handed in, so that tests and the demo can stand it on something else.
struct Ports
{
    std::unique_ptr<Clock> clock;
    std::unique_ptr<ChannelFactory> channels;
    std::unique_ptr<CertificateReader> certificates;
    std::unique_ptr<AuditLog> audit;
    std::unique_ptr<ProfileStore> profiles;
    std::unique_ptr<CredentialVault> vault; ///< may ask profiles, and so goes before them
    ReadBackPatience patience = {};

    /// Opens the same history again, for HistoryWork and HistoryReading. Absent: the one answers
    /// NotSupported, the other reads `audit`.
    HistoryOpener openHistory = {};

    /// The file with the rows of the last session; empty: none are kept.
    QString lastSession = {};
};

/// What a person typed to add a controller or a credential to it.
struct NewController
{
    ControllerProfile profile; ///< id empty: a new one is made
    Credentials credentials;
    bool rememberSecrets = true; ///< false: keep the secret in memory for this session

    /// What else the controller may speak with these credentials, where detection left it open.
    QList<Generation> alternatives = {};
};

/// What the test of a controller's credentials showed. Nothing was changed.
struct ControllerCheck
{
    Generation generation = Generation::UnifiIntegration; ///< of the candidate and its alternatives
    ControllerIdentity identity;
    QList<Site> sites;
    Capabilities capabilities;
    LimitRules limitRules;
};

class CapturePortal;
class SessionMemory;

/// The whole program without a face: everything is built here once, and window and CLI use the same
/// one.
class Gatehouse : public QObject
{
    Q_OBJECT

public:
    explicit Gatehouse(Ports ports, QObject *parent = nullptr);
    ~Gatehouse() override;

    /// Loads the profile and opens the history. A failure here means that nothing can be shown or
    /// done: say it and end.
    [[nodiscard]] Result<Done> load();

    /// The two halves of load(), for a window that is painted between them. Before openHistory()
    /// nothing may be asked of the history, and nobody knows who the guests are.
    [[nodiscard]] Result<Done> loadProfile();
    [[nodiscard]] Result<Done> openHistory();

    /// The rows of the last session, to be shown between loadProfile() and connectAll().
    [[nodiscard]] SessionMemory &lastSession();

    /// Connects every controller of the profile, reading each one's keychain item once, and from
    /// now on each one that is added. Without this call nothing is polled: the CLI runs its errands
    /// alone.
    void connectAll();

    // --- controllers
    // -------------------------------------------------------------------------------------------
    [[nodiscard]] QList<ControllerLink *> links() const; ///< in the order of the profile
    [[nodiscard]] ControllerLink *link(
        const QString &controllerId) const; ///< null when there is none
    [[nodiscard]] ControllerLink *linkByName(const QString &name) const;

    /// Finds out what answers at an address that a person typed. Sends no secret.
    [[nodiscard]] Job<DetectedController> *detect(const QString &address);

    /// Signs in with these credentials and asks what can be done with them, without storing or
    /// changing anything.
    [[nodiscard]] Job<ControllerCheck> *check(const NewController &candidate);

    /// Stores secret first, then profile, then connects. On failure nothing is left behind, and
    /// nothing typed is lost.
    [[nodiscard]] Job<Done> *add(const NewController &controller);

    /// Adds a credential to a controller that exists, or replaces the one of the same kind.
    [[nodiscard]] Job<Done> *addCredential(
        const QString &controllerId, const Credential &credential, bool remember = true);

    [[nodiscard]] Result<Done> rename(const QString &controllerId, const QString &name);

    /// A person looked at both fingerprints and trusts the new certificate.
    [[nodiscard]] Result<Done> trust(const QString &controllerId, const QByteArray &sha256);

    enum class SecretsOf { Removed, LeftBehind };

    /// Removes the keychain item and the profile; history stays. While the keychain does not answer
    /// this fails and changes nothing, unless a person chose to leave the item behind there.
    [[nodiscard]] Job<Done> *remove(
        const QString &controllerId, SecretsOf secrets = SecretsOf::Removed);

    /// Tries again at once: after a failure, or when the person has unlocked the keychain.
    void reconnect(const QString &controllerId);

    // --- without a live picture: the CLI
    // --------------------------------------------------------------------------
    /// The secrets of a controller, from memory when they were read before, else from the vault.
    [[nodiscard]] Job<Credentials> *credentials(const QString &controllerId);

    /// A driver with a channel of its own, for one errand. Owned by the caller.
    [[nodiscard]] Result<std::unique_ptr<ControllerDriver>> makeDriver(
        const ControllerProfile &profile, const Credentials &credentials);

    /// Settles what a dead program left open. Once connectAll() was called, it does so by itself.
    [[nodiscard]] Settler &settler();

    // --- clients and actions
    // -----------------------------------------------------------------------------------
    [[nodiscard]] ClientDirectory &directory();
    [[nodiscard]] ActionRunner &actions();

    /// What can be asked of a row now.
    [[nodiscard]] Offer offer(ClientAction action, const ClientKey &key) const;

    /// Why it cannot, and with which further credential it could, as a sentence; empty when it can.
    [[nodiscard]] QString whyNot(ClientAction action, const ClientKey &key) const;

    /// Fills in operator, names, the client as it stands and the redirect that it brought, and
    /// runs. False: under way already, or unknown client. Where the site has a policy that counts
    /// this guest's devices, it is followed; see ActionRunner::admissionAsked().
    bool authorize(const ClientKey &key, const Limits &limits, const Guest &guest = {},
        const QString &reason = {});
    bool extend(const ClientKey &key, int addMinutes, const QString &reason = {});
    bool cancel(const ClientKey &key, const QString &reason = {});
    bool block(const ClientKey &key, const QString &reason = {});
    bool unblock(const ClientKey &key, const QString &reason = {});

    /// The device of which this waiting one seems to be the new address: the same phone, which has
    /// made up another one.
    [[nodiscard]] Job<std::optional<PhoneTwin>> *findTwin(const ClientKey &key);

    /// Lets the new address in with what is left of the old one's authorization, which ends before.
    /// False: they are no twins (any more), or one is under way already.
    bool moveAuthorization(const ClientKey &from, const ClientKey &to);

    // --- undo
    // --------------------------------------------------------------------------------------------------
    /// Why a record cannot be undone now, as a sentence; empty when it can.
    [[nodiscard]] QString whyNoUndo(const AuditRecord &record) const;

    /// Why an action on this row could not be undone afterwards: to be said before. Empty when it
    /// could, or when there is no such row.
    [[nodiscard]] QString whyNoUndoOf(AuditAction action, const ClientKey &key) const;

    /// Puts back what the record did, by an action of its own that refers to it. False: it cannot
    /// be undone, or something is under way on this client.
    bool undo(const AuditRecord &record);

    // --- what nobody knows
    // -----------------------------------------------------------------------------------------
    /// Records of which nobody knows what came of them, and of which no person has said that they
    /// saw it; newest first, a few hundred at most.
    [[nodiscard]] QList<AuditRecord> unseen() const;
    [[nodiscard]] Result<Done> markSeen(qint64 record);

    // --- the history without waiting for it
    // -----------------------------------------------------------------------------------------
    [[nodiscard]] HistoryReading &historyReading();
    [[nodiscard]] HistoryWork &historyWork();

    /// Forgets for good whom the records were about that the filter means, here, in the history and
    /// in what is kept for the next start.
    /// The value is the number of records.
    [[nodiscard]] Job<qint64> *erase(const HistoryFilter &filter);

    /// Forgets whom records were about that are older than the profile says. Done by itself when
    /// the controllers are connected, and once a day from then on.
    void eraseOldRecords();

    // --- captured redirects
    // ------------------------------------------------------------------------------------
    /// Reads the address to which a waiting device's browser was sent, out of pasted text.
    /// InvalidInput comes with the sentence.
    [[nodiscard]] static Result<CapturedRedirect> readRedirect(const QString &pasted);

    /// The sites that it can be of: where there are several, a person must say which.
    [[nodiscard]] QList<RedirectPlace> placesOf(const CapturedRedirect &redirect) const;

    /// A person says that the device waits there: its row, made where there is none, carries the
    /// redirect from now on, and so does what is asked for it.
    ClientKey takeRedirect(const CapturedRedirect &redirect, const RedirectPlace &place);

    // --- history, presets, settings
    // ----------------------------------------------------------------------------
    [[nodiscard]] AuditLog &audit();
    [[nodiscard]] ProfileStore &profiles();
    [[nodiscard]] CredentialVault &vault();
    [[nodiscard]] const Clock &clock() const;

    /// The waiting room. It opens with connectAll(), where the profile says so.
    [[nodiscard]] CapturePortal &portal();

    [[nodiscard]] QString siteName(const QString &controllerId, const QString &siteId) const;

Q_SIGNALS:
    void linkAdded(ControllerLink *link);
    void linkRemoved(const QString &controllerId);
    void linkChanged(ControllerLink *link); ///< state, sites, capabilities or profile
    void presetsChanged();
    void undoOffered(const AuditRecord &record); ///< an action ended, and this record can be undone
    void historyErased(); ///< what was read of it before holds no longer
    void attentionChanged(); ///< unseen() may have another answer

private:
    class Parts;

    ControllerLink *addLink(const ControllerProfile &profile);
    Result<Done> storeAndConnect(const NewController &candidate);
    Result<Done> noteCredentials(
        const QString &controllerId, const Credentials &credentials, bool remember);
    [[nodiscard]] bool hasOtherThan(const QString &controllerId, CredentialKind kind) const;
    Result<Done> forget(const QString &controllerId);
    [[nodiscard]] Guest guestOf(const ClientKey &key) const;
    [[nodiscard]] std::optional<ActionRequest> requestFor(AuditAction action, const ClientKey &key,
        const Limits &limits, const Guest &guest, const QString &reason) const;
    bool run(const std::optional<ActionRequest> &request, const Admission &admission = {});
    [[nodiscard]] Admission admissionFor(const ActionRequest &request) const;
    [[nodiscard]] std::optional<WifiClient> movedPhone(const ClientKey &key) const;
    [[nodiscard]] std::optional<PhoneTwin> twinAmong(
        const ClientKey &key, const QList<HeldDevice> &held) const;
    [[nodiscard]] UndoCircumstances undoCircumstances(const ControllerLink &owner) const;
    [[nodiscard]] tl::expected<UndoPlan, UndoRefusal> undoPlan(
        const AuditRecord &record, bool isLatest = false) const;
    void eraseRecords(const HistoryFilter &filter, const QPointer<Job<qint64>> &answer);
    void noteEnd(const ActionReport &report);

    std::unique_ptr<Parts> m_parts;
};
