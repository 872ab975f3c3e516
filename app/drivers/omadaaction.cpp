#include "drivers/omadaaction.h"

#include "drivers/asked.h"
#include "drivers/omadarecords.h"

using namespace Qt::StringLiterals;
namespace openapi = wire::omada_openapi;

namespace {

/// Two requests on one client: the one that matters, and the one for its rates. Child of the job it
/// settles.
class TwoSteps final : public QObject
{
public:
    TwoSteps(OmadaSession &session, const WifiClient &client, Job<ActionAnswer> *job)
        : QObject(job)
        , m_session(session)
        , m_site(client.key.siteId)
        , m_mac(client.key.mac)
        , m_job(job)
    {
    }

    ActionAnswer answer; ///< what the job settles with when the first step was taken
    bool setsRates = false;
    std::optional<int> downKbps;
    std::optional<int> upKbps;

    void begin(HttpRequest (OmadaSession::Requests::*first)(const QString &, MacAddress) const,
        Result<Done> (*read)(const HttpReply &))
    {
        const auto make
            = [first, site = m_site, mac = m_mac](
                  const OmadaSession::Requests &requests) { return (requests.*first)(site, mac); };
        Job<Done> *done = askedOf<Done>(m_session.exchange(make, this), read, this);
        done->then(this, [this](const Result<Done> &taken) {
            if (!taken)
                return m_job->settle(fail(taken.error()));
            if (setsRates)
                setRates();
            else
                m_job->settle(answer);
        });
        connect(m_job, &JobBase::cancelled, done, &JobBase::cancel);
    }

private:
    void setRates()
    {
        const auto make = [this](const OmadaSession::Requests &requests) {
            return requests.rateLimit(m_site, m_mac, downKbps, upKbps);
        };
        askedOf<Done>(m_session.exchange(make, this), openapi::readDone, this)
            ->then(this, [this](const Result<Done> &set) {
                if (!set)
                    answer.incomplete.append(set.error());
                m_job->settle(answer);
            });
    }

    OmadaSession &m_session;
    QString m_site;
    MacAddress m_mac;
    Job<ActionAnswer> *m_job;
};

void sendExtension(OmadaSession &session, const ExtendOrder &order, const QString &recordId,
    Job<ActionAnswer> *job)
{
    const auto make = [order, recordId](const OmadaSession::Requests &requests) {
        return requests.extend(order.client.key.siteId, recordId, order.addMinutes);
    };
    settleWith(job, askedOf<Done>(session.exchange(make, job), openapi::readDone, job),
        [](const Done &) { return Result<ActionAnswer>(ActionAnswer{}); });
}

} // namespace

Job<ActionAnswer> *authorizeOnOmada(
    OmadaSession &session, const AuthorizeOrder &order, QObject *parent)
{
    auto *job = new Job<ActionAnswer>(parent);
    auto *steps = new TwoSteps(session, order.client, job);
    steps->downKbps = order.limits.downKbps;
    steps->upKbps = order.limits.upKbps;
    steps->setsRates = order.limits.downKbps || order.limits.upKbps;
    steps->begin(&OmadaSession::Requests::authorize, openapi::readDone);
    return job;
}

Job<ActionAnswer> *cancelOnOmada(OmadaSession &session, const WifiClient &client, QObject *parent)
{
    auto *job = new Job<ActionAnswer>(parent);
    auto *steps = new TwoSteps(session, client, job);
    steps->setsRates
        = client.authorization && (client.authorization->downKbps || client.authorization->upKbps);
    steps->answer.revoked = client.authorization;
    steps->begin(&OmadaSession::Requests::unauthorize, openapi::readUnauthorized);
    return job;
}

Job<ActionAnswer> *extendOnOmada(OmadaSession &session, const ExtendOrder &order, QObject *parent)
{
    auto *job = new Job<ActionAnswer>(parent);
    const QString known
        = order.client.authorization ? order.client.authorization->recordId : QString();
    if (!known.isEmpty()) {
        sendExtension(session, order, known, job);
        return job;
    }
    const ClientKey key = order.client.key;
    auto *live = readLiveAuthorizations(session, key.siteId, key.mac, job);
    live->then(job,
        [&session, order, job, mac = key.mac](
            const Result<QHash<MacAddress, Authorization>> &found) {
            if (!found)
                return job->settle(fail(beforeSending(found.error())));
            const QString recordId = found->value(mac).recordId;
            if (recordId.isEmpty())
                return job->settle(
                    fail(Failure::Kind::Refused, u"there is no live authorization to extend"_s));
            sendExtension(session, order, recordId, job);
        });
    QObject::connect(job, &JobBase::cancelled, live, &JobBase::cancel);
    return job;
}
