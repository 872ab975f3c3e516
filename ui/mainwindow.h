#pragma once

#include "clients/actionrun.h"
#include "core/audit.h"

#include <QWidget>

#include <functional>

class Attention;
class ClientActions;
class ClientDetails;
class ClientsPage;
class DialogOpener;
class Gatehouse;
class HistoryPage;
class Preferences;
class QSplitter;
class QStackedWidget;
class Sidebar;
class StateChip;
class StatusStrip;

/// The window: sidebar, pages, details, status strip. It joins them and remembers where they were;
/// what they show is theirs.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the window. In demo mode a banner says so and nothing is remembered.
    MainWindow(Gatehouse &gatehouse, Preferences &preferences, bool demo);
    ~MainWindow() override;

    [[nodiscard]] ClientsPage *clientsPage() const { return m_clients; }

    void showPlace(const QString &controllerId, const QString &siteId);
    void showHistory();
    void say(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    HistoryPage *history();
    void letUndoThrough(const QWidget *page);
    void connectSidebar();
    void connectClients();
    void connectActions();
    void addKeys();
    void addKey(const QKeySequence &keys, const std::function<void()> &act);
    void fitTo(int width);
    void setTiny(bool tiny);
    void openSidebar();
    void closeSidebar();
    void restoreLayout();
    void rememberLayout();
    void showOutcome(const ActionReport &report);
    void offerUndo(const AuditRecord &record);
    void undo();
    void showControllerMenu(const QString &controllerId, const QPoint &at);

    Gatehouse &m_gatehouse;
    Preferences &m_preferences;
    DialogOpener *m_dialogs;
    ClientActions *m_actions;
    Attention *m_attention;
    QSplitter *m_outer; ///< sidebar, pages
    QSplitter *m_inner; ///< clients, details
    QStackedWidget *m_pages;
    Sidebar *m_sidebar;
    ClientsPage *m_clients;
    ClientDetails *m_details;
    HistoryPage *m_history = nullptr; ///< made when it is first asked for
    StatusStrip *m_status;
    StateChip *m_outcome;
    std::optional<AuditRecord> m_undoable; ///< what the undo bar offers to undo
    bool m_isTiny = false;
    QWidget *m_narrowBar; ///< with the button that opens the sidebar, where there is no room for it
};
