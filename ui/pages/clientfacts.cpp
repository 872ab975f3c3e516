#include "ui/pages/clientfacts.h"

#include "assembly/gatehouse.h"
#include "phrases/phrases.h"
#include "ui/look/theme.h"
#include "ui/pages/facts.h"
#include "ui/pages/usageline.h"
#include "ui/widgets/textlabel.h"

#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// The lines of each group, in their order.
enum GuestLine { GuestName, GuestRoom, GuestLogin };
enum ConnectionLine {
    Code,
    Place,
    AccessPoint,
    Ssid,
    Signal,
    Since,
    Address,
    Mac,
    Vendor,
    ServedBy,
};
enum AuthorizationLine { Until, Left, AuthorizedSince, Method, Down, Up, Used };

QString rate(std::optional<int> kbps)
{
    return kbps ? phrases::rateKbps(*kbps) : QString();
}

/// By which credential the action is taken that this row is for.
QString pathOf(const WifiClient &client, const Capabilities &capabilities)
{
    const auto path
        = capabilities.path(client.state == ClientState::Authorized ? Capability::CancelOnline
                : capabilities.can(Capability::AuthorizeListedClient)
                ? Capability::AuthorizeListedClient
                : Capability::AuthorizeCapturedRedirect);
    return path ? phrases::text(*path) : QString();
}

/// "CET"; where the system has long names only, as Windows does, "UTC+01:00".
QString zoneOf(const QDateTime &local)
{
    const QString name = local.timeZoneAbbreviation();
    return name.contains(QLatin1Char(' '))
        ? local.toOffsetFromUtc(local.offsetFromUtc()).timeZoneAbbreviation()
        : name;
}

} // namespace

ClientFacts::ClientFacts(Gatehouse &gatehouse, QWidget *parent)
    : QWidget(parent)
    , m_gatehouse(gatehouse)
    , m_guest(new Facts(tr("Guest")))
    , m_connection(new Facts(tr("Connection")))
    , m_authorization(new Facts(tr("Authorization")))
    , m_usage(new UsageLine)
    , m_further(new TextLabel({}, TextRole::Secondary, Token::Ink2))
{
    for (const QString &name : {tr("Name"), tr("Room"), tr("Login ID")})
        m_guest->add(name);
    for (const QString &name :
        {tr("Code"), tr("Site"), tr("Access point"), tr("Network"), tr("Signal"), tr("Connected")})
        m_connection->add(name);
    m_connection->add(tr("IP address"), true);
    m_connection->add(tr("MAC address"), true);
    m_connection->add(tr("Maker"));
    m_connection->add(tr("Path"));
    for (const QString &name : {tr("Until"), tr("Time left"), tr("Since"), tr("Let in"),
             tr("Download"), tr("Upload"), tr("Data used")})
        m_authorization->add(name);
    m_authorization->addBelow(m_usage);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::groupGap);
    for (Facts *facts : {m_authorization, m_guest, m_connection})
        layout->addWidget(facts);
    m_further->wrap();
    layout->addWidget(m_further);
}

void ClientFacts::showClient(const ClientRow &row)
{
    showGuest(row.guest);
    showConnection(row);
    showAuthorization(row.client);
    const ControllerLink *link = m_gatehouse.link(row.client.key.controllerId);
    const QStringList further
        = link ? phrases::furtherCredentials(link->capabilities()) : QStringList();
    m_further->setText(further.join(u'\n'));
    m_further->setVisible(!further.isEmpty());
}

void ClientFacts::showGuest(const Guest &guest)
{
    m_guest->set(GuestName, guest.name);
    m_guest->set(GuestRoom, guest.room);
    m_guest->set(GuestLogin, guest.login);
}

void ClientFacts::showConnection(const ClientRow &row)
{
    const WifiClient &client = row.client;
    const ControllerLink *link = m_gatehouse.link(client.key.controllerId);
    m_connection->set(Code, row.capture ? row.capture->code : QString());
    m_connection->set(Place,
        tr("%1, %2", "site, controller")
            .arg(m_gatehouse.siteName(client.key.controllerId, client.key.siteId),
                link ? link->profile().name : QString()));
    m_connection->set(AccessPoint, client.accessPoint);
    m_connection->set(Ssid, client.wireless == false ? tr("Wired") : client.ssid);
    m_connection->set(Signal, client.signalDbm ? tr("%1 dBm").arg(*client.signalDbm) : QString());
    m_connection->set(Since,
        client.connectedAt ? timeWithZone(inOurClock(*client.connectedAt, client.key)) : QString());
    m_connection->set(Address, client.ip);
    m_connection->set(Mac, client.key.mac.toString());
    m_connection->set(Vendor, client.vendor);
    m_connection->set(ServedBy, link ? pathOf(client, link->capabilities()) : QString());
    m_connection->setNote(client.key.mac.isPrivate()
            ? tr("Private address: the device made it up and may come back with another one. Tell "
                 "the guest to switch the private Wi-Fi address off for this network, if it "
                 "should stay let in.")
            : QString());
}

void ClientFacts::showAuthorization(const WifiClient &client)
{
    const Authorization authorization = client.authorization.value_or(Authorization{});
    QString until;
    QString left;
    if (authorization.until) {
        const QDateTime end = inOurClock(*authorization.until, client.key);
        const auto seconds = std::chrono::seconds(m_gatehouse.clock().now().secsTo(end));
        until = timeWithZone(end);
        left = seconds > 0s ? phrases::span(seconds) : tr("over");
    }
    m_authorization->set(Until, until);
    m_authorization->set(Left, left);
    m_authorization->set(AuthorizedSince,
        authorization.since ? timeWithZone(inOurClock(*authorization.since, client.key))
                            : QString());
    m_authorization->set(Down, rate(authorization.downKbps));
    m_authorization->set(Up, rate(authorization.upKbps));
    m_authorization->set(Method,
        client.authorization && authorization.method != AuthorizationMethod::Unknown
            ? phrases::text(authorization.method)
            : QString());
    showUsage(authorization);
}

void ClientFacts::showUsage(const Authorization &authorization)
{
    constexpr double bytesAMb = 1024.0 * 1024.0;
    const QString used
        = authorization.usedBytes ? phrases::dataBytes(*authorization.usedBytes) : QString();
    const QString limit
        = authorization.dataLimitMb ? phrases::dataMb(*authorization.dataLimitMb) : QString();
    QString text = used;
    if (!limit.isEmpty())
        text = used.isEmpty() ? tr("limit %1").arg(limit) : tr("%1 of %2").arg(used, limit);
    m_authorization->set(Used, text);
    const bool hasBar = authorization.usedBytes && authorization.dataLimitMb;
    m_usage->setVisible(hasBar);
    if (hasBar)
        m_usage->setFraction(
            double(*authorization.usedBytes) / (*authorization.dataLimitMb * bytesAMb));
}

QString ClientFacts::timeWithZone(const QDateTime &utc) const
{
    const QDateTime local = utc.toLocalTime();
    return tr("%1 %2", "time and zone")
        .arg(phrases::clockTime(utc, m_gatehouse.clock().now()), zoneOf(local));
}

QDateTime ClientFacts::inOurClock(const QDateTime &controllerTime, const ClientKey &key) const
{
    // The Date header tells whole seconds: less than that is no difference between clocks.
    constexpr auto sameClock = 2s;
    const ControllerLink *link = m_gatehouse.link(key.controllerId);
    if (!link || !link->driver())
        return controllerTime;
    const auto offset = link->driver()->clockOffset();
    return std::chrono::abs(offset) < sameClock ? controllerTime
                                                : controllerTime.addMSecs(-offset.count());
}
