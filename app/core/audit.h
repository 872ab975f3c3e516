#pragma once

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

/// What was asked, of which controller, by whom and why. Written before anything is sent.
struct AuditIntent
{
    AuditAction action = AuditAction::Authorize;
    QDateTime time; ///< UTC, our clock
    std::optional<QDateTime> controllerTime; ///< UTC, the controller's clock, when known
    QString operatorName; ///< the OS user, or the name typed at the desk
    ClientKey client;
    QString controllerName; ///< as it was called then
    QString siteName;
    QString deviceName; ///< name or host name as the controller told it
    Guest guest;
    QString reason;
    Limits asked; ///< for Extend: minutes is what to add

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
    QString message; ///< the sentence that the person saw
    QString detail; ///< English, for bug reports; never a secret

    friend bool operator==(const AuditOutcome &, const AuditOutcome &) = default;
};

struct AuditRecord
{
    qint64 id = 0; ///< grows; never reused
    AuditIntent intent;
    std::optional<AuditOutcome> outcome; ///< absent: still under way, or the program died
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

/// The append-only record of every action. Calls are synchronous and durable: when begin() has
/// answered, the intent survives a power cut.
class AuditLog
{
public:
    virtual ~AuditLog() = default;

    /// No intent, no request: whoever gets a failure here sends nothing. The value is the record's
    /// id.
    [[nodiscard]] virtual Result<qint64> begin(const AuditIntent &intent) = 0;
    [[nodiscard]] virtual Result<Done> finish(qint64 record, const AuditOutcome &outcome) = 0;

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
