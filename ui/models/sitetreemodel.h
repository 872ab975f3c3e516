#pragma once

#include "clients/clientdirectory.h"
#include "clients/controllerlink.h"
#include "core/clock.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

/// The sidebar: "All sites", then each controller with its sites below. One column. Told about
/// links by whoever owns them; never resets.
class SiteTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind { AllSites, Controller, Site };

    enum Role {
        KindRole = Qt::UserRole, ///< int: Kind
        ControllerIdRole, ///< QString, empty for all sites
        SiteIdRole, ///< QString, empty unless a site
        WaitingRole, ///< int: how many wait, for the badge
        LinkStateRole, ///< int: ControllerLink::State; invalid for all sites
        StatusRole, ///< QString: how the controller stands, as a sentence; empty for all sites
    };

    /// directory and clock must outlive the model.
    SiteTreeModel(ClientDirectory &directory, const Clock &clock, QObject *parent = nullptr);
    ~SiteTreeModel() override;

    /// Links are shown in the order in which they come. A link must be removed before it dies.
    void addLink(ControllerLink *link);
    void removeLink(const QString &controllerId);
    void linkChanged(ControllerLink *link);

    [[nodiscard]] QModelIndex allSites() const;
    /// Invalid when it is not shown. siteId empty: the controller itself.
    [[nodiscard]] QModelIndex indexOf(
        const QString &controllerId, const QString &siteId = {}) const;

    [[nodiscard]] QModelIndex index(
        int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Branch;

    [[nodiscard]] int rowOf(const QString &controllerId) const; ///< -1: none
    [[nodiscard]] QVariant siteData(const Branch &branch, int site, int role) const;
    [[nodiscard]] QVariant controllerData(const Branch &branch, int role) const;
    [[nodiscard]] QVariant allSitesData(int role) const;
    void takeSites(int row);
    void takeCounts();

    ClientDirectory &m_directory;
    const Clock &m_clock;
    std::vector<std::unique_ptr<Branch>> m_branches; ///< row 0 is all sites, then these
    int m_waiting = 0;
};
