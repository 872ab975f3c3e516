#include "clients/detailreader.h"

#include <algorithm>

using namespace std::chrono_literals;

DetailReader::DetailReader(QString controllerId, ClientDirectory &directory, const Clock &clock,
    const LinkPace &pace, QObject *parent)
    : QObject(parent)
    , m_controllerId(std::move(controllerId))
    , m_directory(directory)
    , m_clock(clock)
    , m_pace(pace)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &DetailReader::work);
    connect(&m_directory, &ClientDirectory::changed, this, &DetailReader::noticeFlips);
}

void DetailReader::readWith(ControllerDriver *driver)
{
    if (driver == m_driver)
        return;
    m_driver = driver;
    m_quietUntil.reset();
    m_next.start(0ms);
}

void DetailReader::setVisible(const QList<ClientKey> &keys)
{
    QList<Watch> next;
    for (const ClientKey &key : keys) {
        if (key.controllerId != m_controllerId)
            continue;
        const auto known = std::ranges::find(m_watched, key, &Watch::key);
        next.append(known == m_watched.end() ? Watch{key, {}, false, false} : *known);
    }
    m_watched = next;
    m_next.start(0ms);
}

void DetailReader::learnFrom(const ClientSnapshot &snapshot)
{
    for (const WifiClient &client : snapshot.clients)
        if (client.state == ClientState::Authorized) {
            m_listsTell = client.authorization.has_value();
            return;
        }
}

/// Empty: nothing to read of it.
std::optional<QDateTime> DetailReader::dueAt(const Watch &watch) const
{
    const std::optional<ClientRow> row = m_directory.find(watch.key);
    if (!row || !row->listedNow || row->client.state != ClientState::Authorized || watch.inFlight)
        return std::nullopt;
    if (m_listsTell && row->client.authorization)
        return std::nullopt;
    const QDateTime due
        = watch.readAt ? watch.readAt->addMSecs(m_pace.reread.count()) : m_clock.now();
    return m_quietUntil ? std::max(due, *m_quietUntil) : due;
}

void DetailReader::work()
{
    if (!m_driver || !m_driver->reader()
        || !m_driver->capabilities().can(Capability::ReadAuthorization))
        return;
    const QDateTime now = m_clock.now();
    std::optional<QDateTime> earliest;
    for (Watch &watch : m_watched) {
        if (m_inFlight >= m_pace.readsInFlight)
            return;
        const auto due = dueAt(watch);
        if (!due)
            continue;
        if (*due <= now)
            read(watch, m_directory.find(watch.key)->client);
        else
            earliest = earliest ? std::min(*earliest, *due) : *due;
    }
    if (earliest)
        m_next.start(std::chrono::milliseconds(now.msecsTo(*earliest)));
}

void DetailReader::read(Watch &watch, const WifiClient &seen)
{
    ++m_inFlight;
    watch.inFlight = true;
    watch.readAt = m_clock.now();
    m_driver->reader()->readClient(seen)->then(this,
        [this, tick = m_directory.nextTick(), key = watch.key](
            const Result<WifiClient> &answer) { answered(tick, key, answer); });
}

void DetailReader::answered(quint64 tick, const ClientKey &key, const Result<WifiClient> &answer)
{
    --m_inFlight;
    const auto watch = std::ranges::find(m_watched, key, &Watch::key);
    if (watch != m_watched.end())
        watch->inFlight = false;
    m_next.start(0ms);
    if (answer) {
        WifiClient client = *answer;
        client.key = key;
        m_directory.clientRead(tick, client);
    } else if (answer.error().kind == Failure::Kind::NotFound) {
        m_directory.clientGone(tick, key);
    } else if (answer.error().kind == Failure::Kind::RateLimited) {
        m_quietUntil = m_clock.now().addSecs(answer.error().retryAfter.value_or(60s).count());
    }
}

/// A client that has just been authorized is read at once, whenever it was read before.
void DetailReader::noticeFlips()
{
    bool flipped = false;
    for (Watch &watch : m_watched) {
        const std::optional<ClientRow> row = m_directory.find(watch.key);
        const bool authorized = row && row->client.state == ClientState::Authorized;
        if (authorized && !watch.wasAuthorized && !row->client.authorization) {
            watch.readAt.reset();
            flipped = true;
        }
        watch.wasAuthorized = authorized;
    }
    if (flipped)
        m_next.start(0ms);
}
