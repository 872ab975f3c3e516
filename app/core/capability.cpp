#include "core/capability.h"

using namespace Qt::StringLiterals;

Capabilities capabilitiesOf(std::initializer_list<Capability> can, std::initializer_list<Cue> cues,
    std::map<Capability, CredentialKind> unlockedBy)
{
    Capabilities result;
    for (const Capability capability : can)
        result.has.set(size_t(capability));
    for (const Cue cue : cues)
        result.cues.set(size_t(cue));
    result.unlockedBy = std::move(unlockedBy);
    return result;
}

Capabilities servedBy(const Path &path, Capabilities capabilities)
{
    for (int i = 0; i < capabilityCount; ++i)
        if (capabilities.can(Capability(i)))
            capabilities.servedBy[Capability(i)] = path;
    return capabilities;
}

QString toWord(Capability capability)
{
    switch (capability) {
    case Capability::ListSites:
        return u"listSites"_s;
    case Capability::ListClients:
        return u"listClients"_s;
    case Capability::ReadAuthorization:
        return u"readAuthorization"_s;
    case Capability::AuthorizeListedClient:
        return u"authorizeListedClient"_s;
    case Capability::AuthorizeCapturedRedirect:
        return u"authorizeCapturedRedirect"_s;
    case Capability::AuthorizeUnlistedMac:
        return u"authorizeUnlistedMac"_s;
    case Capability::LimitDuration:
        return u"limitDuration"_s;
    case Capability::LimitData:
        return u"limitData"_s;
    case Capability::LimitDownload:
        return u"limitDownload"_s;
    case Capability::LimitUpload:
        return u"limitUpload"_s;
    case Capability::Extend:
        return u"extend"_s;
    case Capability::CancelOnline:
        return u"cancelOnline"_s;
    case Capability::CancelOffline:
        return u"cancelOffline"_s;
    case Capability::Block:
        return u"block"_s;
    case Capability::Vouchers:
        return u"vouchers"_s;
    case Capability::PushEvents:
        return u"pushEvents"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(Cue cue)
{
    switch (cue) {
    case Cue::Ssid:
        return u"ssid"_s;
    case Cue::Signal:
        return u"signal"_s;
    case Cue::AccessPoint:
        return u"accessPoint"_s;
    case Cue::HostName:
        return u"hostName"_s;
    case Cue::Vendor:
        return u"vendor"_s;
    }
    Q_UNREACHABLE();
}
