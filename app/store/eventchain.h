#pragma once

#include "store/database.h"

class AuditEvent;
class QSqlQuery;

/// Puts events at the end of the chain, and knows the keys of the records. Everything here runs
/// inside a transaction of the caller.
class EventChain
{
public:
    explicit EventChain(const Database &database)
        : m_database(database)
    {
    }

    /// The number for the next record.
    [[nodiscard]] Result<qint64> nextRecord() const;

    /// Makes a key for a new record.
    [[nodiscard]] Result<QByteArray> addKey(qint64 record) const;

    /// The key of a record that exists; empty when it was destroyed.
    [[nodiscard]] Result<QByteArray> keyOf(qint64 record) const;

    /// Seals the event, whose record is set, and appends it. Without a key its personal part is
    /// dropped.
    [[nodiscard]] Result<Done> append(AuditEvent &event, const QByteArray &key) const;

    /// The same for an event that is sealed already, or has nothing to seal. The very first event
    /// keeps the previous hash that is set in it.
    [[nodiscard]] Result<Done> append(AuditEvent &event) const;

private:
    const Database &m_database;
};

/// Whether a key is all zeros: SQL cannot set another one in place of a key.
[[nodiscard]] bool isDestroyed(const QByteArray &key);

/// An event out of a query whose columns from this one on are those of the table.
[[nodiscard]] AuditEvent eventOf(const QSqlQuery &query, int firstColumn = 0);
