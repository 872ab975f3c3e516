#include "assembly/sessionmemory.h"

#include "assembly/gatehouse.h"

#include <QLoggingCategory>

#include <map>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(sessionLog, "gatehouse.session", QtInfoMsg)

constexpr int rowsAtFirst = 2000;
constexpr int rowsAtOnce = 1000;

/// Whether the filter means everything that was at some time.
bool namesOnlyTimes(const HistoryFilter &filter)
{
    return !filter.mac && !filter.outcome && !filter.action && !filter.record
        && filter.guest.isEmpty() && filter.controllerId.isEmpty() && filter.text.isEmpty()
        && filter.exactGuest.isEmpty() && filter.need == HistoryFilter::Need::None;
}

bool isWithin(const QDateTime &time, const HistoryFilter &filter)
{
    return (!filter.since || time >= *filter.since) && (!filter.until || time < *filter.until);
}

void log(const QString &file, const QString &what)
{
    qCWarning(sessionLog).noquote() << file + u": "_s + what;
}

} // namespace

SessionMemory::SessionMemory(
    Gatehouse &gatehouse, const QString &file, std::chrono::milliseconds betweenWrites)
    : m_gatehouse(gatehouse)
    , m_file(file)
    , m_betweenWrites(betweenWrites)
{
    m_thread.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &SessionMemory::beginWriting);
}

SessionMemory::~SessionMemory()
{
    m_thread.waitForDone();
}

void SessionMemory::showFirst()
{
    if (m_file.isEmpty())
        return;
    m_reader = std::make_unique<LastSessionReader>(m_file);
    for (qsizetype shown = 0; shown < rowsAtFirst;) {
        const auto rows = m_reader->next();
        if (!rows)
            break;
        take(*rows);
        shown += rows->clients.size();
    }
    for (auto known = m_sites.cbegin(); known != m_sites.cend(); ++known)
        if (ControllerLink *link = m_gatehouse.link(known.key()))
            link->recallSites(*known);
    m_sites.clear();
}

void SessionMemory::take(const SessionRows &rows)
{
    if (!m_gatehouse.link(rows.controllerId))
        return;
    if (rows.clients.isEmpty())
        m_sites[rows.controllerId] += rows.site;
    else if (!isTooOld(rows.seenAt))
        m_gatehouse.directory().showLastSession(rows.clients, rows.seenAt);
}

bool SessionMemory::isTooOld(const QDateTime &seenAt) const
{
    const int days = m_gatehouse.profiles().historyRetentionDays();
    return days > 0 && seenAt < m_gatehouse.clock().now().addDays(-days);
}

Job<Done> *SessionMemory::showRest()
{
    auto *job = new Job<Done>(this);
    auto *turn = new QTimer(job);
    connect(turn, &QTimer::timeout, this, [this, job] {
        for (qsizetype shown = 0; m_reader && shown < rowsAtOnce;) {
            const auto rows = m_reader->next();
            if (!rows && !m_reader->problem().isEmpty())
                log(m_file, m_reader->problem());
            if (!rows)
                m_reader.reset();
            else
                take(*rows);
            shown += rows ? rows->clients.size() : 0;
        }
        if (!m_reader)
            job->settle(Done{});
    });
    turn->start(0ms);
    return job;
}

void SessionMemory::keepUp()
{
    if (m_file.isEmpty() || m_keeps)
        return;
    m_keeps = true;
    connect(&m_gatehouse.directory(), &ClientDirectory::changed, this, [this] {
        if (!m_pause.isActive() && !m_writer)
            m_pause.start(m_betweenWrites);
    });
}

void SessionMemory::beginWriting()
{
    m_slot = 0;
    m_writer = std::make_shared<LastSessionWriter>(m_file);
    write(m_writer, sites());
}

/// A slice at a time: the next one is read when this one is on its way to the disk.
void SessionMemory::write(const Writer &writer, const QList<SessionRows> &all)
{
    m_thread.start([this, writer, all] {
        for (const SessionRows &rows : all)
            writer->add(rows);
        QMetaObject::invokeMethod(
            this, [this, writer] { written(writer); }, Qt::QueuedConnection);
    });
}

void SessionMemory::written(const Writer &writer)
{
    if (writer != m_writer)
        return;
    if (m_slot < m_gatehouse.directory().slotCount())
        return write(writer, nextSlice());
    m_writer.reset();
    m_thread.start([file = m_file, writer] {
        if (const auto kept = writer->commit(); !kept)
            log(file, kept.error().detail);
    });
}

void SessionMemory::keepNow()
{
    // What was not shown yet would be lost.
    if (!m_keeps || m_reader)
        return;
    m_pause.stop();
    m_writer.reset();
    m_thread.waitForDone();
    m_slot = 0;
    LastSessionWriter writer(m_file);
    QList<SessionRows> all = sites();
    while (m_slot < m_gatehouse.directory().slotCount())
        all += nextSlice();
    for (const SessionRows &rows : std::as_const(all))
        writer.add(rows);
    if (const auto kept = writer.commit(); !kept)
        log(m_file, kept.error().detail);
}

QList<SessionRows> SessionMemory::sites() const
{
    QList<SessionRows> all;
    for (const ControllerLink *link : m_gatehouse.links())
        for (const Site &site : link->sites())
            all += {link->profile().id, site, m_gatehouse.clock().now(), {}};
    return all;
}

/// Rows that were seen at one time lie together.
QList<SessionRows> SessionMemory::nextSlice()
{
    const ClientDirectory &directory = m_gatehouse.directory();
    std::map<std::tuple<QString, QString, QDateTime>, SessionRows> together;
    for (int most = rowsAtOnce; most > 0 && m_slot < directory.slotCount(); --most, ++m_slot) {
        if (!directory.isUsed(m_slot))
            continue;
        const ClientRow &row = directory.row(m_slot);
        const ClientKey &key = row.client.key;
        if (row.seen != Seen::OnController || m_forgotten.contains(key.mac)
            || isTooOld(row.lastSeen))
            continue;
        SessionRows &rows = together[{key.controllerId, key.siteId, row.lastSeen}];
        rows.controllerId = key.controllerId;
        rows.site.id = key.siteId;
        rows.seenAt = row.lastSeen;
        rows.clients += row.client;
    }
    QList<SessionRows> slice;
    for (const auto &[place, rows] : together)
        slice += rows;
    return slice;
}

Job<Done> *SessionMemory::forget(const HistoryFilter &filter)
{
    if (m_file.isEmpty())
        return Job<Done>::settled(Done{}, this);
    if (m_reader)
        return whenAllIsShown([this, filter] { return forget(filter); });
    if (namesOnlyTimes(filter)) {
        m_gatehouse.directory().forgetLastSession(
            [&](const ClientRow &row) { return isWithin(row.lastSeen, filter); });
        return thin([filter](SessionRows &rows) { return !isWithin(rows.seenAt, filter); });
    }
    auto *answer = new Job<Done>(this);
    m_gatehouse.historyWork().devices(filter)->then(
        this, [this, answer = QPointer(answer)](const Result<QSet<MacAddress>> &devices) {
            pass(
                devices ? forgetDevices(*devices) : Job<Done>::settled(fail(devices.error()), this),
                answer);
        });
    return answer;
}

/// What is still to be shown would be shown after it was forgotten.
Job<Done> *SessionMemory::whenAllIsShown(const std::function<Job<Done> *()> &next)
{
    auto *answer = new Job<Done>(this);
    showRest()->then(this,
        [this, next, answer = QPointer(answer)](const Result<Done> &) { pass(next(), answer); });
    return answer;
}

void SessionMemory::pass(Job<Done> *from, const QPointer<Job<Done>> &to)
{
    from->then(this, [to](const Result<Done> &done) {
        if (to)
            to->settle(done);
    });
}

Job<Done> *SessionMemory::forgetDevices(const QSet<MacAddress> &devices)
{
    m_forgotten += devices;
    m_gatehouse.directory().forgetLastSession(
        [&](const ClientRow &row) { return devices.contains(row.client.key.mac); });
    return thin([devices](SessionRows &rows) {
        rows.clients.removeIf(
            [&](const WifiClient &client) { return devices.contains(client.key.mac); });
        return true;
    });
}

Job<Done> *SessionMemory::forgetController(const QString &controllerId)
{
    if (m_reader)
        return whenAllIsShown([this, controllerId] { return forgetController(controllerId); });
    return thin([controllerId](SessionRows &rows) { return rows.controllerId != controllerId; });
}

/// What is being written was read before, and is given up.
Job<Done> *SessionMemory::thin(const LastSessionSieve &sieve)
{
    if (m_file.isEmpty())
        return Job<Done>::settled(Done{}, this);
    m_writer.reset();
    if (m_keeps)
        m_pause.start(m_betweenWrites);
    auto *answer = new Job<Done>(this);
    m_thread.start([this, file = m_file, sieve, job = QPointer(answer)] {
        const Result<Done> thinned = thinLastSession(file, sieve);
        QMetaObject::invokeMethod(
            this,
            [job, thinned] {
                if (job)
                    job->settle(thinned);
            },
            Qt::QueuedConnection);
    });
    return answer;
}
