#include "clients/putoffcancels.h"

using namespace std::chrono_literals;

namespace {

constexpr auto betweenReads = 1min; ///< other programs write into the same history
constexpr auto betweenLooks = 5s;
constexpr int mostWaiting = 1000;
constexpr qint64 secondsToNextTry = 60;

/// A list may still hold for a moment who has just gone: that is no coming back.
constexpr qint64 secondsToBeAway = 10;
constexpr qint64 clockGraceSeconds = 120;

} // namespace

PutOffCancels::PutOffCancels(ClientDirectory &directory, const AuditLog &audit, const Clock &clock,
    Cancel cancel, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_audit(audit)
    , m_clock(clock)
    , m_cancel(std::move(cancel))
{
    connect(&m_reading, &QTimer::timeout, this, &PutOffCancels::read);
    connect(&m_looking, &QTimer::timeout, this, &PutOffCancels::lookAtAll);
}

void PutOffCancels::start()
{
    connect(&m_directory, &ClientDirectory::changed, this, &PutOffCancels::look);
    m_reading.start(betweenReads);
    m_looking.start(betweenLooks);
    read();
}

/// A history that cannot be read now is read again a minute later.
void PutOffCancels::read()
{
    HistoryFilter filter;
    filter.need = HistoryFilter::Need::Completing;
    filter.limit = mostWaiting;
    const auto records = m_audit.list(filter);
    if (!records)
        return;
    QHash<ClientKey, QDateTime> waiting;
    for (const AuditRecord &record : *records)
        waiting.insert(record.intent.client, m_waiting.value(record.intent.client));
    m_waiting = waiting;
    lookAtAll();
}

void PutOffCancels::lookAtAll()
{
    const QList<ClientKey> keys = m_waiting.keys();
    for (const ClientKey &key : keys)
        if (const std::optional<ClientRow> row = m_directory.find(key))
            lookAt(*row);
}

void PutOffCancels::note(const ActionReport &report)
{
    if (report.putOff)
        m_waiting.insert(report.client.key, m_clock.now().addSecs(secondsToBeAway));
}

void PutOffCancels::look(const DirectoryChange &change)
{
    if (m_waiting.isEmpty())
        return;
    for (const QList<int> &numbers : {change.added, change.updated})
        for (const int slot : numbers)
            if (m_directory.isUsed(slot))
                lookAt(m_directory.row(slot));
}

void PutOffCancels::lookAt(const ClientRow &row)
{
    const auto waiting = m_waiting.find(row.client.key);
    const bool isSeen = row.client.state == ClientState::Authorized && row.listedNow
        && row.seen == Seen::OnController && !row.staleSince;
    if (waiting == m_waiting.end() || !isSeen || *waiting > m_clock.now())
        return;
    const auto request = due(row);
    if (!request) {
        m_waiting.erase(waiting);
        return;
    }
    *waiting = m_clock.now().addSecs(secondsToNextTry);
    m_cancel(*request);
}

/// What to send for a device that is seen; nothing where its cancel is void.
std::optional<ActionRequest> PutOffCancels::due(const ClientRow &row) const
{
    const ClientKey &key = row.client.key;
    const auto held = heldDevice(m_audit, key, m_clock.now());
    if (!held || !*held || !(*held)->putOff)
        return std::nullopt;
    HistoryFilter filter;
    filter.record = *(*held)->putOff;
    const auto records = m_audit.list(filter);
    if (!records || records->isEmpty())
        return std::nullopt;
    const AuditIntent &intent = records->first().intent;
    // Let in by others after it was put off: that is not the authorization that was to end.
    const auto &shown = row.client.authorization;
    const QDateTime asked = intent.controllerTime.value_or(intent.time);
    if (shown && shown->since && shown->since->addSecs(-clockGraceSeconds) > asked)
        return std::nullopt;
    ActionRequest request;
    request.action = AuditAction::Cancel;
    request.client = row.client;
    request.guest = intent.guest;
    request.reason = intent.reason;
    request.operatorName = intent.operatorName;
    request.controllerName = intent.controllerName;
    request.siteName = intent.siteName;
    request.refersTo = AuditReference{AuditReference::Relation::Completes, records->first().id};
    request.putOffWhenAway = true;
    return request;
}
