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

/// The cloud's connector allows 100 calls a minute and takes most of a second for each.
PagedListRules UnifiConnection::pageRules() const
{
    constexpr int gentle = 3;
    PagedListRules rules;
    rules.pagesInFlight
        = unifi::isConnector(m_channel->baseUrl()) ? gentle : m_channel->requestsAtOnce();
    return rules;
}

Job<WholeList<WifiClient>> *UnifiConnection::listClients(
    const QString &siteId, const QString &filter, QObject *parent)
{
    const auto fetch = [this, siteId, filter, parent](int, qint64 offset) {
        return ask(m_requests.clients(siteId, offset, filter), unifi::readClients, parent);
    };
    PagedListRules rules = pageRules();
    std::shared_ptr<PagedListShape> &shape = m_shapes[{siteId, filter}];
    if (!shape)
        shape = std::make_shared<PagedListShape>();
    rules.lastShape = shape;
    return PagedList<WifiClient>::read(
        fetch,
        [](const ClientList &clients, qsizetype at) { return clients.packed(at).vendorIdHash(); },
        parent, rules);
}

Job<QHash<QString, QString>> *UnifiConnection::deviceNames(const QString &siteId, QObject *parent)
{
    const auto fetch = [this, siteId, parent](int, qint64 offset) {
        HttpRequest request = m_requests.devices(siteId, offset);
        request.timeout = std::chrono::seconds(5); // a list of clients waits for it
        return ask(request, unifi::readDevices, parent);
    };
    const auto id
        = [](const QList<unifi::Device> &devices, qsizetype at) { return qHash(devices[at].id); };
    return askedOf<QHash<QString, QString>>(
        PagedList<unifi::Device>::read(fetch, id, parent),
        [](const WholeList<unifi::Device> &list) {
            QHash<QString, QString> names;
            for (const unifi::Device &device : list.rows)
                names.insert(device.id, device.name);
            return Result<QHash<QString, QString>>(names);
        },
        parent);
}
