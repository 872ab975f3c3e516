#pragma once

#include "core/audit.h"
#include "store/recordranges.h"

#include <QByteArray>

class AuditEvent;
class Database;

/// Walks the whole chain once and stops at the first event that does not fit. Runs inside a
/// transaction of the caller, so that nothing moves meanwhile.
class ChainVerifier
{
public:
    explicit ChainVerifier(const Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] Result<ChainVerdict> run();

private:
    [[nodiscard]] Result<Done> readErasures();
    [[nodiscard]] Result<Done> walk();
    [[nodiscard]] Result<Done> checkTail();
    [[nodiscard]] Result<Done> checkStrayKeys();
    [[nodiscard]] Result<Done> checkOpenRecords();
    [[nodiscard]] Result<Done> checkFile();

    /// What is wrong with the next event of the chain; empty when it fits.
    [[nodiscard]] QString misfit(AuditEvent &event, const QByteArray &key) const;
    [[nodiscard]] QString keyMisfit(AuditEvent &event, const QByteArray &key) const;
    void find(qint64 record, const QString &what);
    [[nodiscard]] bool hasFound() const { return !m_verdict.message.isEmpty(); }

    const Database &m_database;
    RecordRanges m_erased;
    bool m_erasuresHold = true; ///< none of them was edited
    ChainVerdict m_verdict;
    qint64 m_seq = 0; ///< of the last event that fits
    qint64 m_record = 0; ///< its record
};
