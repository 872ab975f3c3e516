#include "drivers/pairsites.h"

#include <algorithm>

namespace {

/// UniFi: v1's internalReference is the short name. Omada: both use the same id, or the key.
bool areOne(const Site &a, const Site &b)
{
    return a.id == b.id
        || (!a.reference.isEmpty() && (a.reference == b.id || a.reference == b.reference))
        || (!b.reference.isEmpty() && b.reference == a.id);
}

} // namespace

void PairSites::apiListed(const QList<Site> &sites)
{
    m_api = sites;
    join();
}

void PairSites::accountListed(const QList<Site> &sites)
{
    m_account = sites;
    join();
}

void PairSites::join()
{
    m_joined.clear();
    QList<Site> unmatched = m_account;
    for (const Site &site : std::as_const(m_api)) {
        Joined joined{site, site.id, {}};
        const auto partner = std::ranges::find_if(
            unmatched, [&site](const Site &other) { return areOne(site, other); });
        if (partner != unmatched.end()) {
            joined.accountId = partner->id;
            unmatched.erase(partner);
        }
        m_joined.append(joined);
    }
    for (const Site &site : std::as_const(unmatched))
        m_joined.append({site, {}, site.id});
}

QList<Site> PairSites::shown(bool apiWorks, bool accountWorks) const
{
    QList<Site> result;
    for (const Joined &site : m_joined)
        if ((apiWorks && !site.apiId.isEmpty()) || (accountWorks && !site.accountId.isEmpty()))
            result.append(site.shown);
    return result;
}

QString PairSites::apiId(const QString &shownId) const
{
    const auto found
        = std::ranges::find(m_joined, shownId, [](const Joined &site) { return site.shown.id; });
    return found != m_joined.end() ? found->apiId : m_joined.isEmpty() ? shownId : QString();
}

QString PairSites::accountId(const QString &shownId) const
{
    const auto found
        = std::ranges::find(m_joined, shownId, [](const Joined &site) { return site.shown.id; });
    return found != m_joined.end() ? found->accountId : QString();
}
