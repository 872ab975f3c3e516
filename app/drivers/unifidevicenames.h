#pragma once

#include "core/clientlist.h"
#include "core/job.h"

#include <QElapsedTimer>
#include <QHash>

#include <functional>

/// The names of a controller's access points and switches, by site. Asked for seldom; where they
/// cannot be had, clients show the id.
class UnifiDeviceNames final : public QObject
{
    Q_OBJECT

public:
    /// Names by what clients call their access point or switch.
    using Names = QHash<QString, QString>;
    using Read = std::function<Job<Names> *(const QString &siteId, QObject *parent)>;

    UnifiDeviceNames(Read read, QObject *parent);

    /// Settles when the names of this site are as fresh as they get; never with a failure.
    [[nodiscard]] Job<Done> *refresh(const QString &siteId, QObject *parent);

    /// Puts the name in place of the id where it is known.
    void name(WifiClient &client) const;
    /// Those that are known, to be put there on another thread.
    [[nodiscard]] Names ofSite(const QString &siteId) const;

private:
    struct SiteNames
    {
        Names names;
        QElapsedTimer age;
        bool known = false;
    };

    [[nodiscard]] bool isFresh(const QString &siteId) const;

    Read m_read;
    QHash<QString, SiteNames> m_sites;
};

/// Puts the names in place of the ids where they are known.
void nameAccessPoints(ClientList &clients, const UnifiDeviceNames::Names &names);
