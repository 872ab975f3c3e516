#include "ui/mainwindow.h"

#include "assembly/gatehouse.h"
#include "phrases/phrases.h"
#include "ui/dialogopener.h"
#include "ui/look/theme.h"
#include "ui/pages/attention.h"
#include "ui/pages/clientactions.h"
#include "ui/pages/clientdetails.h"
#include "ui/pages/clientspage.h"
#include "ui/pages/historypage.h"
#include "ui/pages/rowlook.h"
#include "ui/pages/sidebar.h"
#include "ui/preferences/preferences.h"
#include "ui/widgets/accessibleroles.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statusstrip.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/undobar.h"
#include "ui/windowsight.h"

#include <QAction>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

using States = ClientFilter::States;

constexpr QSize usualSize(1280, 800);
constexpr QSize leastSize(480, 400);
constexpr int sidebarWidth = 224; // leave the usual columns room in the usual size
constexpr int detailsWidth = 296;

constexpr auto undoTime = std::chrono::seconds(10);

const QString geometryKey = u"window/geometry"_s;
const QString sidebarKey = u"window/sidebar"_s;
const QString detailsBesideKey = u"window/detailsBeside"_s;
const QString detailsBelowKey = u"window/detailsBelow"_s;

const QString &detailsKey(Qt::Orientation orientation)
{
    return orientation == Qt::Horizontal ? detailsBesideKey : detailsBelowKey;
}

} // namespace

MainWindow::MainWindow(Gatehouse &gatehouse, Preferences &preferences, bool demo)
    : m_gatehouse(gatehouse)
    , m_preferences(preferences)
    , m_dialogs(new DialogOpener(gatehouse, preferences, this))
    , m_actions(new ClientActions(gatehouse, this))
    , m_attention(new Attention(gatehouse))
    , m_outer(new QSplitter(Qt::Horizontal))
    , m_inner(new QSplitter(Qt::Horizontal))
    , m_pages(new QStackedWidget)
    , m_sidebar(new Sidebar(gatehouse))
    , m_clients(new ClientsPage(gatehouse, preferences, *m_actions))
    , m_details(new ClientDetails(gatehouse, *m_actions))
    , m_status(new StatusStrip)
    , m_outcome(new StateChip)
    , m_narrowBar(new QWidget)
{
    accessible::installRoles();
    setWindowTitle(u"Gatehouse"_s);
    setMinimumSize(leastSize);
    build();
    connectSidebar();
    connectClients();
    connectActions();
    addKeys();
    if (demo)
        m_attention->showDemo();
    restoreLayout();
    m_sidebar->showPlace({}, {});
    m_clients->focusSearch();
    letUndoThrough(m_clients);
    connect(new WindowSight(*this), &WindowSight::seenChanged, m_clients, &ClientsPage::setSeen);
    connect(m_status->undoBar(), &UndoBar::expired, this, [this] { m_undoable.reset(); });
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    auto *menu = new IconButton(IconName::Menu, tr("Controllers and pages"));
    connect(menu, &QAbstractButton::clicked, this, &MainWindow::openSidebar);
    auto *narrow = new QHBoxLayout(m_narrowBar);
    narrow->setContentsMargins(Theme::gap, Theme::grid, Theme::gap, 0);
    narrow->addWidget(menu);
    narrow->addStretch();
    m_narrowBar->hide();

    m_inner->addWidget(m_clients);
    m_inner->addWidget(m_details);
    m_inner->setStretchFactor(0, 1);
    m_inner->setChildrenCollapsible(false);
    m_pages->addWidget(m_inner);

    m_outer->addWidget(m_sidebar);
    m_outer->addWidget(m_pages);
    m_outer->setStretchFactor(1, 1);
    m_outer->setChildrenCollapsible(false);
    m_sidebar->setMinimumWidth(Theme::sidebarWidth * 3 / 4);

    m_outcome->hide();
    m_status->addWidget(m_outcome);
    m_status->setText(tr("Ctrl+F searches, Enter authorizes the selected device, Del cancels its "
                         "authorization."));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_attention);
    layout->addWidget(m_narrowBar);
    layout->addWidget(m_outer, 1);
    layout->addWidget(m_status);
}

void MainWindow::connectSidebar()
{
    connect(m_sidebar, &Sidebar::placeChosen, this, &MainWindow::showPlace);
    connect(m_sidebar, &Sidebar::historyAsked, this, &MainWindow::showHistory);
    connect(m_sidebar, &Sidebar::addControllerAsked, m_dialogs, &DialogOpener::openAddController);
    connect(m_sidebar, &Sidebar::settingsAsked, m_dialogs, &DialogOpener::openSettings);
    connect(m_sidebar, &Sidebar::controllerMenuAsked, this, &MainWindow::showControllerMenu);
    connect(m_attention, &Attention::certificateAsked, m_dialogs, &DialogOpener::openCertificate);
    connect(m_attention, &Attention::credentialsAsked, m_dialogs, &DialogOpener::openCredentials);
    connect(m_attention, &Attention::unseenAsked, this, [this] {
        showHistory();
        history()->showUnseen();
    });
}

void MainWindow::connectClients()
{
    connect(
        m_clients, &ClientsPage::addControllerAsked, m_dialogs, &DialogOpener::openAddController);
    connect(m_clients, &ClientsPage::chosenChanged, m_actions, &ClientActions::setClients);
    connect(m_clients, &ClientsPage::chosenChanged, m_details, &ClientDetails::showClients);
    connect(m_clients, &ClientsPage::notPossibleAsked, this,
        [this](ClientAction action) { say(m_actions->whyNot(action)); });
    connect(m_details, &ClientDetails::historyAsked, this, [this](const MacAddress &mac) {
        showHistory();
        history()->search(mac.toString());
    });
}

void MainWindow::connectActions()
{
    connect(m_actions, &ClientActions::customAsked, m_dialogs, &DialogOpener::openAuthorize);
    connect(m_actions, &ClientActions::extendAsked, m_dialogs, &DialogOpener::openExtend);
    connect(m_actions, &ClientActions::cancelAsked, m_dialogs, &DialogOpener::openCancel);
    connect(m_actions, &ClientActions::blockAsked, m_dialogs, &DialogOpener::openBlock);
    connect(m_actions, &ClientActions::unblockAsked, m_dialogs, &DialogOpener::openUnblock);
    connect(m_actions, &ClientActions::pasteAsked, m_dialogs, &DialogOpener::openPaste);
    connect(m_actions, &ClientActions::started, m_clients, &ClientsPage::follow);
    connect(m_dialogs, &DialogOpener::asked, m_clients, &ClientsPage::follow);
    connect(&m_gatehouse.actions(), &ActionRunner::finished, this, &MainWindow::showOutcome);
    connect(&m_gatehouse.actions(), &ActionRunner::admissionAsked, m_dialogs,
        &DialogOpener::openAdmission);
    connect(&m_gatehouse, &Gatehouse::undoOffered, this, &MainWindow::offerUndo);
    connect(m_status->undoBar(), &UndoBar::undoRequested, this, &MainWindow::undo);
}

void MainWindow::addKeys()
{
    addKey(QKeySequence::Find, [this] {
        if (m_history && m_pages->currentWidget() == m_history)
            m_history->findChild<SearchField *>()->setFocus(Qt::ShortcutFocusReason);
        else
            m_clients->focusSearch();
    });
    addKey(QKeySequence::Refresh, [this] { m_clients->refresh(); });
    addKey(Qt::CTRL | Qt::Key_1, [this] { m_clients->showStates(States::Waiting); });
    addKey(Qt::CTRL | Qt::Key_2, [this] { m_clients->showStates(States::Authorized); });
    addKey(Qt::CTRL | Qt::Key_3, [this] { m_clients->showStates(States::All); });
    addKey(Qt::CTRL | Qt::Key_H, [this] { showHistory(); });
    addKey(QKeySequence::New, [this] { m_dialogs->openAddController(); });
    addKey(Qt::CTRL | Qt::Key_Comma, [this] { m_dialogs->openSettings(); });
    addKey(QKeySequence::Undo, [this] {
        m_status->undoBar()->withdraw();
        undo();
    });
    addKey(QKeySequence::Quit, [this] { close(); });
}

void MainWindow::addKey(const QKeySequence &keys, const std::function<void()> &act)
{
    auto *action = new QAction(this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, act);
    addAction(action);
}

HistoryPage *MainWindow::history()
{
    if (m_history)
        return m_history;
    m_history = new HistoryPage(m_gatehouse);
    m_pages->addWidget(m_history);
    m_history->restoreLayout(m_preferences);
    letUndoThrough(m_history);
    connect(m_history, &HistoryPage::eraseAsked, m_dialogs, &DialogOpener::openErase);
    connect(&m_preferences, &Preferences::compactRowsChanged, m_history, &HistoryPage::setCompact);
    return m_history;
}

void MainWindow::letUndoThrough(const QWidget *page)
{
    for (SearchField *field : page->findChildren<SearchField *>())
        field->installEventFilter(this);
}

void MainWindow::showPlace(const QString &controllerId, const QString &siteId)
{
    m_pages->setCurrentWidget(m_inner);
    m_clients->setPlace(controllerId, siteId);
    closeSidebar();
}

void MainWindow::showHistory()
{
    m_pages->setCurrentWidget(history());
    m_sidebar->showHistory();
    closeSidebar();
}

void MainWindow::say(const QString &sentence)
{
    m_outcome->hide();
    m_status->setText(sentence);
}

void MainWindow::showOutcome(const ActionReport &report)
{
    m_status->setText(phrases::text(report));
    m_outcome->setState(chipKind(report.outcome), phrases::text(report.outcome));
    m_outcome->show();
}

void MainWindow::offerUndo(const AuditRecord &record)
{
    m_undoable = record;
    m_status->undoBar()->offer(
        chipKind(record.outcome), record.outcome ? record.outcome->message : QString(), undoTime);
}

void MainWindow::undo()
{
    const auto record = std::exchange(m_undoable, std::nullopt);
    if (!record || m_gatehouse.undo(*record))
        return;
    const QString reason = m_gatehouse.whyNoUndo(*record);
    say(reason.isEmpty()
            ? tr("Something else is under way on this device. Undo it from the history "
                 "once that has ended.")
            : reason);
}

/// While the way back is offered, its keys mean that and not what was typed last in a field.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_status->undoBar()->isOffering()
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void MainWindow::showControllerMenu(const QString &controllerId, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Connect again")), &QAction::triggered, this,
        [this, controllerId] { m_gatehouse.reconnect(controllerId); });
    connect(menu->addAction(tr("Enter credentials…")), &QAction::triggered, this,
        [this, controllerId] { m_dialogs->openCredentials(controllerId); });
    connect(menu->addAction(tr("Settings…")), &QAction::triggered, m_dialogs,
        &DialogOpener::openSettings);
    menu->popup(at);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTo(width());
}

void MainWindow::fitTo(int width)
{
    const Qt::Orientation wanted = width < Theme::narrowWindow ? Qt::Vertical : Qt::Horizontal;
    if (wanted != m_inner->orientation()) {
        m_preferences.remember(detailsKey(m_inner->orientation()), m_inner->saveState());
        m_inner->setOrientation(wanted);
        m_inner->restoreState(m_preferences.remembered(detailsKey(wanted)).toByteArray());
        m_inner->setOrientation(wanted);
    }
    setTiny(width < Theme::tinyWindow);
}

void MainWindow::setTiny(bool tiny)
{
    if (tiny == m_isTiny)
        return;
    m_isTiny = tiny;
    m_narrowBar->setVisible(tiny);
    if (tiny) {
        m_preferences.remember(sidebarKey, m_outer->saveState());
        m_sidebar->setParent(this); // over the page, when asked for
        m_sidebar->hide();
    } else {
        m_outer->insertWidget(0, m_sidebar);
        m_outer->setStretchFactor(0, 0);
        m_outer->setStretchFactor(1, 1);
        m_sidebar->show();
        m_outer->restoreState(m_preferences.remembered(sidebarKey).toByteArray());
    }
}

void MainWindow::openSidebar()
{
    if (m_sidebar->isVisible())
        return closeSidebar();
    const int top = m_outer->y();
    m_sidebar->setGeometry(layoutDirection() == Qt::RightToLeft ? width() - Theme::sidebarWidth : 0,
        top, Theme::sidebarWidth, m_outer->height());
    m_sidebar->show();
    m_sidebar->raise();
    m_sidebar->setFocus(Qt::PopupFocusReason);
}

void MainWindow::closeSidebar()
{
    if (m_isTiny)
        m_sidebar->hide();
}

void MainWindow::restoreLayout()
{
    m_outer->setSizes({sidebarWidth, usualSize.width() - sidebarWidth});
    m_inner->setSizes({usualSize.width() - sidebarWidth - detailsWidth, detailsWidth});
    if (!restoreGeometry(m_preferences.remembered(geometryKey).toByteArray()))
        resize(usualSize);
    m_outer->restoreState(m_preferences.remembered(sidebarKey).toByteArray());
    m_inner->restoreState(
        m_preferences.remembered(detailsKey(m_inner->orientation())).toByteArray());
}

void MainWindow::rememberLayout()
{
    m_preferences.remember(geometryKey, saveGeometry());
    if (!m_isTiny)
        m_preferences.remember(sidebarKey, m_outer->saveState());
    m_preferences.remember(detailsKey(m_inner->orientation()), m_inner->saveState());
    m_clients->rememberLayout();
    if (m_history)
        m_history->rememberLayout(m_preferences);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    rememberLayout();
    QWidget::closeEvent(event);
}
