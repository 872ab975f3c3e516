#include "clients/redirectplace.h"

#include "clients/clientdirectory.h"
#include "clients/controllerlink.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Spelling = CapturedRedirect::Spelling;

bool isSpelledBy(Generation generation, Spelling spelling)
{
    switch (generation) {
    case Generation::Eap2:
        return spelling == Spelling::Cid;
    case Generation::Omada3:
        return spelling != Spelling::Unifi;
    case Generation::Omada4:
    case Generation::Omada5:
    case Generation::OmadaOpenApi:
        return spelling == Spelling::ClientMac;
    case Generation::UnifiIntegration:
    case Generation::UnifiClassic:
        return spelling == Spelling::Unifi;
    }
    Q_UNREACHABLE();
}

/// Omada names its sites by name or by id, UniFi by short name. A person may have typed the name,
/// where no list told it.
bool isCalled(const Site &site, const QString &told)
{
    return site.id == told || site.reference == told
        || site.name.compare(told, Qt::CaseInsensitive) == 0;
}

/// UniFi writes "default" whatever the site.
bool tellsSite(const CapturedRedirect &redirect)
{
    return !redirect.site.isEmpty()
        && (redirect.spelling != Spelling::Unifi || redirect.site != u"default"_s);
}

/// A portal that cannot list its sites, and whose sites nobody has named: the redirect tells the
/// only one there is.
bool takesSiteOnTrust(const RedirectSender &sender)
{
    return sender.sites.isEmpty()
        && (sender.generation == Generation::Eap2 || sender.generation == Generation::Omada3
            || sender.generation == Generation::Omada4);
}

QList<RedirectPlace> possiblePlaces(
    const CapturedRedirect &redirect, const QList<RedirectSender> &senders)
{
    // Omada's word for the site goes back with the authorization: another one would be refused.
    const bool mustBeCalledSo = redirect.spelling != Spelling::Unifi && !redirect.site.isEmpty();
    QList<RedirectPlace> places;
    for (const RedirectSender &sender : senders) {
        if (!isSpelledBy(sender.generation, redirect.spelling))
            continue;
        if (takesSiteOnTrust(sender) && !redirect.site.isEmpty())
            places.append({sender.controllerId, redirect.site});
        for (const Site &site : sender.sites)
            if (!mustBeCalledSo || isCalled(site, redirect.site))
                places.append({sender.controllerId, site.id});
    }
    return places;
}

/// Keeps those for which it holds, unless it holds for none of them.
template <typename Holds>
void narrow(QList<RedirectPlace> &places, Holds holds)
{
    if (places.size() > 1 && std::ranges::any_of(places, holds))
        places.removeIf([&](const RedirectPlace &place) { return !holds(place); });
}

/// Where other clients hang on the access point or gateway that the redirect names.
QList<RedirectPlace> placesOfDevice(
    const CapturedRedirect &redirect, const ClientDirectory &directory)
{
    QList<RedirectPlace> found;
    for (int slot = 0; slot < directory.slotCount(); ++slot) {
        if (!directory.isUsed(slot))
            continue;
        const Attachment attachment = directory.packed(slot).attachment(directory.pool());
        const bool sameAccessPoint
            = redirect.accessPoint && attachment.accessPoint == redirect.accessPoint;
        const bool sameGateway = redirect.gateway && attachment.gateway == redirect.gateway;
        const RedirectPlace place{directory.controllerIdOf(slot), directory.siteIdOf(slot)};
        if ((sameAccessPoint || sameGateway) && !found.contains(place))
            found.append(place);
    }
    return found;
}

} // namespace

RedirectSender senderOf(const ControllerLink &link)
{
    return {link.profile().id, link.profile().generation, link.sites()};
}

QList<RedirectPlace> placesOf(const CapturedRedirect &redirect,
    const QList<RedirectSender> &senders, const ClientDirectory &directory)
{
    QList<RedirectPlace> places = possiblePlaces(redirect, senders);
    if (places.size() < 2)
        return places;
    const QList<RedirectPlace> ofDevice = placesOfDevice(redirect, directory);
    narrow(places, [&](const RedirectPlace &place) { return ofDevice.contains(place); });
    if (tellsSite(redirect))
        narrow(places, [&](const RedirectPlace &place) {
            const auto sender
                = std::ranges::find(senders, place.controllerId, &RedirectSender::controllerId);
            const auto site = std::ranges::find(sender->sites, place.siteId, &Site::id);
            return site == sender->sites.end() || isCalled(*site, redirect.site);
        });
    narrow(places, [&](const RedirectPlace &place) {
        const std::optional<ClientRow> row
            = directory.find({place.controllerId, place.siteId, redirect.client});
        return row && row->listedNow;
    });
    return places;
}
