#include "drivers/omadacancel.h"

#include "drivers/asked.h"
#include "drivers/omadarecords.h"
#include "wire/omada_openapi/failures.h"

namespace openapi = wire::omada_openapi;

namespace {

/// Child of the job it settles.
class Cancelling final : public QObject
{
public:
    Cancelling(OmadaSession &session, WifiClient client, Job<ActionAnswer> *job)
        : QObject(job)
        , m_session(session)
        , m_client(std::move(client))
        , m_job(job)
    {
        m_answer.revoked = m_client.authorization;
    }

    void begin()
    {
        const auto read = [this](const HttpReply &reply) {
            m_isConnected = !openapi::saysNoSuchClient(reply);
            return openapi::readUnauthorized(reply);
        };
        const auto make = [key = m_client.key](const OmadaSession::Requests &requests) {
            return requests.unauthorize(key.siteId, key.mac);
        };
        Job<Done> *done = askedOf<Done>(m_session.exchange(make, this), read, this);
        done->then(this, [this](const Result<Done> &taken) {
            if (!taken)
                return m_job->settle(fail(taken.error()));
            m_isConnected ? liftRates() : endNewestRecord();
        });
        connect(m_job, &JobBase::cancelled, done, &JobBase::cancel);
    }

private:
    void liftRates()
    {
        const auto &had = m_client.authorization;
        if (!had || (!had->downKbps && !had->upKbps))
            return m_job->settle(m_answer);
        const auto make = [key = m_client.key](const OmadaSession::Requests &requests) {
            return requests.rateLimit(key.siteId, key.mac, {}, {});
        };
        askedOf<Done>(m_session.exchange(make, this), openapi::readDone, this)
            ->then(this, [this](const Result<Done> &lifted) {
                if (!lifted)
                    m_answer.incomplete.append(lifted.error());
                m_job->settle(m_answer);
            });
    }

    /// There can be several live ones: one after the other, until none is left.
    void endNewestRecord()
    {
        const ClientKey key = m_client.key;
        auto *live = readLiveAuthorizations(m_session, key.siteId, key.mac, this);
        live->then(this, [this](const Result<QHash<MacAddress, Authorization>> &found) {
            if (m_job->isSettled())
                return;
            if (!found)
                return m_job->settle(
                    fail(m_ended.isEmpty() ? beforeSending(found.error()) : found.error()));
            const Authorization newest = found->value(m_client.key.mac);
            // One that stays live although it was ended is for the read-back to tell.
            if (newest.recordId.isEmpty() || newest.recordId == m_ended)
                return m_job->settle(m_answer);
            end(newest);
        });
        connect(m_job, &JobBase::cancelled, live, &JobBase::cancel);
    }

    void end(const Authorization &record)
    {
        m_ended = record.recordId;
        const auto make
            = [site = m_client.key.siteId, id = record.recordId](
                  const OmadaSession::Requests &requests) { return requests.endRecord(site, id); };
        Job<Done> *ended = askedOf<Done>(m_session.exchange(make, this), openapi::readEnded, this);
        ended->then(this, [this, record](const Result<Done> &answer) {
            if (m_job->isSettled())
                return;
            if (!answer)
                return m_job->settle(fail(answer.error()));
            m_answer.revoked = record;
            endNewestRecord();
        });
        connect(m_job, &JobBase::cancelled, ended, &JobBase::cancel);
    }

    OmadaSession &m_session;
    WifiClient m_client;
    Job<ActionAnswer> *m_job;
    ActionAnswer m_answer;
    QString m_ended;
    bool m_isConnected = true;
};

} // namespace

Job<ActionAnswer> *cancelOnOmada(OmadaSession &session, const WifiClient &client, QObject *parent)
{
    auto *job = new Job<ActionAnswer>(parent);
    (new Cancelling(session, client, job))->begin();
    return job;
}
