#include "ui/models/clientcells.h"

#include "phrases/phrases.h"
#include "ui/models/clienttexts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Cells
{
    Q_DECLARE_TR_FUNCTIONS(ClientCells)
};

/// So long the end of an action is news on its row; then the row's own state speaks again.
constexpr std::chrono::milliseconds newsLasts = 10min;

constexpr double bytesAMb = 1024.0 * 1024.0;

QString notTold()
{
    return u"–"_s;
}

QString orNotTold(const QString &text)
{
    return text.isEmpty() ? notTold() : text;
}

std::chrono::seconds between(const QDateTime &from, const QDateTime &to)
{
    return std::chrono::seconds(std::max<qint64>(0, from.secsTo(to)));
}

RowChip chipOf(ClientState state)
{
    switch (state) {
    case ClientState::Unknown:
        return RowChip::Unknown;
    case ClientState::Waiting:
        return RowChip::Waiting;
    case ClientState::Authorized:
        return RowChip::Authorized;
    case ClientState::Expired:
        return RowChip::Expired;
    case ClientState::NotGuest:
        return RowChip::NotGuest;
    }
    Q_UNREACHABLE();
}

/// The state that the person wanted, once it is there, needs no word of doubt any more.
bool isWhatWasAsked(AuditAction action, ClientState state)
{
    return action == AuditAction::Cancel ? state != ClientState::Authorized
                                         : state == ClientState::Authorized;
}

} // namespace

ClientCells::ClientCells(const ClientRow &row, const PlaceNames &places, const QDateTime &now,
    const QDateTime &controllerNow)
    : m_row(row)
    , m_client(row.client)
    , m_places(places)
    , m_now(now)
    , m_controllerNow(controllerNow)
{
}

bool ClientCells::isAuthorized() const
{
    return m_client.state == ClientState::Authorized;
}

bool ClientCells::actionIsNews() const
{
    return m_row.action.stage == RowAction::Stage::Ended
        && m_row.action.time.msecsTo(m_now) < newsLasts.count();
}

RowChip ClientCells::chip() const
{
    if (m_row.action.stage == RowAction::Stage::Asked)
        return RowChip::Asked;
    if (!actionIsNews())
        return chipOf(m_client.state);
    const bool reached = isWhatWasAsked(m_row.action.action, m_client.state);
    switch (m_row.action.outcome) {
    case Outcome::Confirmed:
        break;
    case Outcome::Differs:
        return reached ? RowChip::Differs : chipOf(m_client.state);
    case Outcome::NotConfirmed:
    case Outcome::Unknown:
        return reached ? chipOf(m_client.state) : RowChip::NotConfirmed;
    case Outcome::Refused:
        return RowChip::Refused;
    case Outcome::Failed:
        return RowChip::Failed;
    }
    return chipOf(m_client.state);
}

QString ClientCells::chipWord() const
{
    switch (chip()) {
    case RowChip::Asked:
        return Cells::tr("Asked");
    case RowChip::Differs:
    case RowChip::NotConfirmed:
    case RowChip::Refused:
    case RowChip::Failed:
        return phrases::text(m_row.action.outcome);
    case RowChip::Waiting:
    case RowChip::Authorized:
    case RowChip::Expired:
    case RowChip::NotGuest:
    case RowChip::Unknown:
        break;
    }
    return phrases::text(m_client.state);
}

QString ClientCells::secondary() const
{
    if (m_row.action.stage == RowAction::Stage::Asked)
        return Cells::tr("%1: waiting for the controller", "action")
            .arg(phrases::text(m_row.action.action));
    if (m_row.seen == Seen::GrantedHere && isAuthorized())
        return grantedHere();
    if (actionIsNews() && !m_row.action.sentence.isEmpty())
        return m_row.action.sentence;
    QString device = deviceLineOf(m_row);
    if (!m_row.capture || m_client.state != ClientState::Waiting)
        return device;
    //: %1 four characters that the waiting device shows to its owner
    const QString code = Cells::tr("Code %1").arg(m_row.capture->code);
    return device.isEmpty() ? code : code + u" · "_s + device;
}

/// All that there is to know of an authorization whose controller cannot be asked.
QString ClientCells::grantedHere() const
{
    const auto &authorization = m_client.authorization;
    if (!authorization || !authorization->until)
        return Cells::tr("authorized here; the controller cannot be asked");
    const qint64 offset = m_now.msecsTo(m_controllerNow);
    return Cells::tr("until %1, authorized here; the controller cannot be asked")
        .arg(phrases::clockTime(authorization->until->addMSecs(-offset), m_now));
}

QString ClientCells::signal() const
{
    if (m_client.signalDbm)
        return Cells::tr("%1 dBm").arg(*m_client.signalDbm);
    return m_client.wireless == false ? Cells::tr("Wired") : notTold();
}

QString ClientCells::since() const
{
    if (m_client.connectedAt)
        return phrases::span(between(*m_client.connectedAt, m_controllerNow));
    //: %1 a span of time such as 0:12; the true one may be longer
    return Cells::tr("≥ %1").arg(phrases::span(between(m_row.firstSeen, m_now)));
}

std::optional<qint64> ClientCells::secondsLeft() const
{
    if (!isAuthorized() || !m_client.authorization || !m_client.authorization->until)
        return std::nullopt;
    return between(m_controllerNow, *m_client.authorization->until).count();
}

QString ClientCells::timeLeft() const
{
    if (!isAuthorized())
        return {};
    const auto left = secondsLeft();
    return left ? phrases::span(std::chrono::seconds(*left)) : notTold();
}

std::optional<double> ClientCells::usedFraction() const
{
    if (!isAuthorized() || !m_client.authorization || !m_client.authorization->usedBytes
        || m_client.authorization->dataLimitMb.value_or(0) <= 0)
        return std::nullopt;
    const double quota = *m_client.authorization->dataLimitMb * bytesAMb;
    return std::min(1.0, double(*m_client.authorization->usedBytes) / quota);
}

QString ClientCells::usage() const
{
    if (!isAuthorized())
        return {};
    const auto &authorization = m_client.authorization;
    if (!authorization || !authorization->usedBytes)
        return notTold();
    QString used = phrases::dataBytes(*authorization->usedBytes);
    if (!authorization->dataLimitMb)
        return used;
    //: data used and its quota, such as "1.2 GB of 2 GB"
    return Cells::tr("%1 of %2").arg(used, phrases::dataMb(*authorization->dataLimitMb));
}

QString ClientCells::text(int column) const
{
    switch (column) {
    case ClientTableModel::StateColumn:
        return chipWord();
    case ClientTableModel::DeviceColumn:
        return titleOf(m_row);
    case ClientTableModel::AccessPointColumn:
        return orNotTold(m_client.accessPoint);
    case ClientTableModel::SsidColumn:
        return orNotTold(m_client.ssid);
    case ClientTableModel::SignalColumn:
        return signal();
    case ClientTableModel::SinceColumn:
        return since();
    case ClientTableModel::TimeLeftColumn:
        return timeLeft();
    case ClientTableModel::UsageColumn:
        return usage();
    case ClientTableModel::IpColumn:
        return orNotTold(m_client.ip);
    case ClientTableModel::MacColumn:
        return m_client.key.mac.toString();
    case ClientTableModel::SiteColumn:
        return m_places.site(m_client.key.controllerId, m_client.key.siteId);
    case ClientTableModel::ControllerColumn:
        return m_places.controller(m_client.key.controllerId);
    default:
        return {};
    }
}

/// How old the row is and whether its device is still there; empty when all is well.
QString ClientCells::presence() const
{
    if (m_row.staleSince)
        return Cells::tr("This is how it was at %1. The controller has not answered since.")
            .arg(phrases::clockTime(*m_row.staleSince, m_now, true));
    if (!m_row.listedNow)
        return Cells::tr("No longer connected; last seen at %1.")
            .arg(phrases::clockTime(m_row.lastSeen, m_now, true));
    return {};
}

QString ClientCells::toolTip(int column) const
{
    QStringList lines;
    if (text(column) == notTold())
        lines += Cells::tr("The controller did not say.");
    if (column == ClientTableModel::StateColumn || column == ClientTableModel::DeviceColumn) {
        lines += secondary();
        if (m_client.key.mac.isPrivate())
            lines += Cells::tr("Private address: the device may come back as a new one.");
    }
    if (column == ClientTableModel::SinceColumn && !m_client.connectedAt)
        lines += Cells::tr("First seen here at %1. The controller did not say when it connected.")
                     .arg(phrases::clockTime(m_row.firstSeen, m_now, true));
    if (column == ClientTableModel::TimeLeftColumn && secondsLeft()) {
        const qint64 offset = m_now.msecsTo(m_controllerNow);
        lines += Cells::tr("Until %1.")
                     .arg(phrases::clockTime(
                         m_client.authorization->until->addMSecs(-offset), m_now));
    }
    lines += presence();
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString ClientCells::accessibleText(int column) const
{
    QStringList parts{text(column)};
    if (column == ClientTableModel::DeviceColumn)
        parts += secondary();
    if (column == ClientTableModel::StateColumn)
        parts += presence();
    if (parts.first() == notTold())
        parts.first() = Cells::tr("not told", "the controller did not say");
    parts.removeAll(QString());
    return parts.join(u", "_s);
}
