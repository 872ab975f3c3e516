#include "ui/pages/clientdetails.h"

#include "assembly/gatehouse.h"
#include "phrases/phrases.h"
#include "ui/pages/actionbuttons.h"
#include "ui/pages/clientfacts.h"
#include "ui/pages/devicehistory.h"
#include "ui/pages/rowlook.h"
#include "ui/pages/twinoffer.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

using namespace std::chrono_literals;

namespace {

QString nameOf(const ClientRow &row)
{
    for (const QString &name : {row.guest.name, row.client.name, row.client.hostName}) {
        if (!name.isEmpty())
            return name;
    }
    return row.client.key.mac.toString();
}

ChipKind chipOf(ClientState state)
{
    switch (state) {
    case ClientState::Waiting:
        return ChipKind::Waiting;
    case ClientState::Authorized:
        return ChipKind::Authorized;
    case ClientState::Expired:
        return ChipKind::Expired;
    case ClientState::NotGuest:
        return ChipKind::NotGuest;
    case ClientState::Unknown:
        return ChipKind::Unknown;
    }
    Q_UNREACHABLE();
}

} // namespace

ClientDetails::ClientDetails(Gatehouse &gatehouse, ClientActions &actions, QWidget *parent)
    : Surface(Token::Panel, Qt::Edges(), parent)
    , m_gatehouse(gatehouse)
    , m_hint(new TextLabel(tr("Select a device to see it here."), TextRole::Body, Token::Ink2))
    , m_scroll(new QScrollArea)
{
    setAccessibleName(tr("Client details"));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->wrap();
    letThrough(m_scroll);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(buildContents(actions));
    m_scroll->widget()->setAutoFillBackground(false);
    m_scroll->widget()->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    layout->addWidget(m_hint);

    connect(&gatehouse.directory(), &ClientDirectory::changed, this, &ClientDetails::refresh);
    connect(&gatehouse.actions(), &ActionRunner::started, this, &ClientDetails::showHistory);
    connect(&gatehouse.actions(), &ActionRunner::finished, this, &ClientDetails::showHistory);
    connect(&gatehouse, &Gatehouse::historyErased, this, &ClientDetails::showHistory);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &ClientDetails::refresh);
    showClients({});
}

QSize ClientDetails::minimumSizeHint() const
{
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    return {m_scroll->widget()->minimumSizeHint().width() + bar, Theme::detailsWidth / 2};
}

bool ClientDetails::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return Surface::eventFilter(watched, event);
}

QWidget *ClientDetails::buildContents(ClientActions &actions)
{
    m_name = new TextLabel({}, TextRole::Section);
    m_about = new TextLabel({}, TextRole::Secondary, Token::Ink2);
    m_chip = new StateChip;
    m_standing = new TextLabel({}, TextRole::Secondary, Token::Ink2);
    m_latest = new TextLabel({}, TextRole::Body);
    for (TextLabel *label : {m_name, m_about, m_standing, m_latest})
        label->wrap();
    m_buttons = new ActionButtons(actions);
    m_twin = new TwinOffer(m_gatehouse);
    m_facts = new ClientFacts(m_gatehouse);
    m_history = new DeviceHistory(m_gatehouse);
    connect(m_history, &DeviceHistory::allAsked, this, &ClientDetails::historyAsked);

    auto *contents = new QWidget;
    auto *layout = new QVBoxLayout(contents);
    layout->setContentsMargins(Theme::groupGap, Theme::groupGap, Theme::groupGap, Theme::groupGap);
    layout->setSpacing(Theme::groupGap);
    auto *head = new QVBoxLayout;
    head->setSpacing(Theme::grid);
    head->addWidget(m_name);
    head->addWidget(m_about);
    auto *state = new QHBoxLayout;
    state->setSpacing(Theme::gap);
    state->addWidget(m_chip, 0, Qt::AlignTop);
    state->addWidget(m_standing, 1);
    head->addSpacing(Theme::grid);
    head->addLayout(state);
    head->addWidget(m_latest);
    layout->addLayout(head);
    layout->addWidget(m_twin);
    layout->addWidget(m_buttons);
    layout->addWidget(m_facts);
    layout->addWidget(m_history);
    layout->addStretch();
    return contents;
}

void ClientDetails::showClients(const QList<ClientKey> &clients)
{
    m_clients = clients;
    m_hint->setVisible(clients.isEmpty());
    m_scroll->setVisible(!clients.isEmpty());
    if (clients.isEmpty())
        return m_second.stop();
    m_second.start();
    refresh();
    showHistory();
}

void ClientDetails::refresh()
{
    if (m_clients.size() > 1)
        return showSeveral();
    const std::optional<ClientRow> row
        = m_clients.isEmpty() ? std::nullopt : m_gatehouse.directory().find(m_clients.first());
    // A client that is gone for good stays readable as it was seen last.
    if (row)
        showOne(*row);
}

void ClientDetails::showOne(const ClientRow &row)
{
    m_name->setText(nameOf(row));
    QStringList about;
    for (const QString &part : {row.client.hostName, row.client.vendor}) {
        if (!part.isEmpty() && part != nameOf(row))
            about += part;
    }
    m_about->setText(about.join(tr(" · ", "between host name and maker")));
    m_about->setVisible(!about.isEmpty());

    const bool isAsked = row.action.stage == RowAction::Stage::Asked;
    m_chip->setState(isAsked ? ChipKind::Asked : chipOf(row.client.state),
        isAsked ? tr("Asked") : phrases::text(row.client.state));
    m_chip->show();
    m_standing->setText(standing(row));
    QString latest = row.action.sentence;
    if (!latest.isEmpty())
        latest[0] = latest[0].toUpper();
    m_latest->setText(latest);
    m_latest->setVisible(!latest.isEmpty());
    m_facts->showClient(row);
    m_facts->show();
}

void ClientDetails::showSeveral()
{
    int waiting = 0;
    int authorized = 0;
    for (const ClientKey &key : std::as_const(m_clients)) {
        const std::optional<ClientRow> row = m_gatehouse.directory().find(key);
        waiting += row && row->client.state == ClientState::Waiting;
        authorized += row && row->client.state == ClientState::Authorized;
    }
    m_name->setText(tr("%n device(s)", nullptr, int(m_clients.size())));
    m_about->setText(tr("%1 waiting, %2 authorized").arg(waiting).arg(authorized));
    m_about->show();
    m_chip->hide();
    m_standing->clear();
    m_latest->hide();
    m_facts->hide();
}

QString ClientDetails::standing(const ClientRow &row) const
{
    const QDateTime now = m_gatehouse.clock().now();
    if (row.fromLastSession)
        return tr("From the last session; the controller has not answered yet.");
    if (row.staleSince)
        return tr("As of %1; the controller does not answer now.")
            .arg(phrases::clockTime(*row.staleSince, now));
    if (!row.listedNow)
        return tr("Not in the controller's list now; last seen at %1.")
            .arg(phrases::clockTime(row.lastSeen, now));
    if (row.client.state != ClientState::Waiting)
        return {};
    const QDateTime since = row.client.connectedAt.value_or(row.firstSeen);
    return tr("for %1").arg(phrases::span(std::chrono::seconds(since.secsTo(now))));
}

void ClientDetails::showHistory()
{
    m_history->setVisible(m_clients.size() == 1);
    if (m_clients.size() != 1)
        return m_twin->withdraw();
    m_history->showDevice(m_clients.first().mac);
    m_twin->look(m_clients.first());
}
