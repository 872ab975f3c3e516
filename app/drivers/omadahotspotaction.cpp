#include "drivers/omadahotspotaction.h"

#include "drivers/asked.h"
#include "drivers/omadahotspotrecords.h"
#include "wire/omada_hotspot/replies.h"

using namespace Qt::StringLiterals;
namespace hotspot = wire::omada_hotspot;

namespace {

void sendExtension(OmadaHotspotSession &session, const ExtendOrder &order, const QString &recordId,
    Job<ActionAnswer> *job)
{
    const auto make = [order, recordId](const OmadaHotspotSession::Requests &requests) {
        return requests.extend(order.client.key.siteId, recordId, order.addMinutes);
    };
    settleWith(job, askedOf<Done>(session.exchange(make, job), hotspot::readDone, job),
        [](const Done &) { return Result<ActionAnswer>(ActionAnswer{}); });
}

/// Ends records one by one. Child of the job it settles.
class Ending final : public QObject
{
public:
    Ending(OmadaHotspotSession &session, const ClientKey &key, Job<ActionAnswer> *job)
        : QObject(job)
        , m_session(session)
        , m_key(key)
        , m_job(job)
    {
    }

    void begin()
    {
        auto *history = readHotspotRecords(m_session, m_key.siteId, m_key.mac, this);
        history->then(this, [this](const Result<HotspotRecords> &found) {
            if (m_job->isSettled())
                return;
            if (!found)
                return m_job->settle(fail(beforeSending(found.error())));
            m_left = liveRecordsOf(*found, m_key.mac, controllerNow(m_session));
            endNext();
        });
        connect(m_job, &JobBase::cancelled, history, &JobBase::cancel);
    }

private:
    void endNext()
    {
        if (m_left.isEmpty())
            return m_job->settle(m_answer);
        const wire::AuthedRecord record = m_left.takeFirst();
        const auto make
            = [site = m_key.siteId, id = record.authorization.recordId](
                  const OmadaHotspotSession::Requests &requests) { return requests.end(site, id); };
        Job<Done> *ended = askedOf<Done>(m_session.exchange(make, this), hotspot::readEnded, this);
        ended->then(this,
            [this, record](const Result<Done> &answer) { judge(record.authorization, answer); });
        connect(m_job, &JobBase::cancelled, ended, &JobBase::cancel);
    }

    void judge(const Authorization &authorization, const Result<Done> &answer)
    {
        if (m_job->isSettled())
            return;
        if (answer) {
            if (!m_answer.revoked || m_answer.revoked->since < authorization.since)
                m_answer.revoked = authorization;
            return endNext();
        }
        // Told as a part that was refused only when nothing is in doubt and the rest was done.
        if (answer.error().mayHaveTakenEffect() || !m_answer.revoked)
            return m_job->settle(fail(answer.error()));
        m_answer.incomplete.append(answer.error());
        m_job->settle(m_answer);
    }

    OmadaHotspotSession &m_session;
    ClientKey m_key;
    Job<ActionAnswer> *m_job;
    QList<wire::AuthedRecord> m_left;
    ActionAnswer m_answer;
};

} // namespace

Job<ActionAnswer> *extendOnHotspot(
    OmadaHotspotSession &session, const ExtendOrder &order, QObject *parent)
{
    auto *job = new Job<ActionAnswer>(parent);
    const QString known
        = order.client.authorization ? order.client.authorization->recordId : QString();
    if (!known.isEmpty()) {
        sendExtension(session, order, known, job);
        return job;
    }
    const ClientKey key = order.client.key;
    auto *history = readHotspotRecords(session, key.siteId, key.mac, job);
    history->then(job, [&session, order, job](const Result<HotspotRecords> &found) {
        if (job->isSettled())
            return;
        if (!found)
            return job->settle(fail(beforeSending(found.error())));
        const auto live = wire::liveRecords(found->records, controllerNow(session));
        const auto record = live.constFind(order.client.key.mac);
        if (record == live.cend())
            return job->settle(
                fail(Failure::Kind::Refused, u"there is no live authorization to extend"_s));
        sendExtension(session, order, record->authorization.recordId, job);
    });
    QObject::connect(job, &JobBase::cancelled, history, &JobBase::cancel);
    return job;
}

Job<ActionAnswer> *cancelOnHotspot(
    OmadaHotspotSession &session, const WifiClient &client, QObject *parent)
{
    auto *job = new Job<ActionAnswer>(parent);
    (new Ending(session, client.key, job))->begin();
    return job;
}
