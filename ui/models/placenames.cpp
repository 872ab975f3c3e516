#include "ui/models/placenames.h"

#include <algorithm>

bool PlaceNames::set(
    const QString &controllerId, const QString &controllerName, const QList<Site> &sites)
{
    const Place place{controllerName, sites};
    Place &known = m_places[controllerId];
    if (known == place)
        return false;
    known = place;
    return true;
}

QString PlaceNames::controller(const QString &controllerId) const
{
    const auto place = m_places.find(controllerId);
    return place == m_places.end() ? controllerId : place->name;
}

QString PlaceNames::site(const QString &controllerId, const QString &siteId) const
{
    const auto place = m_places.find(controllerId);
    if (place == m_places.end())
        return siteId;
    const auto site = std::ranges::find(place->sites, siteId, &Site::id);
    return site == place->sites.end() ? siteId : site->name;
}
