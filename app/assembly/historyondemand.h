#pragma once

#include "assembly/historywork.h"
#include "assembly/historywriter.h"

/// How long the history may hold up the main thread while another program writes to it. An action
/// waits longer, but not by standing still.
inline constexpr std::chrono::milliseconds historyPatience{100};

/// A history that is opened when it is first needed, so that a window can be painted before. Until
/// it opens, every call fails as opening did. What gives a job is done on another thread. Waits no
/// longer than historyPatience for another program.
class HistoryOnDemand final : public AuditLog
{
public:
    explicit HistoryOnDemand(HistoryOpener open);
    ~HistoryOnDemand() override;

    [[nodiscard]] Result<qint64> begin(const AuditIntent &intent) override;
    [[nodiscard]] Result<Done> finish(qint64 record, const AuditOutcome &outcome) override;
    [[nodiscard]] Job<qint64> *beginLater(const AuditIntent &intent) override;
    [[nodiscard]] Job<Done> *finishLater(qint64 record, const AuditOutcome &outcome) override;
    [[nodiscard]] Result<Done> markSeen(qint64 record, const QString &operatorName) override;
    [[nodiscard]] Result<qint64> erase(
        const HistoryFilter &filter, const Erasure &erasure) override;
    [[nodiscard]] Result<QList<AuditRecord>> list(const HistoryFilter &filter) const override;
    [[nodiscard]] Result<ChainVerdict> verify() const override;
    [[nodiscard]] Result<QList<KnownGuest>> knownGuests() const override;

private:
    mutable LazyHistory m_history;
    HistoryWriter m_writer;
};
