#include "drivers/unifidevicenames.h"

#include <chrono>

using namespace std::chrono_literals;
namespace unifi = wire::unifi_integration;

UnifiDeviceNames::UnifiDeviceNames(UnifiConnection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
{
}

bool UnifiDeviceNames::isFresh(const QString &siteId) const
{
    const auto found = m_sites.constFind(siteId);
    if (found == m_sites.cend())
        return false;
    const std::chrono::milliseconds good = found->known ? 10min : 1min;
    return !found->age.hasExpired(good.count());
}

Job<Done> *UnifiDeviceNames::refresh(const QString &siteId, QObject *parent)
{
    if (isFresh(siteId))
        return Job<Done>::settled(Done{}, parent);
    m_sites[siteId].age.start(); // whoever asks meanwhile goes without
    const auto fetch = [this, siteId](int, qint64 offset) {
        HttpRequest request = m_connection.requests().devices(siteId, offset);
        request.timeout = 5s; // a list of clients waits for it
        return m_connection.ask(request, unifi::readDevices, this);
    };
    Job<WholeList<unifi::Device>> *read = PagedList<unifi::Device>::read(
        fetch, [](const unifi::Device &device) { return device.id; }, this);
    auto *job = new Job<Done>(parent);
    read->then(
        this, [this, siteId, job = QPointer(job)](const Result<WholeList<unifi::Device>> &answer) {
            SiteNames &site = m_sites[siteId];
            site.age.start();
            site.known = answer.has_value();
            if (answer)
                for (const unifi::Device &device : answer->rows)
                    site.names.insert(device.id, device.name);
            if (job)
                job->settle(Done{});
        });
    return job;
}

void UnifiDeviceNames::name(WifiClient &client) const
{
    const auto site = m_sites.constFind(client.key.siteId);
    if (site == m_sites.cend())
        return;
    const QString name = site->names.value(client.accessPoint);
    if (!name.isEmpty())
        client.accessPoint = name;
}
