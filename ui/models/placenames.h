#pragma once

#include "core/wificlient.h"

#include <QHash>
#include <QString>

/// What people call controllers and sites; ids stand in for names that are not known yet.
class PlaceNames
{
public:
    /// False when that is what was known already.
    bool set(const QString &controllerId, const QString &controllerName, const QList<Site> &sites);

    [[nodiscard]] QString controller(const QString &controllerId) const;
    [[nodiscard]] QString site(const QString &controllerId, const QString &siteId) const;

private:
    struct Place
    {
        QString name;
        QList<Site> sites;
        friend bool operator==(const Place &, const Place &) = default;
    };

    QHash<QString, Place> m_places;
};
