#pragma once

#include "httpsclient.h"
#include "sim/simulator.h"

#include <QJsonArray>

[[nodiscard]] SimulatorOptions classicOptions(
    const QString &version = {}, const QStringList &faults = {});

/// Somebody at a desk who has signed in to a simulated controller's classic API over raw HTTPS, and
/// keeps its cookies and CSRF tokens as a browser does.
class UnifiClassicDesk
{
public:
    explicit UnifiClassicDesk(const SimulatorOptions &options = classicOptions());

    [[nodiscard]] Simulator &simulator() { return *m_simulator; }
    [[nodiscard]] bool isConsole() const { return m_isConsole; }
    [[nodiscard]] QByteArray prefix() const { return m_isConsole ? "/proxy/network" : ""; }
    /// Who waited first when the controller was started.
    [[nodiscard]] QString firstWaiting() const { return m_firstWaiting; }

    RawAnswer signIn() { return signIn(password()); }
    /// more: further members of the body, after a comma.
    RawAnswer signIn(const QByteArray &password, const QByteArray &more = {});
    RawAnswer signOut();
    [[nodiscard]] QByteArray password() const;

    RawAnswer get(const QByteArray &path) { return send(requestFor("GET", path, {})); }
    RawAnswer post(const QByteArray &path, const QByteArray &body)
    {
        return send(requestFor("POST", path, body));
    }
    RawAnswer command(const QByteArray &body)
    {
        return post(prefix() + "/api/s/default/cmd/stamgr", body);
    }
    /// One whose arguments are an address and, after a comma, what more is given.
    RawAnswer command(const char *word, const QString &mac, const QByteArray &more = {});

    /// With what has been kept so far.
    [[nodiscard]] RawRequest requestFor(
        const QByteArray &method, const QByteArray &path, const QByteArray &body) const;
    RawAnswer send(const RawRequest &request);

    /// Below the Default site.
    [[nodiscard]] QJsonArray rows(const QByteArray &what);
    [[nodiscard]] QJsonObject client(const QString &mac);
    [[nodiscard]] QList<QJsonObject> guestRows(const QString &mac);
    [[nodiscard]] QJsonObject newestGuestRow(const QString &mac);

private:
    void keep(const RawAnswer &answer);

    std::unique_ptr<Simulator> m_simulator;
    bool m_isConsole;
    QString m_firstWaiting;
    QMap<QByteArray, QByteArray> m_cookies;
    QByteArray m_csrf;
};

[[nodiscard]] QString messageOf(const RawAnswer &answer); ///< meta.msg
