#include "drivers/unificonnection.h"

namespace unifi = wire::unifi_integration;

UnifiConnection::UnifiConnection(const Secret &key, HttpChannel *channel, QObject *parent)
    : QObject(parent)
    , m_requests(channel->baseUrl(), key)
    , m_channel(channel)
{
    m_channel->setParent(this);
}

Failure UnifiConnection::judged(Failure failure, bool isAction) const
{
    if (isAction && m_keyServed && failure.kind == Failure::Kind::SignInRefused)
        failure.kind = Failure::Kind::NotPermitted;
    return failure;
}

Job<WholeList<WifiClient>> *UnifiConnection::listClients(
    const QString &siteId, const QString &filter, QObject *parent)
{
    const auto fetch = [this, siteId, filter, parent](int, qint64 offset) {
        return ask(m_requests.clients(siteId, offset, filter), unifi::readClients, parent);
    };
    return PagedList<WifiClient>::read(
        fetch, [](const WifiClient &client) { return client.vendorId; }, parent);
}
