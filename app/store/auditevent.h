#pragma once

#include "core/audit.h"

#include <QByteArray>
#include <QVariant>

#include <array>

/// The columns of the event table in their order, which is also the order in which they are hashed.
enum class EventColumn {
    Seq,
    Record,
    Kind,
    Time,
    ControllerTime,
    Action,
    Operator,
    ControllerId,
    Controller,
    SiteId,
    Site,
    Mac,
    Device,
    Guest,
    Room,
    Login,
    Reason,
    Minutes,
    DataMb,
    DownKbps,
    UpKbps,
    Outcome,
    Until,
    Message,
    Detail,
    GuestKey,
    SearchKey,
    Previous,
    Hash,
};
inline constexpr int eventColumnCount = int(EventColumn::Hash) + 1;

/// One row of the event table: an intent, or the outcome of an earlier one with the same record
/// number. A null value is an absent one.
///
/// The chain: `hash` is the hex SHA-256 of the canonical form, which holds every other column,
/// `previous` among them; `previous` is the hash of the event before, empty for the first; `seq`
/// counts 1, 2, 3 … without a gap. The canonical form is the line "gatehouse-event-1" and then, for
/// every column from seq to previous that is not null, a line
/// "<column>:<length of the value in bytes>:<value>", each ended by a line feed; text is UTF-8,
/// numbers are decimal.
///
/// Who can write the file can also build a whole new chain: the chain shows later changes to
/// whoever has noted an earlier head, and careless ones to everybody.
class AuditEvent
{
public:
    AuditEvent() = default;

    [[nodiscard]] static AuditEvent ofIntent(const AuditIntent &intent);
    [[nodiscard]] static AuditEvent ofOutcome(const AuditOutcome &outcome);

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

    /// Takes its place behind an event with this hash, and closes with its own.
    void chain(qint64 seq, qint64 record, const QString &previousHash);

    [[nodiscard]] QByteArray canonicalForm() const;
    [[nodiscard]] QString computedHash() const; ///< hex SHA-256 of the canonical form

private:
    void setText(EventColumn column, const QString &text);
    void setTime(EventColumn column, const std::optional<QDateTime> &time);
    void setLimits(const Limits &limits);
    [[nodiscard]] std::optional<int> optionalNumber(EventColumn column) const;
    [[nodiscard]] std::optional<QDateTime> optionalTime(EventColumn column) const;
    [[nodiscard]] Limits limits() const;

    std::array<QVariant, eventColumnCount> m_values;
};

/// The name of the column in the table.
[[nodiscard]] QLatin1StringView nameOf(EventColumn column);

/// Every column, as `prefix.name` for a SELECT.
[[nodiscard]] QString eventColumns(const QString &prefix);

/// How history writes a time: ISO 8601, UTC, milliseconds; sorts as text.
[[nodiscard]] QString storedTime(const QDateTime &time);

/// The form in which text is kept for searching: compatibility forms and case made equal.
[[nodiscard]] QString searchForm(const QString &text);
