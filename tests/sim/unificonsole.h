#pragma once

#include "httpsclient.h"
#include "sim/simulator.h"

#include <QJsonArray>

/// A simulated UniFi console under test, asked over raw HTTPS with its own key.
class UnifiConsole
{
public:
    explicit UnifiConsole(const SimulatorOptions &options = {});

    [[nodiscard]] Simulator &simulator() { return *m_simulator; }
    [[nodiscard]] RawRequest get(const QByteArray &belowBase) const;
    [[nodiscard]] RawRequest post(const QByteArray &belowBase, const QByteArray &body) const;
    [[nodiscard]] RawAnswer ask(const RawRequest &request) const
    {
        return ::ask(m_simulator->url(), request);
    }

    /// The page of the Default site that this query gives.
    [[nodiscard]] RawAnswer clients(const QByteArray &query) const;
    [[nodiscard]] QJsonArray clientsWhere(const QByteArray &filter) const;
    [[nodiscard]] QJsonObject clientWithMac(const QString &mac) const;
    [[nodiscard]] QJsonObject detail(const QString &id) const;
    [[nodiscard]] RawAnswer act(const QString &id, const QByteArray &body) const;
    [[nodiscard]] QString firstWaiting() const { return m_simulator->info().waiting.first(); }

    static inline const QByteArray site = "/sites/88f7af54-98f8-306a-a1c7-c9349722b1f6";
    static inline const QByteArray authorize
        = R"({"action":"AUTHORIZE_GUEST_ACCESS","timeLimitMinutes":60})";
    static inline const QByteArray unauthorize = R"({"action":"UNAUTHORIZE_GUEST_ACCESS"})";

private:
    std::unique_ptr<Simulator> m_simulator;
    QByteArray m_key;
    QByteArray m_base;
};

[[nodiscard]] bool isAuthorized(const QJsonObject &row);
