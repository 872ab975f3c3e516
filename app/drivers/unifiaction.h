#pragma once

#include "drivers/unificonnection.h"

/// One action on one client: sent by the id that is known, and once more by the present id when the
/// controller knows no such client (which proves that the first did nothing). Child of the job it
/// settles.
class UnifiAction final : public QObject
{
    Q_OBJECT

public:
    /// Makes the request for a client's present id.
    using RequestFor = std::function<HttpRequest(const QString &clientId)>;

    [[nodiscard]] static Job<ActionAnswer> *run(UnifiConnection &connection,
        const WifiClient &client, RequestFor requestFor, QObject *parent);

private:
    UnifiAction(UnifiConnection &connection, const WifiClient &client, RequestFor requestFor,
        Job<ActionAnswer> *job);

    void resolve();
    void send(const QString &id, bool mayBeStale);

    UnifiConnection &m_connection;
    WifiClient m_client;
    RequestFor m_requestFor;
    Job<ActionAnswer> *m_job;
};
