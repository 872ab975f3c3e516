#include "ui/models/historymodel.h"

#include "phrases/phrases.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, HistoryModel::ColumnCount> columnIds{"time"_L1, "action"_L1,
    "outcome"_L1, "guest"_L1, "device"_L1, "site"_L1, "controller"_L1, "operator"_L1, "asked"_L1,
    "reason"_L1};

QString guestText(const Guest &guest)
{
    QStringList parts{guest.name, guest.room, guest.login};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

HistoryModel::HistoryModel(const AuditLog &audit, QObject *parent)
    : QAbstractTableModel(parent)
    , m_audit(audit)
{
}

void HistoryModel::setFilter(const HistoryFilter &filter)
{
    m_filter = filter;
    const auto page = read(0, m_filter.limit);
    if (!page)
        return;
    beginResetModel();
    m_records.assign(page->begin(), page->end());
    m_complete = page->size() < m_filter.limit;
    endResetModel();
}

std::optional<QList<AuditRecord>> HistoryModel::read(qint64 before, int limit)
{
    HistoryFilter filter = m_filter;
    filter.beforeRecord = before;
    filter.limit = limit;
    const auto answer = m_audit.list(filter);
    setFailure(answer ? std::nullopt : std::optional(answer.error()));
    return answer ? std::optional(*answer) : std::nullopt;
}

void HistoryModel::setFailure(const std::optional<Failure> &failure)
{
    if (failure == m_failure)
        return;
    m_failure = failure;
    Q_EMIT failureChanged();
}

/// The newest page, and as many more as it takes to meet what is loaded.
bool HistoryModel::isAnythingRecorded() const
{
    HistoryFilter everything;
    everything.limit = 1;
    const auto newest = m_audit.list(everything);
    return !newest || !newest->isEmpty();
}

std::optional<QList<AuditRecord>> HistoryModel::readNewestDownToKnown()
{
    const qint64 known = m_records.empty() ? 0 : m_records.front().id;
    auto newest = read(0, m_filter.limit);
    qsizetype got = newest ? newest->size() : 0;
    while (known != 0 && got == m_filter.limit && newest->last().id > known) {
        const auto more = read(newest->last().id, m_filter.limit);
        if (!more)
            return std::nullopt;
        got = more->size();
        newest->append(*more);
    }
    return newest;
}

void HistoryModel::refresh()
{
    const auto newest = readNewestDownToKnown();
    if (!newest)
        return;
    const bool whole = newest->size() < m_filter.limit;
    const qint64 downTo = whole || newest->isEmpty() ? 0 : newest->last().id;
    if (m_records.empty())
        m_complete = whole;
    merge(*newest, downTo);
    refreshOpenBelow(downTo);
}

/// Makes the loaded records from downTo upwards the same as these, row by row.
void HistoryModel::merge(const QList<AuditRecord> &newest, qint64 downTo)
{
    size_t row = 0;
    for (const AuditRecord &record : newest) {
        while (row < m_records.size() && m_records[row].id > record.id) {
            beginRemoveRows({}, int(row), int(row));
            m_records.erase(m_records.begin() + qsizetype(row));
            endRemoveRows();
        }
        if (row < m_records.size() && m_records[row].id == record.id) {
            take(row, record);
        } else {
            beginInsertRows({}, int(row), int(row));
            m_records.insert(m_records.begin() + qsizetype(row), record);
            endInsertRows();
        }
        ++row;
    }
    const auto last = std::ranges::find_if(m_records.begin() + qsizetype(row), m_records.end(),
        [downTo](const AuditRecord &record) { return record.id < downTo; });
    if (const auto end = size_t(last - m_records.begin()); end > row) {
        beginRemoveRows({}, int(row), int(end) - 1);
        m_records.erase(m_records.begin() + qsizetype(row), last);
        endRemoveRows();
    }
}

/// The same record, read again: only what can have come since is compared.
void HistoryModel::take(size_t row, const AuditRecord &record)
{
    const auto changing = [](const AuditRecord &each) {
        return std::tie(each.outcome, each.seen, each.undoneBy, each.erased);
    };
    if (changing(m_records[row]) == changing(record))
        return;
    m_records[row] = record;
    Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
}

/// Actions that were under way when they were loaded may have ended since.
void HistoryModel::refreshOpenBelow(qint64 record)
{
    for (size_t row = 0; row < m_records.size(); ++row) {
        if (m_records[row].id >= record || m_records[row].outcome)
            continue;
        const auto answer = read(m_records[row].id + 1, 1);
        if (!answer)
            return;
        if (!answer->isEmpty() && answer->first().id == m_records[row].id)
            take(row, answer->first());
    }
}

QString HistoryModel::columnId(int column)
{
    return column >= 0 && column < ColumnCount ? QString(columnIds[size_t(column)]) : QString();
}

QModelIndex HistoryModel::indexOf(qint64 record) const
{
    const auto found = std::ranges::find(m_records, record, &AuditRecord::id);
    return found == m_records.end() ? QModelIndex() : index(int(found - m_records.begin()), 0);
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const auto page = read(m_records.empty() ? 0 : m_records.back().id, m_filter.limit);
    if (!page)
        return;
    m_complete = page->size() < m_filter.limit;
    if (page->isEmpty())
        return;
    const int from = int(m_records.size());
    beginInsertRows({}, from, from + int(page->size()) - 1);
    m_records.insert(m_records.end(), page->begin(), page->end());
    endInsertRows();
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AuditRecord &record = m_records[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(record, index.column());
    case Qt::ToolTipRole:
        return index.column() == OutcomeColumn && record.outcome ? record.outcome->message
                                                                 : text(record, index.column());
    case RecordRole:
        return QVariant::fromValue(record);
    case RecordIdRole:
        return record.id;
    case ActionRole:
        return int(record.intent.action);
    case OutcomeRole:
        return record.outcome ? int(record.outcome->outcome) : QVariant();
    default:
        return {};
    }
}

QString HistoryModel::text(const AuditRecord &record, int column) const
{
    const AuditIntent &intent = record.intent;
    switch (column) {
    case TimeColumn:
        return QLocale().toString(intent.time.toLocalTime(), QLocale::ShortFormat);
    case ActionColumn:
        return phrases::text(intent.action);
    case OutcomeColumn:
        return record.outcome ? phrases::text(record.outcome->outcome) : tr("Open");
    case GuestColumn:
        return guestText(intent.guest);
    case DeviceColumn:
        if (record.erased)
            return tr("Erased", "who it was");
        return intent.deviceName.isEmpty() ? intent.client.mac.toString() : intent.deviceName;
    case SiteColumn:
        return intent.siteName;
    case ControllerColumn:
        return intent.controllerName;
    case OperatorColumn:
        return intent.operatorName;
    case AskedColumn:
        if (intent.action == AuditAction::Extend && intent.asked.minutes)
            return phrases::duration(*intent.asked.minutes);
        return intent.action == AuditAction::Authorize ? phrases::text(intent.asked) : QString();
    case ReasonColumn:
        return intent.reason;
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case ActionColumn:
        return tr("Action");
    case OutcomeColumn:
        return tr("Outcome");
    case GuestColumn:
        return tr("Guest");
    case DeviceColumn:
        return tr("Device");
    case SiteColumn:
        return tr("Site");
    case ControllerColumn:
        return tr("Controller");
    case OperatorColumn:
        return tr("By");
    case AskedColumn:
        return tr("Limits");
    case ReasonColumn:
        return tr("Reason");
    default:
        return {};
    }
}
