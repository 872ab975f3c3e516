#pragma once

#include "drivers/unificonnection.h"

#include <QElapsedTimer>
#include <QHash>

/// The names of a controller's access points and switches, by site. Asked for seldom; where they
/// cannot be had, clients show the id.
class UnifiDeviceNames final : public QObject
{
    Q_OBJECT

public:
    explicit UnifiDeviceNames(UnifiConnection &connection, QObject *parent);

    /// Settles when the names of this site are as fresh as they get; never with a failure.
    [[nodiscard]] Job<Done> *refresh(const QString &siteId, QObject *parent);

    /// Puts the name in place of the id where it is known.
    void name(WifiClient &client) const;

private:
    struct SiteNames
    {
        QHash<QString, QString> names;
        QElapsedTimer age;
        bool known = false;
    };

    [[nodiscard]] bool isFresh(const QString &siteId) const;

    UnifiConnection &m_connection;
    QHash<QString, SiteNames> m_sites;
};
