#include "assembly/historyondemand.h"

#include "store/sqliteauditlog.h"

namespace {

HistoryOpener impatient(HistoryOpener open)
{
    return [open = std::move(open)] {
        auto log = open();
        if (log)
            (*log)->setPatience(historyPatience);
        return log;
    };
}

} // namespace

HistoryOnDemand::HistoryOnDemand(HistoryOpener open)
    : m_history(impatient(open))
    , m_writer(impatient(std::move(open)))
{
}

HistoryOnDemand::~HistoryOnDemand() = default;

Result<qint64> HistoryOnDemand::begin(const AuditIntent &intent)
{
    return m_history.log().and_then([&](SqliteAuditLog *log) { return log->begin(intent); });
}

Result<Done> HistoryOnDemand::finish(qint64 record, const AuditOutcome &outcome)
{
    return m_history.log().and_then(
        [&](SqliteAuditLog *log) { return log->finish(record, outcome); });
}

Job<qint64> *HistoryOnDemand::beginLater(const AuditIntent &intent)
{
    return m_writer.begin(intent);
}

Job<Done> *HistoryOnDemand::finishLater(qint64 record, const AuditOutcome &outcome)
{
    return m_writer.finish(record, outcome);
}

Result<Done> HistoryOnDemand::markSeen(qint64 record, const QString &operatorName)
{
    return m_history.log().and_then(
        [&](SqliteAuditLog *log) { return log->markSeen(record, operatorName); });
}

Result<qint64> HistoryOnDemand::erase(const HistoryFilter &filter, const Erasure &erasure)
{
    return m_history.log().and_then(
        [&](SqliteAuditLog *log) { return log->erase(filter, erasure); });
}

Result<QList<AuditRecord>> HistoryOnDemand::list(const HistoryFilter &filter) const
{
    return m_history.log().and_then([&](const SqliteAuditLog *log) { return log->list(filter); });
}

Result<ChainVerdict> HistoryOnDemand::verify() const
{
    return m_history.log().and_then([](const SqliteAuditLog *log) { return log->verify(); });
}

Result<QList<KnownGuest>> HistoryOnDemand::knownGuests() const
{
    return m_history.log().and_then([](const SqliteAuditLog *log) { return log->knownGuests(); });
}
