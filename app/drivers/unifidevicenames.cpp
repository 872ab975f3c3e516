#include "drivers/unifidevicenames.h"

#include <chrono>

using namespace std::chrono_literals;

UnifiDeviceNames::UnifiDeviceNames(Read read, QObject *parent)
    : QObject(parent)
    , m_read(std::move(read))
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
    auto *job = new Job<Done>(parent);
    m_read(siteId, this)
        ->then(this, [this, siteId, job = QPointer(job)](const Result<Names> &answer) {
            SiteNames &site = m_sites[siteId];
            site.age.start();
            site.known = answer.has_value();
            if (answer)
                site.names.insert(*answer);
            if (job)
                job->settle(Done{});
        });
    return job;
}

void UnifiDeviceNames::name(WifiClient &client) const
{
    const QString name = ofSite(client.key.siteId).value(client.accessPoint);
    if (!name.isEmpty())
        client.accessPoint = name;
}

UnifiDeviceNames::Names UnifiDeviceNames::ofSite(const QString &siteId) const
{
    return m_sites.value(siteId).names;
}

void nameAccessPoints(ClientList &clients, const UnifiDeviceNames::Names &names)
{
    if (names.isEmpty())
        return;
    clients.renameAccessPoints([&names](const QString &id) {
        const QString name = names.value(id);
        return name.isEmpty() ? id : name;
    });
}
