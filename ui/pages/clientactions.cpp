#include "ui/pages/clientactions.h"

#include "assembly/gatehouse.h"
#include "phrases/phrases.h"
#include "ui/look/icons.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// The sentence is shown where the action is, and read out with it.
void explain(QAction *action, const QString &why)
{
    action->setToolTip(why);
    action->setStatusTip(why);
    action->setEnabled(why.isEmpty());
}

/// The distinct controllers behind these clients, in their order.
QStringList controllersOf(const QList<ClientKey> &clients)
{
    QStringList ids;
    for (const ClientKey &key : clients) {
        if (!ids.contains(key.controllerId))
            ids += key.controllerId;
    }
    return ids;
}

} // namespace

ClientActions::ClientActions(Gatehouse &gatehouse, QWidget *owner)
    : QObject(owner)
    , m_gatehouse(gatehouse)
{
    makeActions(owner);
    fillContextMenu();
    m_review.setSingleShot(true);
    connect(&m_review, &QTimer::timeout, this, &ClientActions::review);
    connect(&gatehouse.directory(), &ClientDirectory::changed, this, &ClientActions::reviewSoon);
    connect(&gatehouse, &Gatehouse::linkChanged, this, &ClientActions::reviewSoon);
    connect(&gatehouse, &Gatehouse::presetsChanged, this, &ClientActions::reviewSoon);
    connect(&gatehouse.actions(), &ActionRunner::started, this, &ClientActions::reviewSoon);
    connect(&gatehouse.actions(), &ActionRunner::finished, this, &ClientActions::reviewSoon);
    review();
}

void ClientActions::makeActions(QWidget *owner)
{
    m_authorize = new QAction(icons::icon(IconName::Authorized), tr("&Authorize"), this);
    m_authorize->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    m_custom = new QAction(icons::icon(IconName::Edit), tr("&Custom…"), this);
    m_custom->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_extend = new QAction(icons::icon(IconName::Extend), tr("&Extend…"), this);
    m_extend->setShortcut(Qt::CTRL | Qt::Key_E);
    m_cancel = new QAction(icons::icon(IconName::Cancel), tr("Cance&l authorization"), this);
    m_cancel->setShortcut(Qt::Key_Delete);
    m_block = new QAction(icons::icon(IconName::Blocked), tr("&Block"), this);
    m_unblock = new QAction(icons::icon(IconName::Undo), tr("&Unblock"), this);
    m_pasteAddress
        = new QAction(icons::icon(IconName::Phone), tr("Authorize from a pasted a&ddress…"), this);
    m_pasteAddress->setShortcut(QKeySequence::Paste);
    m_copyMac = new QAction(icons::icon(IconName::Copy), tr("Copy &MAC address"), this);
    m_copyMac->setShortcut(QKeySequence::Copy);
    // The keys belong to the table, where the selection is; elsewhere Enter and Del mean other
    // things.
    for (QAction *action : {m_authorize, m_custom, m_extend, m_cancel, m_copyMac})
        action->setShortcutContext(Qt::WidgetShortcut);
    // Also where no row is shown: some controllers show none until the first address.
    m_pasteAddress->setShortcutContext(Qt::WidgetWithChildrenShortcut);

    m_presets = new QMenu(tr("Authorize with &preset"), owner);
    m_presets->setToolTipsVisible(true);
    m_contextMenu = new QMenu(tr("Client"), owner);
    m_contextMenu->setToolTipsVisible(true);
    connectActions();
}

void ClientActions::connectActions()
{
    connect(m_authorize, &QAction::triggered, this, &ClientActions::authorizePlainly);
    connect(m_custom, &QAction::triggered, this,
        [this] { Q_EMIT customAsked(ready(ClientAction::Authorize)); });
    connect(m_extend, &QAction::triggered, this,
        [this] { Q_EMIT extendAsked(ready(ClientAction::Extend)); });
    connect(m_cancel, &QAction::triggered, this,
        [this] { Q_EMIT cancelAsked(ready(ClientAction::Cancel)); });
    connect(m_block, &QAction::triggered, this,
        [this] { Q_EMIT blockAsked(ready(ClientAction::Block)); });
    connect(m_unblock, &QAction::triggered, this,
        [this] { Q_EMIT unblockAsked(ready(ClientAction::Unblock)); });
    connect(m_pasteAddress, &QAction::triggered, this, &ClientActions::pasteAsked);
    connect(m_copyMac, &QAction::triggered, this, [this] {
        QStringList addresses;
        for (const ClientKey &key : m_clients)
            addresses += key.mac.toString();
        QGuiApplication::clipboard()->setText(addresses.join(u'\n'));
    });
}

void ClientActions::fillContextMenu()
{
    m_contextMenu->addAction(m_authorize);
    m_contextMenu->addMenu(m_presets);
    m_contextMenu->addAction(m_custom);
    m_contextMenu->addSeparator();
    m_contextMenu->addAction(m_extend);
    m_contextMenu->addAction(m_cancel);
    m_contextMenu->addSeparator();
    m_contextMenu->addAction(m_block);
    m_contextMenu->addAction(m_unblock);
    m_contextMenu->addSeparator();
    m_contextMenu->addAction(m_pasteAddress);
    m_contextMenu->addAction(m_copyMac);
}

void ClientActions::setClients(const QList<ClientKey> &clients)
{
    if (clients == m_clients)
        return;
    m_clients = clients;
    review();
}

void ClientActions::reviewSoon()
{
    // A selection of thousands is not asked anew for every answer of every controller.
    constexpr int manyClients = 100;
    constexpr int pauseForMany = 250;
    if (!m_review.isActive())
        m_review.start(m_clients.size() > manyClients ? pauseForMany : 0);
}

void ClientActions::review()
{
    reviewAction(ClientAction::Authorize, m_authorize);
    reviewAction(ClientAction::Extend, m_extend);
    reviewAction(ClientAction::Cancel, m_cancel);
    reviewAction(ClientAction::Authorize, m_custom);
    reviewAction(ClientAction::Block, m_block);
    reviewAction(ClientAction::Unblock, m_unblock);
    m_copyMac->setEnabled(!m_clients.isEmpty());

    const QList<AuthorizeChoice> choices = choicesFor(ready(ClientAction::Authorize));
    if (choices != m_choices || m_presets->isEmpty()) {
        m_choices = choices;
        fillPresets();
    }
    m_presets->menuAction()->setEnabled(m_authorize->isEnabled());
    Q_EMIT changed();
}

void ClientActions::reviewAction(ClientAction action, QAction *shown)
{
    explain(shown, whyNot(action));
}

QList<ClientKey> ClientActions::ready(ClientAction action) const
{
    QList<ClientKey> found;
    std::ranges::copy_if(m_clients, std::back_inserter(found),
        [&](const ClientKey &key) { return m_gatehouse.offer(action, key) == Offer::Ready; });
    return found;
}

int ClientActions::readyCount(ClientAction action) const
{
    return int(ready(action).size());
}

QString ClientActions::whyNot(ClientAction action) const
{
    if (m_clients.isEmpty())
        return tr("Select a device first.");
    for (const ClientKey &key : m_clients) {
        if (m_gatehouse.offer(action, key) == Offer::Ready)
            return {};
    }
    return m_gatehouse.whyNot(action, m_clients.first());
}

QString ClientActions::plainMeaning() const
{
    if (m_choices.isEmpty() || !m_authorize->isEnabled())
        return {};
    const AuthorizeChoice &plain = m_choices.first();
    return plain.kind == AuthorizeChoice::Kind::Preset ? plain.name
                                                       : tr("controller's own duration");
}

QList<AuthorizeChoice> ClientActions::choicesFor(const QList<ClientKey> &clients) const
{
    if (clients.isEmpty())
        return {};
    QList<LimitAbility> abilities;
    for (const QString &id : controllersOf(clients)) {
        if (const ControllerLink *link = m_gatehouse.link(id))
            abilities += LimitAbility{link->limitRules(), link->capabilities()};
    }
    const ClientKey &first = clients.first();
    return authorizeChoices(m_gatehouse.profiles().presets(),
        m_gatehouse.profiles().defaultPreset(first.controllerId, first.siteId).name, abilities,
        m_gatehouse.clock().now().toLocalTime());
}

void ClientActions::fillPresets()
{
    m_presets->clear();
    for (const AuthorizeChoice &choice : std::as_const(m_choices)) {
        const bool isPreset = choice.kind == AuthorizeChoice::Kind::Preset;
        QAction *entry = m_presets->addAction(isPreset ? QString(choice.name).replace(u'&', u"&&"_s)
                                                       : tr("Controller's own duration"));
        entry->setToolTip(
            choice.isPossible() ? phrases::text(choice.limits) : phrases::text(choice.objections));
        entry->setEnabled(choice.isPossible());
        connect(entry, &QAction::triggered, this, [this, choice] { authorizeWith(choice); });
    }
    m_presets->addSeparator();
    m_presets->addAction(m_custom);
}

void ClientActions::authorizePlainly()
{
    const QList<ClientKey> clients = ready(ClientAction::Authorize);
    for (const ClientKey &key : clients) {
        // Each by its own site's default, and by the clock of this moment.
        const QList<AuthorizeChoice> choices = choicesFor({key});
        m_gatehouse.authorize(key, choices.first().limits);
    }
    if (!clients.isEmpty())
        Q_EMIT started(AuditAction::Authorize, clients);
}

void ClientActions::authorizeWith(const AuthorizeChoice &choice)
{
    const QList<ClientKey> clients = ready(ClientAction::Authorize);
    Limits limits = choice.limits;
    for (const AuthorizeChoice &now : choicesFor(clients)) {
        if (now.kind == choice.kind && now.name == choice.name)
            limits = now.limits; // "until 11:00" means fewer minutes than when the menu was made
    }
    for (const ClientKey &key : clients)
        m_gatehouse.authorize(key, limits);
    if (!clients.isEmpty())
        Q_EMIT started(AuditAction::Authorize, clients);
}
