#pragma once

#include "core/audit.h"
#include "store/personalpart.h"

#include <QByteArray>
#include <QVariant>

#include <array>

/// The columns of the event table in their order, which is also the order in which they are hashed.
enum class EventColumn {
    Seq,
    Record,
    Kind, ///< intent, outcome, seen, erasure or upgrade
    Time,
    ControllerTime,
    Action,
    Operator,
    SystemUser,
    ControllerId,
    Controller,
    SiteId,
    Site,
    Minutes,
    DataMb,
    DownKbps,
    UpKbps,
    Before, ///< the four limits that were left, apart by commas
    Outcome,
    Shown,
    Since,
    Until,
    Settled, ///< 1: found out later
    PutOff, ///< 1: to be done when the device is seen
    Relation, ///< undoes or completes
    RefersTo, ///< a record; of an upgrade: how many events the old chain had
    Writer, ///< which open log wrote the intent, see WriterLock
    Erased, ///< the records that an erasure names, see RecordRanges
    Sealed, ///< the PersonalPart
    Previous,
    Hash,
};
inline constexpr int eventColumnCount = int(EventColumn::Hash) + 1;

/// One row of the event table. A null value is an absent one. An outcome, and that it was seen,
/// have the record number of their intent; an erasure and an upgrade have one of their own.
///
/// The chain: `hash` is the hex SHA-256 of the canonical form, which holds every other column,
/// `previous` among them; `previous` is the hash of the event before, empty for the first, and the
/// last hash of the old schema for an upgrade; `seq` counts 1, 2, 3 … without a gap. The canonical
/// form is the line "gatehouse-event-2" and then, for every column from seq to previous that is
/// not null, a line "<column>:<length of the value in bytes>:<value>", each ended by a line feed;
/// text is UTF-8, numbers are decimal. The personal part goes in as it is sealed, so the chain
/// still holds when nobody can open it any more.
///
/// Who can write the file can also build a whole new chain: the chain shows later changes to
/// whoever has noted an earlier head, and careless ones to everybody.
class AuditEvent
{
public:
    AuditEvent() = default;

    [[nodiscard]] static AuditEvent ofIntent(const AuditIntent &intent);
    [[nodiscard]] static AuditEvent ofOutcome(const AuditOutcome &outcome);
    [[nodiscard]] static AuditEvent ofSeen(const QDateTime &time, const QString &operatorName);
    [[nodiscard]] static AuditEvent ofErasure(const Erasure &erasure, const QString &records);
    [[nodiscard]] static AuditEvent ofUpgrade(const QDateTime &time, qint64 oldEvents);

    /// Nothing when a word or time in it is not one of ours.
    [[nodiscard]] std::optional<AuditIntent> intent() const;
    [[nodiscard]] std::optional<AuditOutcome> outcome() const;

    [[nodiscard]] const QVariant &value(EventColumn column) const
    {
        return m_values[size_t(column)];
    }
    [[nodiscard]] QString text(EventColumn column) const { return value(column).toString(); }
    [[nodiscard]] qint64 number(EventColumn column) const { return value(column).toLongLong(); }
    void set(EventColumn column, const QVariant &value) { m_values[size_t(column)] = value; }

    [[nodiscard]] PersonalPart &personal() { return m_personal; }
    [[nodiscard]] const PersonalPart &personal() const { return m_personal; }

    /// Closes the personal part with the key of its record, which must be set.
    void seal(const QByteArray &key);

    /// False when what is sealed does not open with this key. Where nothing is sealed any key fits.
    [[nodiscard]] bool open(const QByteArray &key);

    /// Takes its place behind an event with this hash, and closes with its own.
    void chain(qint64 seq, const QString &previousHash);

    [[nodiscard]] QByteArray canonicalForm() const;
    [[nodiscard]] QString computedHash() const; ///< hex SHA-256 of the canonical form

private:
    void setText(EventColumn column, const QString &text);
    void setTime(EventColumn column, const std::optional<QDateTime> &time);
    void setLimits(const Limits &limits);
    void setBefore(const std::optional<Limits> &limits);
    void setFlag(EventColumn column, bool on);
    void setReference(const std::optional<AuditReference> &reference);
    [[nodiscard]] std::optional<int> optionalNumber(EventColumn column) const;
    [[nodiscard]] std::optional<QDateTime> optionalTime(EventColumn column) const;
    [[nodiscard]] Limits limits() const;
    [[nodiscard]] std::optional<Limits> before() const;
    [[nodiscard]] std::optional<AuditReference> reference() const;
    [[nodiscard]] QByteArray sealingContext() const;

    std::array<QVariant, eventColumnCount> m_values;
    PersonalPart m_personal;
};

/// The name of the column in the table.
[[nodiscard]] QLatin1StringView nameOf(EventColumn column);

/// Every column, as `prefix.name` for a SELECT.
[[nodiscard]] QString eventColumns(const QString &prefix);

/// The same, each as the bytes that are in the file, for whoever checks the hashes.
[[nodiscard]] QString eventColumnBytes(const QString &prefix);

/// How history writes a time: ISO 8601, UTC, milliseconds; sorts as text.
[[nodiscard]] QString storedTime(const QDateTime &time);
