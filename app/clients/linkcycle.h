#pragma once

#include "clients/clientdirectory.h"
#include "clients/controllerlink.h"
#include "clients/detailreader.h"
#include "clients/listintake.h"

#include <QHash>
#include <QTimer>

/// The link's life: identify, list sites, then poll whichever site is due, one after the other.
class ControllerLink::Cycle
{
public:
    Cycle(ControllerLink &link, ControllerProfile linkProfile, ClientDirectory &directory,
        const Clock &clock, const LinkPace &pace);

    void begin(std::unique_ptr<ControllerDriver> newDriver);
    void end(State state, const std::optional<Failure> &failure);
    void askSoon(const QString &siteId);
    void watch(Audience audience, const QString &siteId);
    void hurry(const QString &siteId);
    void meet(const Site &site);

    ControllerProfile profile;
    std::unique_ptr<ControllerDriver> driver;
    QList<Site> sites;
    State state = State::Idle;
    std::optional<Failure> failure;
    std::optional<QDateTime> lastAnswerAt;
    std::optional<QDateTime> nextAttemptAt;
    Capabilities capabilities;
    DetailReader details;

private:
    /// When a site's turn is.
    struct Turn
    {
        QDateTime due;
        int failures = 0;
        bool forbidden = false;
        QDateTime hurriedUntil = {};
    };

    template <typename T>
    void await(Job<T> *job, void (Cycle::*next)(const Result<T> &));

    void goOn();
    void identify();
    void identified(const Result<ControllerIdentity> &answer);
    void listSites();
    void sitesListed(const Result<QList<Site>> &answer);
    void takeSites(QList<Site> told);
    void listen();
    void poll(const QString &siteId);
    void polled(const QString &siteId, quint64 tick, const Result<ClientSnapshot> &answer);
    void siteListed();
    void siteFailed(const QString &siteId, const Failure &why);
    void failed(const Failure &why);
    void answeredWell();
    void rest();
    [[nodiscard]] std::optional<QString> siteToPoll() const;
    [[nodiscard]] std::chrono::milliseconds paceOf(const QString &siteId) const;
    [[nodiscard]] bool everySiteForbidden() const;
    void pause(std::chrono::milliseconds length);
    void show(State newState, const std::optional<Failure> &why = {});

    ControllerLink &m_link;
    ClientDirectory &m_directory;
    const Clock &m_clock;
    const LinkPace m_pace;
    ListIntake m_intake;
    QTimer m_timer;
    QHash<QString, Turn> m_turns; ///< by site
    QList<Site> m_met; ///< named by redirects, on a controller that cannot list its sites
    Audience m_audience = Audience::Here;
    QString m_watched;
    std::optional<QDateTime> m_sitesListedAt;
    std::optional<QDateTime> m_toldAnswerAt;
    bool m_identified = false;
    bool m_busy = false; ///< a request is under way
    int m_failures = 0; ///< in a row, of the controller as a whole
    quint64 m_epoch = 0; ///< answers of an earlier driver are nobody's
};
