#pragma once

#include "core/wificlient.h"

#include <QList>

/// The sites of a controller that is asked in two protocols, each of which calls them by ids of its
/// own. One id is shown, the official interface's where it knows the site.
class PairSites
{
public:
    /// What one protocol listed; what the other one had listed before stays.
    void apiListed(const QList<Site> &sites);
    void accountListed(const QList<Site> &sites);

    /// Those that one of the protocols that work can serve.
    [[nodiscard]] QList<Site> shown(bool apiWorks, bool accountWorks) const;

    /// A shown site as that protocol calls it; empty where it does not see the site. Before
    /// anything was listed only the official interface knows ids.
    [[nodiscard]] QString apiId(const QString &shownId) const;
    [[nodiscard]] QString accountId(const QString &shownId) const;

private:
    struct Joined
    {
        Site shown;
        QString apiId;
        QString accountId;
    };

    void join();

    QList<Site> m_api;
    QList<Site> m_account;
    QList<Joined> m_joined;
};
