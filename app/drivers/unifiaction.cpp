#include "drivers/unifiaction.h"

#include "drivers/unificlientreading.h"

namespace unifi = wire::unifi_integration;

Job<ActionAnswer> *UnifiAction::run(
    UnifiConnection &connection, const WifiClient &client, RequestFor requestFor, QObject *parent)
{
    auto *job = new Job<ActionAnswer>(parent);
    auto *action = new UnifiAction(connection, client, std::move(requestFor), job);
    if (client.vendorId.isEmpty())
        action->resolve();
    else
        action->send(client.vendorId, true);
    return job;
}

UnifiAction::UnifiAction(UnifiConnection &connection, const WifiClient &client,
    RequestFor requestFor, Job<ActionAnswer> *job)
    : QObject(job)
    , m_connection(connection)
    , m_client(client)
    , m_requestFor(std::move(requestFor))
    , m_job(job)
{
}

void UnifiAction::resolve()
{
    Job<WifiClient> *found
        = UnifiClientReading::find(m_connection, m_client.key.siteId, m_client.key.mac, this);
    found->then(this, [this](const Result<WifiClient> &row) {
        if (m_job->isSettled())
            return;
        if (row)
            return send(row->vendorId, false);
        m_job->settle(fail(beforeSending(row.error())));
    });
    connect(m_job, &JobBase::cancelled, found, &JobBase::cancel);
}

void UnifiAction::send(const QString &id, bool mayBeStale)
{
    Job<ActionAnswer> *sent = m_connection.ask(m_requestFor(id), unifi::readAction, this);
    sent->then(this, [this, mayBeStale](const Result<ActionAnswer> &answer) {
        const bool gone = !answer && answer.error().kind == Failure::Kind::NotFound;
        if (gone && mayBeStale && !m_job->isSettled())
            return resolve();
        m_job->settle(answer);
    });
    connect(m_job, &JobBase::cancelled, sent, &JobBase::cancel);
}
