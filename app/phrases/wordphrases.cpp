#include "phrases/phrases.h"

#include <QCoreApplication>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString phrases::text(ClientState state)
{
    switch (state) {
    case ClientState::Unknown:
        return Words::tr("Unknown");
    case ClientState::Waiting:
        return Words::tr("Waiting");
    case ClientState::Authorized:
        return Words::tr("Authorized");
    case ClientState::Expired:
        return Words::tr("Expired");
    case ClientState::NotGuest:
        return Words::tr("Not a guest");
    }
    Q_UNREACHABLE();
}

QString phrases::text(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Confirmed:
        return Words::tr("Confirmed");
    case Outcome::Differs:
        return Words::tr("Differs");
    case Outcome::NotConfirmed:
        return Words::tr("Not confirmed");
    case Outcome::Refused:
        return Words::tr("Refused");
    case Outcome::Failed:
        return Words::tr("Failed");
    case Outcome::Unknown:
        return Words::tr("Unknown");
    }
    Q_UNREACHABLE();
}

QString phrases::text(AuditAction action)
{
    switch (action) {
    case AuditAction::Authorize:
        return Words::tr("Authorize");
    case AuditAction::Extend:
        return Words::tr("Extend");
    case AuditAction::Cancel:
        return Words::tr("Cancel authorization");
    case AuditAction::Block:
        return Words::tr("Block");
    case AuditAction::Unblock:
        return Words::tr("Unblock");
    }
    Q_UNREACHABLE();
}

QString phrases::text(AuthorizationMethod method)
{
    switch (method) {
    case AuthorizationMethod::Unknown:
        return Words::tr("not told");
    case AuthorizationMethod::Api:
        return Words::tr("by an API client");
    case AuthorizationMethod::Voucher:
        return Words::tr("by voucher");
    case AuthorizationMethod::Operator:
        return Words::tr("by an operator");
    case AuthorizationMethod::Portal:
        return Words::tr("by the portal");
    case AuthorizationMethod::Other:
        return Words::tr("in another way");
    }
    Q_UNREACHABLE();
}

QString phrases::text(Capability capability)
{
    switch (capability) {
    case Capability::ListSites:
        return Words::tr("List sites");
    case Capability::ListClients:
        return Words::tr("List clients");
    case Capability::ReadAuthorization:
        return Words::tr("Read a guest's authorization");
    case Capability::AuthorizeListedClient:
        return Words::tr("Authorize a listed client");
    case Capability::AuthorizeCapturedRedirect:
        return Words::tr("Authorize a captured redirect");
    case Capability::AuthorizeUnlistedMac:
        return Words::tr("Authorize an unlisted MAC address");
    case Capability::LimitDuration:
        return Words::tr("Set the duration");
    case Capability::LimitData:
        return Words::tr("Set a data limit");
    case Capability::LimitDownload:
        return Words::tr("Set a download limit");
    case Capability::LimitUpload:
        return Words::tr("Set an upload limit");
    case Capability::Extend:
        return Words::tr("Extend an authorization");
    case Capability::CancelOnline:
        return Words::tr("Cancel while connected");
    case Capability::CancelOffline:
        return Words::tr("Cancel after the device has left");
    case Capability::Block:
        return Words::tr("Block and unblock");
    case Capability::Vouchers:
        return Words::tr("Vouchers");
    case Capability::PushEvents:
        return Words::tr("Push events");
    }
    Q_UNREACHABLE();
}

QString phrases::text(Cue cue)
{
    switch (cue) {
    case Cue::Ssid:
        return Words::tr("Network name (SSID)");
    case Cue::Signal:
        return Words::tr("Signal");
    case Cue::AccessPoint:
        return Words::tr("Access point");
    case Cue::HostName:
        return Words::tr("Host name");
    case Cue::Vendor:
        return Words::tr("Maker");
    }
    Q_UNREACHABLE();
}

QString phrases::text(CredentialKind kind)
{
    switch (kind) {
    case CredentialKind::ApiKey:
        return Words::tr("API key");
    case CredentialKind::LocalAccount:
        return Words::tr("Local account");
    case CredentialKind::OpenApiApplication:
        return Words::tr("Open API application");
    case CredentialKind::HotspotOperator:
        return Words::tr("Hotspot operator");
    case CredentialKind::ControllerAccount:
        return Words::tr("Controller account");
    }
    Q_UNREACHABLE();
}

QString phrases::text(Generation generation)
{
    switch (generation) {
    case Generation::Eap2:
        return Words::tr("TP-Link EAP Controller portal");
    case Generation::Omada3:
        return Words::tr("Omada 3 portal");
    case Generation::Omada4:
        return Words::tr("Omada 4 hotspot");
    case Generation::Omada5:
        return Words::tr("Omada 5 hotspot");
    case Generation::OmadaOpenApi:
        return Words::tr("Omada Open API");
    case Generation::UnifiIntegration:
        return Words::tr("UniFi integration API");
    case Generation::UnifiClassic:
        return Words::tr("UniFi classic API");
    }
    Q_UNREACHABLE();
}

QString phrases::text(Limit limit)
{
    switch (limit) {
    case Limit::Duration:
        return Words::tr("Duration");
    case Limit::Data:
        return Words::tr("Data limit");
    case Limit::Download:
        return Words::tr("Download limit");
    case Limit::Upload:
        return Words::tr("Upload limit");
    }
    Q_UNREACHABLE();
}

QString phrases::text(ControllerLink::State state)
{
    switch (state) {
    case ControllerLink::State::Idle:
        return Words::tr("Not connected");
    case ControllerLink::State::Connecting:
        return Words::tr("Connecting");
    case ControllerLink::State::Connected:
        return Words::tr("Connected");
    case ControllerLink::State::Refreshing:
        return Words::tr("Refreshing");
    case ControllerLink::State::NeedsAttention:
        return Words::tr("Needs attention");
    case ControllerLink::State::Offline:
        return Words::tr("Offline");
    }
    Q_UNREACHABLE();
}

QString phrases::text(const ControllerLink &link, const QDateTime &now)
{
    const auto failure = link.failure();
    switch (link.state()) {
    case ControllerLink::State::Idle:
        return Words::tr("Not connected.");
    case ControllerLink::State::Connecting:
        return Words::tr("Waiting for the first answer.");
    case ControllerLink::State::Connected:
    case ControllerLink::State::Refreshing: {
        QStringList sentences{link.lastAnswerAt()
                ? Words::tr("Connected; last answer at %1.")
                      .arg(clockTime(*link.lastAnswerAt(), now, true))
                : Words::tr("Connected.")};
        sentences += failingCredentials(link.capabilities());
        return sentences.join(u' ');
    }
    case ControllerLink::State::NeedsAttention:
        return failure ? textWithNextStep(*failure) : Words::tr("Needs attention.");
    case ControllerLink::State::Offline:
        break;
    }
    QString sentence = link.lastAnswerAt()
        ? Words::tr("Offline since %1.").arg(clockTime(*link.lastAnswerAt(), now))
        : Words::tr("Offline.");
    if (failure)
        sentence = Words::tr("%1 %2", "two sentences").arg(sentence, text(*failure));
    if (link.nextAttemptAt())
        sentence = Words::tr("%1 The next attempt is at %2.")
                       .arg(sentence, clockTime(*link.nextAttemptAt(), now, true));
    return sentence;
}

QString phrases::product(const QString &name, const QString &version)
{
    return version.isEmpty() ? name : Words::tr("%1 %2", "product and version").arg(name, version);
}
