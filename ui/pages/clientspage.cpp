#include "ui/pages/clientspage.h"

#include "assembly/captureportal.h"
#include "assembly/gatehouse.h"
#include "phrases/phrases.h"
#include "ui/pages/batchline.h"
#include "ui/pages/clientactions.h"
#include "ui/pages/clientcolumns.h"
#include "ui/pages/clienttable.h"
#include "ui/pages/freshness.h"
#include "ui/preferences/preferences.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/pillbutton.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using States = ClientFilter::States;

constexpr int searchWidth = 320;
constexpr int leastSearchWidth = 160;

const QString statesKey = u"clients/states"_s;

} // namespace

ClientsPage::ClientsPage(
    Gatehouse &gatehouse, Preferences &preferences, ClientActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_gatehouse(gatehouse)
    , m_preferences(preferences)
    , m_actions(actions)
    , m_model(gatehouse.directory(), gatehouse.clock())
    , m_title(new TextLabel({}, TextRole::PageTitle))
    , m_search(
          new SearchField(tr("Search clients"), tr("Name, room, MAC, IP, network, access point")))
    , m_chips(new FilterChips)
    , m_freshness(new Freshness(gatehouse))
    , m_new(new PillButton)
    , m_batch(new BatchLine(gatehouse.actions()))
    , m_stack(new QStackedWidget)
    , m_table(new ClientTable(m_model, gatehouse.clock(), preferences))
    , m_empty(new EmptyState(IconName::Waiting, {}))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::groupGap, 0, 0);
    layout->setSpacing(Theme::gap);
    layout->addLayout(buildTitleRow());
    layout->addLayout(buildFilterRow());
    layout->addWidget(m_batch);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionTriggered, this, &ClientsPage::resolveEmptiness);
    connect(m_batch, &BatchLine::troubledAsked, this, &ClientsPage::chooseAll);
    buildTable();
    followGatehouse();
    const int states = preferences.remembered(statesKey, int(States::All)).toInt();
    showStates(States(std::clamp(states, int(States::Waiting), int(States::All))));
    setPlace({}, {});
}

QHBoxLayout *ClientsPage::buildTitleRow()
{
    m_search->setMinimumWidth(leastSearchWidth);
    m_search->setMaximumWidth(searchWidth);
    m_search->setToolTip(tr("Search clients (Ctrl+F)"));
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setSearch(text);
        reviewEmpty();
    });
    connect(m_search, &QLineEdit::returnPressed, m_table, &ClientTable::enter);
    connect(m_search, &SearchField::leftDownwards, m_table, &ClientTable::enter);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(Theme::pageMargin, 0, Theme::groupGap, 0);
    row->setSpacing(Theme::gap);
    m_title->setMinimumWidth(0);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_title, 1);
    row->addWidget(m_search, 1);
    return row;
}

QHBoxLayout *ClientsPage::buildFilterRow()
{
    m_chips->addChip(int(States::Waiting), tr("Waiting"));
    m_chips->addChip(int(States::Authorized), tr("Authorized"));
    m_chips->addChip(int(States::All), tr("All"));
    connect(m_chips, &FilterChips::currentChanged, this,
        [this](int states) { showStates(States(states)); });
    connect(&m_model, &ClientTableModel::countsChanged, this, &ClientsPage::showCounts);

    m_new->setToolTip(tr("Show the devices that have come since you are in the list"));
    connect(m_new, &QAbstractButton::clicked, this, [this] {
        m_model.showNew();
        m_table->scrollToTop();
    });
    connect(&m_model, &ClientTableModel::newCountChanged, this, &ClientsPage::showNewCount);
    showNewCount(0);

    auto *columns = new IconButton(IconName::Columns, tr("Columns"));
    connect(columns, &QAbstractButton::clicked, this, [this, columns] {
        m_table->columns()->menu()->popup(columns->mapToGlobal(columns->rect().bottomLeft()));
    });

    auto *row = new QHBoxLayout;
    row->setContentsMargins(Theme::pageMargin, 0, Theme::groupGap, 0);
    row->setSpacing(Theme::gap);
    row->addWidget(m_chips);
    row->addStretch();
    row->addWidget(m_new);
    row->addWidget(m_freshness);
    row->addWidget(columns);
    return row;
}

void ClientsPage::buildTable()
{
    m_table->addActions({m_actions.authorize(), m_actions.custom(), m_actions.extend(),
        m_actions.cancel(), m_actions.copyMac()});
    addAction(m_actions.pasteAddress());
    connect(m_table, &ClientTable::menuAsked, m_actions.contextMenu(),
        [menu = m_actions.contextMenu()](const QPoint &at) { menu->popup(at); });
    connect(m_table, &ClientTable::chosenChanged, this, &ClientsPage::chosenChanged);
    connect(m_table, &ClientTable::notPossibleAsked, this, &ClientsPage::notPossibleAsked);
    connect(m_table, &ClientTable::visibleClientsChanged, this, &ClientsPage::watchVisible);
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, changed, this, &ClientsPage::reviewEmpty);
}

void ClientsPage::followGatehouse()
{
    for (ControllerLink *link : m_gatehouse.links())
        takePlaces(link);
    connect(&m_gatehouse, &Gatehouse::linkAdded, this, &ClientsPage::takePlaces);
    connect(&m_gatehouse, &Gatehouse::linkAdded, this, &ClientsPage::tellAudience);
    connect(&m_gatehouse, &Gatehouse::linkChanged, this, &ClientsPage::takePlaces);
    connect(&m_gatehouse.portal(), &CapturePortal::stateChanged, this, &ClientsPage::reviewEmpty);
    connect(&m_gatehouse, &Gatehouse::linkRemoved, this, [this](const QString &controllerId) {
        if (controllerId == m_controllerId)
            setPlace({}, {});
        reviewEmpty();
    });
}

void ClientsPage::takePlaces(ControllerLink *link)
{
    m_model.setPlace(link->profile().id, link->profile().name, link->sites());
    showTitle();
    reviewEmpty();
}

void ClientsPage::setPlace(const QString &controllerId, const QString &siteId)
{
    m_controllerId = controllerId;
    m_siteId = siteId;
    m_model.setScope(controllerId, siteId);
    m_freshness->setScope(controllerId, siteId);
    tellAudience();
    showTitle();
    showCounts(m_model.counts());
    reviewEmpty();
}

void ClientsPage::setSeen(bool isSeen)
{
    m_isSeen = isSeen;
    tellAudience();
}

void ClientsPage::tellAudience()
{
    using Audience = ControllerLink::Audience;
    const QList<ControllerLink *> shown = links();
    for (ControllerLink *link : m_gatehouse.links()) {
        const bool isShown = shown.contains(link);
        link->setAudience(!m_isSeen ? Audience::Nobody
                : isShown           ? Audience::Here
                                    : Audience::Elsewhere,
            isShown ? m_siteId : QString());
    }
}

void ClientsPage::showTitle()
{
    const ControllerLink *link = m_gatehouse.link(m_controllerId);
    if (!link)
        m_title->setText(tr("All sites"));
    else if (m_siteId.isEmpty())
        m_title->setText(link->profile().name);
    else
        m_title->setText(
            tr("%1, %2", "site, controller")
                .arg(m_gatehouse.siteName(m_controllerId, m_siteId), link->profile().name));
}

void ClientsPage::showStates(States states)
{
    m_chips->setCurrent(int(states));
    m_model.setStateFilter(states);
    m_preferences.remember(statesKey, int(states));
    reviewEmpty();
}

void ClientsPage::showCounts(const ClientCounts &counts)
{
    m_chips->setCount(int(States::Waiting), counts.waiting);
    m_chips->setCount(int(States::Authorized), counts.authorized);
    m_chips->setCount(int(States::All), counts.all);
    reviewEmpty();
}

void ClientsPage::showNewCount(int count)
{
    //: how many rows have come while somebody is in the list
    m_new->setText(tr("%n new", nullptr, count));
    m_new->setVisible(count > 0);
}

void ClientsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ClientsPage::clearSearch()
{
    m_search->clear();
}

void ClientsPage::refresh()
{
    m_freshness->refresh();
}

void ClientsPage::rememberLayout() const
{
    m_table->rememberLayout();
}

void ClientsPage::follow(AuditAction action, const QList<ClientKey> &clients)
{
    m_batch->follow(action, clients);
}

void ClientsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_search->text().isEmpty())
        return clearSearch();
    QWidget::keyPressEvent(event);
}

void ClientsPage::chooseAll(const QList<ClientKey> &clients)
{
    m_table->chooseAll(clients);
}

QList<ControllerLink *> ClientsPage::links() const
{
    if (m_controllerId.isEmpty())
        return m_gatehouse.links();
    ControllerLink *link = m_gatehouse.link(m_controllerId);
    return link ? QList{link} : QList<ControllerLink *>();
}

void ClientsPage::watchVisible(const QList<ClientKey> &clients)
{
    QHash<QString, QList<ClientKey>> byController;
    for (const ClientKey &key : clients)
        byController[key.controllerId] += key;
    for (ControllerLink *link : m_gatehouse.links())
        link->setVisibleClients(byController.value(link->profile().id));
}

void ClientsPage::reviewEmpty()
{
    const bool isEmpty = m_model.rowCount() == 0;
    if (isEmpty)
        describe(emptiness());
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_table);
}

ClientsPage::Emptiness ClientsPage::emptiness() const
{
    using State = ControllerLink::State;
    const QList<ControllerLink *> shown = links();
    if (shown.isEmpty())
        return Emptiness::NoController;
    if (m_model.counts().all > 0)
        return m_search->text().isEmpty() ? Emptiness::NobodyInState : Emptiness::NoMatch;
    const auto isIn = [](State state) {
        return [state](const ControllerLink *link) { return link->state() == state; };
    };
    if (std::ranges::any_of(shown, isIn(State::Connecting))
        || std::ranges::all_of(shown, isIn(State::Idle)))
        return Emptiness::Connecting;
    const bool away = std::ranges::all_of(shown, [](const ControllerLink *link) {
        return link->state() == State::Offline || link->state() == State::NeedsAttention;
    });
    if (away)
        return Emptiness::Away;
    const bool lists = std::ranges::any_of(shown, [](const ControllerLink *link) {
        return link->capabilities().can(Capability::ListClients);
    });
    return lists ? Emptiness::Nobody : Emptiness::NoList;
}

void ClientsPage::describe(Emptiness emptiness)
{
    switch (emptiness) {
    case Emptiness::NoController:
        m_empty->set(IconName::Controller,
            tr("Add the controller of your building to see who is waiting for the Wi-Fi."));
        return m_empty->setAction(tr("Add controller…"));
    case Emptiness::NoMatch:
        m_empty->set(IconName::Search, tr("No device here matches “%1”.").arg(m_search->text()));
        return m_empty->setAction(tr("Clear the search"));
    case Emptiness::Connecting:
        m_empty->set(IconName::Asked, tr("Connecting to the controller…"));
        return m_empty->setAction({});
    case Emptiness::Away:
        m_empty->set(IconName::Offline,
            links().size() == 1 ? phrases::text(*links().first(), m_gatehouse.clock().now())
                                : tr("None of the controllers answers now."));
        return m_empty->setAction(tr("Try again"));
    case Emptiness::NobodyInState:
        m_empty->set(IconName::Authorized,
            m_model.counts().waiting == 0 && m_chips->current() == int(States::Waiting)
                ? tr("Nobody is waiting.")
                : tr("No device is in this state now."));
        return m_empty->setAction(tr("Show all devices"));
    case Emptiness::NoList:
        m_empty->set(IconName::Waiting,
            m_gatehouse.portal().isListening()
                ? tr("The controller does not list its devices. They appear here as soon as they "
                     "come to the waiting room.")
                : tr("The controller does not list its devices. Open the waiting room in the "
                     "settings, or paste the address that a device was sent to."));
        return m_empty->setAction(tr("Authorize from a pasted address…"));
    case Emptiness::Nobody:
        m_empty->set(IconName::Guest, tr("No device is connected here now."));
        return m_empty->setAction(tr("Refresh"));
    }
}

void ClientsPage::resolveEmptiness()
{
    switch (emptiness()) {
    case Emptiness::NoController:
        return Q_EMIT addControllerAsked();
    case Emptiness::NoMatch:
        return clearSearch();
    case Emptiness::Connecting:
        return;
    case Emptiness::Away:
        for (const ControllerLink *link : links())
            m_gatehouse.reconnect(link->profile().id);
        return;
    case Emptiness::NobodyInState:
        return showStates(States::All);
    case Emptiness::NoList:
        return m_actions.pasteAddress()->trigger();
    case Emptiness::Nobody:
        return refresh();
    }
}
