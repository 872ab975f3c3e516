#include "unificonsole.h"

using namespace Qt::StringLiterals;

UnifiConsole::UnifiConsole(const SimulatorOptions &options)
    : m_base(options.deployment == UnifiIntegrationOptions::Deployment::SelfHosted
            ? "/integration/v1"
            : "/proxy/network/integration/v1")
{
    auto simulator = Simulator::start(options);
    if (!simulator)
        qFatal("%s", qPrintable(simulator.error()));
    m_simulator = std::move(*simulator);
    m_key = m_simulator->info().credentials.value(u"apiKey"_s).toString().toLatin1();
}

RawRequest UnifiConsole::get(const QByteArray &belowBase) const
{
    return {"GET", m_base + belowBase, {{"X-API-KEY", m_key}}, {}};
}

RawRequest UnifiConsole::post(const QByteArray &belowBase, const QByteArray &body) const
{
    return {"POST", m_base + belowBase,
        {{"X-API-KEY", m_key}, {"Content-Type", "application/json"}}, body};
}

RawAnswer UnifiConsole::clients(const QByteArray &query) const
{
    return ask(get(site + "/clients?" + query));
}

QJsonArray UnifiConsole::clientsWhere(const QByteArray &filter) const
{
    return clients("limit=200&filter=" + filter.toPercentEncoding())
        .json()
        .value(u"data"_s)
        .toArray();
}

QJsonObject UnifiConsole::clientWithMac(const QString &mac) const
{
    return clientsWhere("macAddress.eq('" + mac.toLatin1() + "')").first().toObject();
}

QJsonObject UnifiConsole::detail(const QString &id) const
{
    return ask(get(site + "/clients/" + id.toLatin1())).json();
}

RawAnswer UnifiConsole::act(const QString &id, const QByteArray &body) const
{
    return ask(post(site + "/clients/" + id.toLatin1() + "/actions", body));
}

bool isAuthorized(const QJsonObject &row)
{
    return row.value(u"access"_s).toObject().value(u"authorized"_s).toBool();
}
