#include "drivers/omadaaction.h"

#include "drivers/asked.h"
#include "drivers/omadarecords.h"

using namespace Qt::StringLiterals;
namespace openapi = wire::omada_openapi;

namespace {

/// Lets a client in, then sets its rates. Child of the job it settles.
class Admission final : public QObject
{
public:
    Admission(OmadaSession &session, const AuthorizeOrder &order, Job<ActionAnswer> *job)
        : QObject(job)
        , m_session(session)
        , m_key(order.client.key)
        , m_limits(order.limits)
        , m_job(job)
    {
    }

    void begin()
    {
        const auto make = [key = m_key](const OmadaSession::Requests &requests) {
            return requests.authorize(key.siteId, key.mac);
        };
        Job<Done> *done = askedOf<Done>(m_session.exchange(make, this), openapi::readDone, this);
        done->then(this, [this](const Result<Done> &taken) {
            if (!taken)
                return m_job->settle(fail(taken.error()));
            if (m_limits.downKbps || m_limits.upKbps)
                setRates();
            else
                m_job->settle(ActionAnswer{});
        });
        connect(m_job, &JobBase::cancelled, done, &JobBase::cancel);
    }

private:
    void setRates()
    {
        const auto make = [this](const OmadaSession::Requests &requests) {
            return requests.rateLimit(m_key.siteId, m_key.mac, m_limits.downKbps, m_limits.upKbps);
        };
        askedOf<Done>(m_session.exchange(make, this), openapi::readDone, this)
            ->then(this, [this](const Result<Done> &set) {
                ActionAnswer answer;
                if (!set)
                    answer.incomplete.append(set.error());
                m_job->settle(answer);
            });
    }

    OmadaSession &m_session;
    ClientKey m_key;
    Limits m_limits;
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
    (new Admission(session, order, job))->begin();
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
