#pragma once

#include "sim/loopbackserver.h"
#include "sim/unifiintegrationsimulator.h"
#include "sim/venuerush.h"
#include "sim/world.h"

#include <QFile>
#include <QJsonObject>
#include <QObject>
#include <QUrl>

#include <tl/expected.hpp>

class Saboteur;

/// What to simulate. The word of the generation is the one of the CLI, see allProducts().
struct SimulatorOptions
{
    QString generation = QStringLiteral("unifi-integration");
    QString version; ///< empty: the product's standard
    quint16 port = 0; ///< 0: a free one
    int clients = 60; ///< rows at the start
    int waiting = 15; ///< of them, guests who wait
    quint32 seed = 1; ///< the same seed gives the same world, ids and credentials
    QStringList faults; ///< such as "slow=300"; see allFaults()
    QString logFile; ///< empty: only requests() remembers

    QStringList sites; ///< empty: Default and Conference, or Annex and Boathouse
    bool lively = false; ///< guests arrive, use data, roam and leave by themselves
    RushPace rush; ///< what happens beyond that, every VenueRush::beat
    int reconnectSeconds = 4; ///< UniFi: how long a cancelled guest is gone
    UnifiIntegrationOptions::Deployment deployment = UnifiIntegrationOptions::Deployment::Console;

    /// The external portal that waiting devices are sent to.
    QUrl portal{QStringLiteral("http://127.0.0.1:8880")};
};

/// What somebody needs in order to use a running simulator. A plain value, for any thread.
struct SimulatorInfo
{
    QString generation;
    QString version;
    QUrl url; ///< base URL without a trailing slash
    QByteArray certificateSha256; ///< 32 bytes
    QJsonObject credentials; ///< apiKey, or clientId and clientSecret
    QJsonArray sites; ///< objects with id and name
    QStringList waiting; ///< addresses as this protocol spells them, those of the first site first
    QStringList redirects; ///< where their browsers were sent, in the same order

    /// The line that gatehouse-simulator prints when it is ready.
    [[nodiscard]] QJsonObject toJson() const;
};

/// A running simulated controller: world, protocol, HTTPS server and log in one. Everything happens
/// on the thread that started it, from its event loop; stopping is destroying. See SimulatorThread
/// for one that runs beside you.
class Simulator final : public QObject
{
    Q_OBJECT

public:
    /// The error is a sentence: unknown generation, version or fault, counts that do not fit, port
    /// taken, log not writable.
    [[nodiscard]] static tl::expected<std::unique_ptr<Simulator>, QString> start(
        const SimulatorOptions &options);
    ~Simulator() override;

    [[nodiscard]] SimulatorInfo info() const;
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QByteArray certificateSha256() const { return m_server->certificateSha256(); }

    /// Everything it was asked so far, oldest first; the newest 20 000. As in the log: at, method,
    /// path, query, status, did, bodyKeys, acted, connection count. Never a secret.
    [[nodiscard]] const QList<QJsonObject> &requests() const { return m_requests; }
    /// How many of them had an effect on the world.
    [[nodiscard]] int actions() const;

    /// Wrong text is answered with a sentence.
    std::optional<QString> addFault(const QString &text) { return m_world->faults.add(text); }
    void clearFaults() { m_world->faults.clear(); }

    /// Moves the controller's clock on, and with it everything that time does.
    void advance(std::chrono::seconds by);
    /// The controller's clock, UTC.
    [[nodiscard]] QDateTime now() const;

    /// A new guest associates and waits; the address as this protocol spells it.
    QString arrive();
    /// Nothing happens, and false, when there is no such client; the address in any notation of six
    /// octets.
    bool leave(const QString &mac);
    bool comeBack(const QString &mac);
    bool roam(const QString &mac); ///< to another access point
    bool authorizeByOthers(const QString &mac, int minutes);
    bool useData(const QString &mac, qint64 bytes);

    /// Whether it is authorized at this moment, whatever the protocol shows.
    [[nodiscard]] bool isAuthorized(const QString &mac) const;
    /// UTC, in the controller's clock; nothing when it is not authorized.
    [[nodiscard]] std::optional<QDateTime> authorizedUntil(const QString &mac) const;
    [[nodiscard]] bool isBlocked(const QString &mac) const;

    /// A new certificate, as after a reset; connections are cut.
    void changeCertificate();
    /// Off the network, connections cut …
    void goOffline();
    /// … and back at the same port. False when somebody took it meanwhile.
    [[nodiscard]] bool comeOnline();

Q_SIGNALS:
    void answered(const QJsonObject &request);

private:
    explicit Simulator(const SimulatorOptions &options);
    [[nodiscard]] std::optional<QString> begin();
    void bringToLife();
    [[nodiscard]] SimReply answer(const SimRequest &request);
    void record(const SimRequest &request, const SimReply &reply);
    void tellEvents();
    [[nodiscard]] std::optional<int> clientOf(const QString &mac) const;

    SimulatorOptions m_options;
    std::unique_ptr<SimWorld> m_world;
    std::unique_ptr<ControllerSimulator> m_protocol;
    std::unique_ptr<Saboteur> m_saboteur;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<VenueLife> m_life;
    std::unique_ptr<VenueRush> m_rush;
    QFile m_log;
    QList<QJsonObject> m_requests;
    quint16 m_port = 0;
    int m_requestCount = 0;
};
