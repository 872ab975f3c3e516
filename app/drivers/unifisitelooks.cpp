#include "drivers/unifisitelooks.h"

#include "drivers/readaside.h"
#include "wire/unifi_classic/replies.h"

using namespace Qt::StringLiterals;
namespace classic = wire::unifi_classic;

namespace {

/// Both lists at once. Child of the job it settles.
class SiteReading final : public QObject
{
public:
    SiteReading(UnifiClassicSession &session, Job<UnifiSiteLooks::Look> *job)
        : QObject(job)
        , m_session(session)
        , m_job(job)
    {
    }

    void begin(const QString &siteId)
    {
        m_session
            .exchange([siteId](const auto &requests) { return requests.stations(siteId); }, this)
            ->then(this, [this](const Result<HttpReply> &answer) {
                m_stations.emplace(answer);
                judge();
            });
        readingOf<classic::GuestList>(
            m_session.exchange(
                [siteId](const auto &requests) { return requests.guests(siteId); }, this),
            classic::readGuests, this)
            ->then(this, [this](const Result<classic::GuestList> &answer) {
                m_guests.emplace(answer);
                judge();
            });
    }

private:
    /// Who is connected is read when it is known who may be: once, into what is kept of it.
    void judge()
    {
        if (!m_stations || !m_guests)
            return;
        if (!*m_stations)
            return m_job->settle(fail(m_stations->error()));
        // A role that may not see authorizations still sees who is connected, and whether let in.
        const bool mayNot = !*m_guests && m_guests->error().kind == Failure::Kind::NotPermitted;
        if (!*m_guests && !mayNot)
            return m_job->settle(fail(m_guests->error()));
        UnifiSiteLook look;
        if (*m_guests)
            look.guests = std::move(**m_guests);
        look.now
            = QDateTime::currentDateTimeUtc().addMSecs(m_session.channel().clockOffset().count());
        const HttpReply stations = std::move(**m_stations);
        m_stations.reset();
        settleWithReading(m_job, stations, [look = std::move(look)](const HttpReply &reply) {
            return classic::readConnected(reply, look.guests, look.now)
                .map([&look](const ClientList &clients) {
                    auto whole = std::make_shared<UnifiSiteLook>(look);
                    whole->clients = clients;
                    return UnifiSiteLooks::Look(std::move(whole));
                });
        });
    }

    UnifiClassicSession &m_session;
    Job<UnifiSiteLooks::Look> *m_job;
    std::optional<Result<HttpReply>> m_stations;
    std::optional<Result<classic::GuestList>> m_guests;
};

} // namespace

UnifiSiteLooks::UnifiSiteLooks(UnifiClassicSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

Job<UnifiSiteLooks::Look> *UnifiSiteLooks::look(const QString &siteId, QObject *parent)
{
    auto *job = new Job<Look>(parent);
    SiteQueue &queue = m_queues[siteId];
    queue.waiting.append(job);
    if (!queue.looking)
        begin(siteId);
    return job;
}

void UnifiSiteLooks::begin(const QString &siteId)
{
    SiteQueue &queue = m_queues[siteId];
    queue.looking = true;
    const Askers askers = std::exchange(queue.waiting, {});
    auto *job = new Job<Look>(this);
    job->then(
        this, [this, siteId, askers](const Result<Look> &answer) { end(siteId, askers, answer); });
    (new SiteReading(m_session, job))->begin(siteId);
}

void UnifiSiteLooks::end(const QString &siteId, const Askers &askers, const Result<Look> &answer)
{
    SiteQueue &queue = m_queues[siteId];
    queue.looking = false;
    queue.waiting.removeIf([](const QPointer<Job<Look>> &job) { return !job || job->isSettled(); });
    if (!queue.waiting.isEmpty())
        begin(siteId);
    for (const QPointer<Job<Look>> &job : askers)
        if (job)
            job->settle(answer);
}
