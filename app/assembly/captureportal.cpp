#include "assembly/captureportal.h"

#include "assembly/gatehouse.h"
#include "assembly/portalanswers.h"
#include "wire/redirect/redirect.h"

#include <QNetworkInterface>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int lookUpsPerSecond = 20;
constexpr int doorLength = 8; ///< of a controller's id: enough to tell a few dozen apart

/// A network lets a device through some seconds after it was let in. Until then it sends it back to
/// us, and sending it on each time would run in circles.
constexpr std::chrono::milliseconds untilNetworkFollows = 20s;

/// It stays the same when the controller is renamed, so that the portal's address goes on working.
QString doorOf(const ControllerProfile &controller)
{
    return controller.id.left(doorLength);
}

bool isSamePlaceOnNetwork(const CapturedRedirect &a, const CapturedRedirect &b)
{
    return a.spelling == b.spelling && a.site == b.site && a.accessPoint == b.accessPoint
        && a.gateway == b.gateway;
}

/// What its redirects may name. Where nobody told the sites of a portal, they tell them themselves.
RedirectSender senderBehind(const ControllerLink &link)
{
    RedirectSender sender = senderOf(link);
    if (!link.capabilities().can(Capability::ListSites) && link.profile().siteNames.isEmpty())
        sender.sites.clear();
    return sender;
}

Failure cannotListen(
    QAbstractSocket::SocketError error, const QString &detail, const WaitingRoomSettings &settings)
{
    Failure failure{Failure::Kind::InvalidInput, u"the waiting room: "_s + detail};
    switch (error) {
    case QAbstractSocket::AddressInUseError:
        failure.said
            = CapturePortal::tr("Port %1 is in use by another program. Choose another one.")
                  .arg(settings.port);
        break;
    case QAbstractSocket::SocketAccessError:
        failure.said
            = CapturePortal::tr("This account may not listen on port %1. Choose one from 1024 on.")
                  .arg(settings.port);
        break;
    case QAbstractSocket::SocketAddressNotAvailableError:
        failure.said = CapturePortal::tr("This computer has no address %1 now. Choose another one.")
                           .arg(settings.address);
        break;
    default:
        failure.said = CapturePortal::tr("Cannot listen at %1, port %2. Choose another address or "
                                         "port.")
                           .arg(settings.address)
                           .arg(settings.port);
    }
    return failure;
}

} // namespace

CapturePortal::CapturePortal(Gatehouse &gatehouse, QObject *parent)
    : QObject(parent)
    , m_gatehouse(gatehouse)
    , m_room(gatehouse.directory(), gatehouse.clock())
    , m_listener([this](const InboundRequest &request) { return answer(request); })
    , m_lookUps(lookUpsPerSecond, lookUpsPerSecond)
{
    m_time.start();
}

CapturePortal::~CapturePortal() = default;

void CapturePortal::open()
{
    const auto listening = listen(m_gatehouse.profiles().waitingRoom());
    m_failure = listening ? std::nullopt : std::optional(listening.error());
    Q_EMIT stateChanged();
}

Result<Done> CapturePortal::apply(const WaitingRoomSettings &settings)
{
    const WaitingRoomSettings before = m_gatehouse.profiles().waitingRoom();
    if (settings == before && !m_failure)
        return Done{};
    auto done = listen(settings).and_then(
        [&](Done) { return m_gatehouse.profiles().setWaitingRoom(settings); });
    if (!done)
        open();
    else
        m_failure.reset();
    Q_EMIT stateChanged();
    return done;
}

Result<Done> CapturePortal::listen(const WaitingRoomSettings &settings)
{
    m_listener.close();
    if (!settings.enabled)
        return Done{};
    const QHostAddress address(settings.address);
    if (address.isNull())
        return fail(Failure{Failure::Kind::InvalidInput, u"the waiting room has no address"_s,
            tr("Choose the address of this computer at which devices reach it.")});
    if (!m_listener.listen(address, quint16(settings.port)))
        return fail(cannotListen(m_listener.error(), m_listener.errorString(), settings));
    return Done{};
}

QUrl CapturePortal::urlFor(const ControllerProfile &controller, const WaitingRoomSettings &settings)
{
    constexpr int plainPort = 80;
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(settings.address);
    if (settings.port != plainPort)
        url.setPort(settings.port);
    const bool choosesItsPath = controller.generation == Generation::UnifiIntegration
        || controller.generation == Generation::UnifiClassic;
    if (!choosesItsPath)
        url.setPath(u"/for/"_s + doorOf(controller));
    return url;
}

QStringList CapturePortal::addressesOfThisComputer()
{
    QStringList addresses;
    QStringList loopback;
    const auto all = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : all) {
        if (address.isLinkLocal()) // needs the name of a network card, which no browser knows
            continue;
        (address.isLoopback() ? loopback : addresses) += address.toString();
    }
    return addresses + loopback;
}

InboundReply CapturePortal::answer(const InboundRequest &request)
{
    constexpr int methodNotAllowed = 405;
    if (request.method == "HEAD")
        return shortAnswer(200);
    if (request.method != "GET") {
        InboundReply reply = shortAnswer(methodNotAllowed);
        reply.headers.emplace_back("Allow", "GET, HEAD");
        return reply;
    }
    const PortalTarget target = portalTargetOf(request.target);
    if (const auto redirect = wire::readRedirectTarget(target.target))
        return received(request, *redirect, target.door);
    if (isProbe(request.path))
        return shortAnswer(404);
    return htmlAnswer(
        404, m_pages.notForYou(WaitingPages::languageFor(request.header("accept-language"))));
}

InboundReply CapturePortal::received(
    const InboundRequest &request, const CapturedRedirect &redirect, const QString &door)
{
    const QString language = WaitingPages::languageFor(request.header("accept-language"));
    const WaitingRoom::Entry *entry = letIn(redirect, door);
    if (entry && isAuthorized(redirect))
        return onwards(request, *entry);
    return htmlAnswer(
        200, m_pages.waiting(language, entry ? entry->capture->code : QString(), redirect.ssid));
}

const WaitingRoom::Entry *CapturePortal::letIn(
    const CapturedRedirect &redirect, const QString &door)
{
    const QList<RedirectPlace> places = placesFor(redirect, door);
    bool makesRow = false;
    if (places.size() == 1) {
        const RedirectPlace &place = places.first();
        ControllerLink *link = m_gatehouse.link(place.controllerId);
        const Capabilities capabilities = link->capabilities();
        // A controller that was never reached has told nothing of itself, not even this.
        makesRow = capabilities.has.any() && !capabilities.can(Capability::ListClients);
        if (makesRow && !redirect.site.isEmpty())
            link->meetSite({place.siteId, redirect.site});
    }
    return m_room.enter(redirect, places, makesRow);
}

/// Always of controllers that are there.
QList<RedirectPlace> CapturePortal::placesFor(const CapturedRedirect &redirect, const QString &door)
{
    const WaitingRoom::Entry *known = m_room.find(redirect.client);
    const ControllerLink *before = known && known->places.size() == 1
        ? m_gatehouse.link(known->places.first().controllerId)
        : nullptr;
    const bool isKnown = before && (door.isEmpty() || doorOf(before->profile()) == door);
    if (isKnown && isSamePlaceOnNetwork(known->capture->redirect, redirect))
        return known->places;
    if (!m_lookUps.take(std::chrono::milliseconds(m_time.elapsed()))) // its page asks again soon
        return isKnown ? known->places : QList<RedirectPlace>();
    return placesBehind(redirect, door);
}

QList<RedirectPlace> CapturePortal::placesBehind(
    const CapturedRedirect &redirect, const QString &door) const
{
    QList<RedirectSender> senders;
    const auto links = m_gatehouse.links();
    for (const ControllerLink *link : links)
        if (door.isEmpty() || doorOf(link->profile()) == door)
            senders.append(senderBehind(*link));
    return ::placesOf(redirect, senders, m_gatehouse.directory());
}

QList<RedirectPlace> CapturePortal::placesOf(const CapturedRedirect &redirect) const
{
    return placesBehind(redirect, {});
}

void CapturePortal::takePasted(const CapturedRedirect &redirect, const RedirectPlace &place)
{
    ControllerLink *link = m_gatehouse.link(place.controllerId);
    if (!link)
        return;
    const bool lists = link->capabilities().can(Capability::ListClients);
    if (!lists)
        link->meetSite({place.siteId, redirect.site});
    const bool isListed = lists
        && m_gatehouse.directory().find({place.controllerId, place.siteId, redirect.client});
    m_room.enter(redirect, {place}, !isListed);
}

bool CapturePortal::isAuthorized(const CapturedRedirect &redirect) const
{
    const WaitingRoom::Entry *entry = m_room.find(redirect.client);
    if (!entry || entry->places.size() != 1)
        return false;
    const RedirectPlace &place = entry->places.first();
    const std::optional<ClientRow> row
        = m_gatehouse.directory().find({place.controllerId, place.siteId, redirect.client});
    return row && row->client.state == ClientState::Authorized;
}

InboundReply CapturePortal::onwards(const InboundRequest &request, const WaitingRoom::Entry &entry)
{
    constexpr int found = 302;
    const QString language = WaitingPages::languageFor(request.header("accept-language"));
    const QDateTime now = m_gatehouse.clock().now();
    if (entry.movedOnAt.isValid() && entry.movedOnAt.msecsTo(now) < untilNetworkFollows.count())
        return htmlAnswer(200, m_pages.almostOnline(language));
    const auto destination
        = plainDestination(entry.capture->redirect.destination, request.header("host"));
    if (!destination)
        return htmlAnswer(200, m_pages.online(language));
    m_room.movedOn(entry.capture->redirect.client);
    InboundReply reply = shortAnswer(found);
    reply.headers.emplace_back("Location", destination->toEncoded());
    return reply;
}
