#pragma once

#include "core/audit.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

/// The audit history, newest first, page by page. New records and outcomes come in without a
/// reset, so selection and scroll position survive.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        ActionColumn,
        OutcomeColumn,
        GuestColumn,
        DeviceColumn,
        SiteColumn,
        ControllerColumn,
        OperatorColumn,
        AskedColumn, ///< the limits that were asked
        ReasonColumn,
        ColumnCount,
    };

    enum Role {
        RecordRole = Qt::UserRole, ///< AuditRecord
        RecordIdRole, ///< qint64
        ActionRole, ///< int: AuditAction
        OutcomeRole, ///< int: Outcome; invalid while open
    };

    /// audit must outlive the model. Empty until the first setFilter() or refresh().
    explicit HistoryModel(const AuditLog &audit, QObject *parent = nullptr);

    /// Starts anew with the newest page; filter.limit is the size of a page, beforeRecord is
    /// ignored.
    void setFilter(const HistoryFilter &filter);
    [[nodiscard]] const HistoryFilter &filter() const { return m_filter; }

    /// Takes up what was recorded since: call it after an action has started or ended.
    void refresh();

    /// Why the history cannot be read; what is shown then is what could be read before.
    [[nodiscard]] const std::optional<Failure> &failure() const { return m_failure; }

    /// Whatever the filter is. Asks the log.
    [[nodiscard]] bool isAnythingRecorded() const;

    /// The stable word of a column for saved layouts.
    [[nodiscard]] static QString columnId(int column);
    [[nodiscard]] const AuditRecord &recordAt(int row) const { return m_records[size_t(row)]; }
    [[nodiscard]] QModelIndex indexOf(qint64 record) const; ///< invalid when it is not loaded

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// Reading failed, or works again.
    void failureChanged();

private:
    [[nodiscard]] std::optional<QList<AuditRecord>> read(qint64 before, int limit);
    [[nodiscard]] std::optional<QList<AuditRecord>> readNewestDownToKnown();
    void setFailure(const std::optional<Failure> &failure);
    void merge(const QList<AuditRecord> &newest, qint64 downTo);
    void refreshOpenBelow(qint64 record);
    void take(size_t row, const AuditRecord &record);
    [[nodiscard]] QString text(const AuditRecord &record, int column) const;

    const AuditLog &m_audit;
    HistoryFilter m_filter;
    std::vector<AuditRecord> m_records; ///< newest first
    bool m_complete = true; ///< the oldest matching record is loaded
    std::optional<Failure> m_failure;
};
