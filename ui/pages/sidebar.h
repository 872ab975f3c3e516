#pragma once

#include "ui/look/icons.h"
#include "ui/models/sitetreemodel.h"
#include "ui/widgets/surface.h"

class Gatehouse;
class NavigationEntry;
class QTreeView;

/// Controllers and their sites with how many wait, and below them the other pages. Emits wishes;
/// what is shown is the window's business.
class Sidebar : public Surface
{
    Q_OBJECT

public:
    explicit Sidebar(Gatehouse &gatehouse, QWidget *parent = nullptr);

    /// Marks a place as the one that is shown, without announcing it.
    void showPlace(const QString &controllerId, const QString &siteId);
    /// Marks History as the page that is shown.
    void showHistory();

Q_SIGNALS:
    void placeChosen(const QString &controllerId, const QString &siteId);
    void historyAsked();
    void addControllerAsked();
    void settingsAsked();
    void controllerMenuAsked(const QString &controllerId, const QPoint &globalPosition);

private:
    void makeTree();
    [[nodiscard]] NavigationEntry *addEntry(const QString &text, IconName icon);
    void followGatehouse();
    void announceCurrent();

    Gatehouse &m_gatehouse;
    SiteTreeModel m_model;
    QTreeView *m_tree = nullptr;
    NavigationEntry *m_history = nullptr;
    bool m_isSetting = false;
};
