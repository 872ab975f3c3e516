#pragma once

#include "drivers/unificonnection.h"

/// Finds one client on a site and reads its detail, or only its id. Goes by the id that is known,
/// then by the filter for its MAC address, then through the whole list, and says NotFound when it
/// is in none. Child of the job it settles.
class UnifiClientReading final : public QObject
{
    Q_OBJECT

public:
    /// The detail. knownId may be empty, stale or another device's.
    [[nodiscard]] static Job<WifiClient> *read(UnifiConnection &connection, const QString &siteId,
        MacAddress mac, const QString &knownId, QObject *parent);

    /// The row of the list, for its present id.
    [[nodiscard]] static Job<WifiClient> *find(
        UnifiConnection &connection, const QString &siteId, MacAddress mac, QObject *parent);

private:
    enum class Wanted { Detail, Row };

    UnifiClientReading(UnifiConnection &connection, QString siteId, MacAddress mac, Wanted wanted,
        Job<WifiClient> *job);

    void readDetail(const QString &id, bool mayBeStale);
    void filterByMac();
    void scan();
    void tryFilter(MacAddress present);
    void found(const WifiClient &row);
    void settleNotFound();
    [[nodiscard]] Job<wire::Page<WifiClient>> *filtered(MacAddress mac);

    UnifiConnection &m_connection;
    QString m_siteId;
    MacAddress m_mac;
    Wanted m_wanted;
    Job<WifiClient> *m_job;
};
