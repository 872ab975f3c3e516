#pragma once

#include "core/job.h"
#include "core/limits.h"
#include "core/result.h"
#include "core/wificlient.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <array>
#include <optional>

enum class AuditAction { Authorize, Extend, Cancel, Block, Unblock };

/// What came of an action. Only Confirmed looks like success.
enum class Outcome {
    Confirmed, ///< the controller's own state shows what was asked
    Differs, ///< it shows something else
    NotConfirmed, ///< the controller took it, but its state did not show it in time
    Refused, ///< the controller said no
    Failed, ///< never reached the controller
    Unknown, ///< sent, and nobody can say
};
inline constexpr std::array allOutcomes{
    Outcome::Confirmed,
    Outcome::Differs,
    Outcome::NotConfirmed,
    Outcome::Refused,
    Outcome::Failed,
    Outcome::Unknown,
};

/// An earlier record to which a record belongs.
struct AuditReference
{
    enum class Relation {
        Undoes, ///< puts back what the earlier one did
        Completes, ///< does what the earlier one had to put off
    };

    Relation relation = Relation::Undoes;
    qint64 record = 0;

    friend bool operator==(const AuditReference &, const AuditReference &) = default;
};

/// What was asked, of which controller, by whom and why. Written before anything is sent.
struct AuditIntent
{
    AuditAction action = AuditAction::Authorize;
    QDateTime time; ///< UTC, our clock
    std::optional<QDateTime> controllerTime; ///< UTC, the controller's clock, when known
    QString operatorName; ///< the name typed at the desk, else the user of the operating system
    QString systemUser
        = {}; ///< the user of the operating system; the log fills it in where it is empty
    ClientKey client;
    QString controllerName; ///< as it was called then
    QString siteName;
    QString deviceName; ///< name or host name as the controller told it
    Guest guest;
    QString reason;
    Limits asked; ///< for Extend: minutes is what to add
    std::optional<AuditReference> refersTo = {};

    /// Cancel and Extend: what was left just before, as the controller told it: the minutes begun
    /// until the end, the data not yet used, the rates. Absent: no authorization was told.
    std::optional<Limits> before = {};

    friend bool operator==(const AuditIntent &, const AuditIntent &) = default;
};

/// What came of it. Written once per intent.
struct AuditOutcome
{
    Outcome outcome = Outcome::Unknown;
    QDateTime time; ///< UTC, our clock
    std::optional<QDateTime> controllerTime;
    Limits got; ///< what the controller's state shows
    std::optional<QDateTime> until; ///< UTC, the end that the controller shows, in its clock
    std::optional<QDateTime> since = {}; ///< UTC, the start that it shows, in its clock
    std::optional<ClientState> shown = {}; ///< the state that it shows; absent: it was not read
    bool settledLater = false; ///< found out after the program that asked had died
    bool putOff = false; ///< cannot be done now, and is to be done when the device is seen
    QString message; ///< the sentence that the person saw
    QString detail; ///< English, for bug reports; never a secret

    friend bool operator==(const AuditOutcome &, const AuditOutcome &) = default;
};

/// Who had the personal part of records destroyed, and when.
struct Erasure
{
    QDateTime time; ///< UTC
    QString operatorName;

    friend bool operator==(const Erasure &, const Erasure &) = default;
};

struct AuditRecord
{
    qint64 id = 0; ///< grows; never reused
    AuditIntent intent;
    std::optional<AuditOutcome> outcome; ///< absent: still under way, or the program died
    bool seen = false; ///< a person has said that they saw it, see AuditLog::markSeen()
    std::optional<qint64> undoneBy = {}; ///< the latest record that undoes this one

    /// The guest, the device's MAC address and name, the reason and the sentences are gone for
    /// good.
    std::optional<Erasure> erased = {};

    friend bool operator==(const AuditRecord &, const AuditRecord &) = default;
};

/// Which records to list: newest first, every set part must match.
struct HistoryFilter
{
    std::optional<QDateTime> since; ///< inclusive, by the intent's time
    std::optional<QDateTime> until; ///< exclusive
    std::optional<MacAddress> mac;
    QString guest; ///< part of the guest's name, room or login ID, without case
    QString controllerId;
    QString text; ///< part of anything a person would look for, without case; MAC in any notation
    std::optional<Outcome> outcome;
    std::optional<AuditAction> action;
    std::optional<qint64> record; ///< just this one

    /// The whole name, room or login ID, without case; an empty field of it does not count.
    Guest exactGuest;

    /// Records of their own kind that somebody must look after.
    enum class Need {
        None,
        Settling, ///< no outcome, and the program that wrote the intent has died
        Seeing, ///< settled as Unknown, and nobody has said that they saw it
        Completing, ///< put off, and no later record completes it
    };
    Need need = Need::None;

    qint64 beforeRecord
        = 0; ///< page by key: only records older than this; 0 starts with the newest
    int limit = 200; ///< at most this many, 1 or more
};

/// Whether the chain of hashes holds.
struct ChainVerdict
{
    bool ok = false;
    qint64 records = 0;
    QString head; ///< hex SHA-256 of the newest entry, empty for an empty history
    qint64 firstBad = 0; ///< record id of the first entry that does not fit
    QString message; ///< English, what does not fit
};

/// Who was last behind a device, as history knows it.
struct KnownGuest
{
    ClientKey client;
    Guest guest;
    QDateTime time; ///< UTC, of the record that says so
};

/// The append-only record of every action. Calls are synchronous, but for those that give a job,
/// and durable: when begin() has answered, the intent survives a power cut.
class AuditLog
{
public:
    virtual ~AuditLog() = default;

    /// No intent, no request: whoever gets a failure here sends nothing. The value is the record's
    /// id.
    [[nodiscard]] virtual Result<qint64> begin(const AuditIntent &intent) = 0;
    [[nodiscard]] virtual Result<Done> finish(qint64 record, const AuditOutcome &outcome) = 0;

    /// The same for whoever has an event loop and must not wait for a disk: written in the order of
    /// the calls. As they stand here, they wait.
    [[nodiscard]] virtual Job<qint64> *beginLater(const AuditIntent &intent);
    [[nodiscard]] virtual Job<Done> *finishLater(qint64 record, const AuditOutcome &outcome);

    /// A person has seen that nobody knows what came of this record. Twice is once.
    [[nodiscard]] virtual Result<Done> markSeen(qint64 record, const QString &operatorName) = 0;

    /// Destroys for good who was behind the records that the filter means (its limit does not
    /// count): guest, MAC address, names of the device, reason, sentences. That they were erased,
    /// when and by whom, stays in the history, whose chain goes on to hold. The value is the number
    /// of records; those erased before do not count.
    [[nodiscard]] virtual Result<qint64> erase(const HistoryFilter &filter, const Erasure &erasure)
        = 0;

    [[nodiscard]] virtual Result<QList<AuditRecord>> list(const HistoryFilter &filter) const = 0;
    [[nodiscard]] virtual Result<ChainVerdict> verify() const = 0;

    /// The latest guest of each device that an authorization with guest, room or login named.
    [[nodiscard]] virtual Result<QList<KnownGuest>> knownGuests() const = 0;
};

/// Stable words of the CLI and of files: authorize, …; confirmed, differs, notConfirmed, refused,
/// failed, unknown.
[[nodiscard]] QString toWord(AuditAction action);
[[nodiscard]] QString toWord(Outcome outcome);
[[nodiscard]] std::optional<AuditAction> auditActionFromWord(QStringView word);
[[nodiscard]] std::optional<Outcome> outcomeFromWord(QStringView word);
