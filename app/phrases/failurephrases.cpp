#include "phrases/phrases.h"

#include <QCoreApplication>

namespace {

struct FailurePhrases
{
    Q_DECLARE_TR_FUNCTIONS(Failure)
};

QString quoted(const QString &said)
{
    // Some end their sentence themselves.
    const QString bare = said.endsWith(QLatin1Char('.')) ? said.chopped(1) : said;
    return bare.isEmpty() ? QString() : FailurePhrases::tr("It said: “%1”.").arg(bare);
}

QString withSaid(const QString &sentence, const Failure &failure)
{
    const QString said = quoted(failure.said);
    return said.isEmpty() ? sentence
                          : FailurePhrases::tr("%1 %2", "two sentences").arg(sentence, said);
}

QString advised(Failure::Advice advice)
{
    switch (advice) {
    case Failure::Advice::None:
        return {};
    case Failure::Advice::SwitchOpenApiOn:
        return FailurePhrases::tr("Check client ID and secret, and that the Open API is switched "
                                  "on in Omada's global view "
                                  "under Settings, Platform Integration, Open API.");
    case Failure::Advice::CheckRegion:
        return FailurePhrases::tr(
            "Check client ID and secret, and that the address is of the region "
            "of your account: use1, euw1 or aps1.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString phrases::text(const Failure &failure)
{
    using Kind = Failure::Kind;
    switch (failure.kind) {
    case Kind::Cancelled:
        return FailurePhrases::tr("This was cancelled before there was an answer.");
    case Kind::InvalidInput:
        return failure.said.isEmpty() ? FailurePhrases::tr("This value cannot be used.")
                                      : failure.said;
    case Kind::HostNotFound:
        return FailurePhrases::tr("No computer with this name was found.");
    case Kind::Unreachable:
        return FailurePhrases::tr("The controller cannot be reached at this address and port.");
    case Kind::NotTls:
        return FailurePhrases::tr("Something answers at this port, but it does not speak HTTPS.");
    case Kind::NotAController:
        return FailurePhrases::tr("What answers there is no controller that Gatehouse knows; this "
                                  "looks like the wrong port.");
    case Kind::UntrustedCertificate:
        return FailurePhrases::tr("The controller's certificate is not trusted by this computer.");
    case Kind::ChangedCertificate:
        return FailurePhrases::tr(
            "The controller shows another certificate than the one you trusted.");
    case Kind::NoAnswer:
        return FailurePhrases::tr("The controller took the request, but gave no answer.");
    case Kind::Busy:
        return withSaid(FailurePhrases::tr("The controller is busy or restarting."), failure);
    case Kind::RateLimited:
        return failure.retryAfter
            ? FailurePhrases::tr(
                "The controller asks to wait %n second(s) before the next request.", nullptr,
                int(failure.retryAfter->count()))
            : FailurePhrases::tr("The controller asks to wait before the next request.");
    case Kind::CredentialMissing:
        return FailurePhrases::tr("Gatehouse has no credentials for this controller.");
    case Kind::SignInRefused:
        return withSaid(
            FailurePhrases::tr("The controller does not accept these credentials."), failure);
    case Kind::SecondFactorNeeded:
        return FailurePhrases::tr("This account signs in with a second factor.");
    case Kind::LockedOut:
        return failure.retryAfter
            ? FailurePhrases::tr(
                "After too many wrong passwords the controller takes no sign-in for %n minute(s).",
                nullptr, int((failure.retryAfter->count() + 59) / 60))
            : FailurePhrases::tr(
                "After too many wrong passwords the controller takes no sign-in for a while.");
    case Kind::SessionExpired:
        return FailurePhrases::tr("The controller ended the session.");
    case Kind::NotPermitted:
        return withSaid(FailurePhrases::tr("This account may look but not do this."), failure);
    case Kind::NotFound:
        return failure.said.isEmpty()
            ? FailurePhrases::tr("The controller does not list this any more.")
            : FailurePhrases::tr("Not found: “%1”.").arg(failure.said);
    case Kind::NotGuest:
        return FailurePhrases::tr("This device is not on a guest network with a portal.");
    case Kind::NotWaiting:
        return withSaid(FailurePhrases::tr("The controller's portal knows no device that waits "
                                           "where this one was seen."),
            failure);
    case Kind::RedirectNeeded:
        return FailurePhrases::tr(
            "This controller lets a device in only by the address that its browser was sent to.");
    case Kind::Refused:
        return withSaid(FailurePhrases::tr("The controller refused."), failure);
    case Kind::UnreadableReply:
        return FailurePhrases::tr("The controller's answer could not be read.");
    case Kind::NotSupported:
        return failure.said.isEmpty()
            ? FailurePhrases::tr("This controller cannot do that with the credentials it has.")
            : failure.said;
    case Kind::KeychainMissing:
        return FailurePhrases::tr("No keychain service answers on this computer.");
    case Kind::KeychainLocked:
        return FailurePhrases::tr("The keychain is locked, or the secret in it is gone.");
    case Kind::KeychainRefused:
        return withSaid(FailurePhrases::tr("The keychain refused."), failure);
    case Kind::StorageFailed:
        return FailurePhrases::tr("A file of the profile could not be read or written (%1).")
            .arg(failure.detail);
    case Kind::StorageNewer:
        return FailurePhrases::tr(
            "This profile was written by a newer version of Gatehouse. Nothing was changed.");
    }
    Q_UNREACHABLE();
}

QString phrases::nextStep(const Failure &failure)
{
    using Kind = Failure::Kind;
    if (QString advice = advised(failure.advice); !advice.isEmpty())
        return advice;
    switch (failure.kind) {
    case Kind::Cancelled:
    case Kind::InvalidInput:
        return {};
    case Kind::HostNotFound:
        return FailurePhrases::tr("Check the spelling of the host name, or type the IP address.");
    case Kind::Unreachable:
        return FailurePhrases::tr(
            "Check the address, the port and that the controller is switched on.");
    case Kind::NotTls:
        return FailurePhrases::tr("Try the controller's HTTPS port: 443, 8043, 8443 or 11443.");
    case Kind::NotAController:
        return FailurePhrases::tr(
            "Leave the port out, so that Gatehouse looks at 443, 8043, 8443 "
            "and 11443, or type the one that the controller's own web page has.");
    case Kind::UntrustedCertificate:
        return FailurePhrases::tr(
            "Compare the fingerprint with the controller's, then trust this certificate once.");
    case Kind::ChangedCertificate:
        return FailurePhrases::tr(
            "Ask whoever runs the controller whether its certificate was renewed, then review it.");
    case Kind::NoAnswer:
        return FailurePhrases::tr("Look at the device's state before you try again.");
    case Kind::Busy:
        return FailurePhrases::tr("Wait a minute; Gatehouse tries again by itself.");
    case Kind::RateLimited:
        return FailurePhrases::tr("Gatehouse waits and tries again by itself.");
    case Kind::CredentialMissing:
        return FailurePhrases::tr("Enter the controller's credentials.");
    case Kind::SignInRefused:
        return FailurePhrases::tr("Check the credentials, or make new ones on the controller.");
    case Kind::SecondFactorNeeded:
        return FailurePhrases::tr(
            "Use an API key, or a local account of the controller without a second factor.");
    case Kind::LockedOut:
        return FailurePhrases::tr("Wait until then, and check the password before you try again.");
    case Kind::SessionExpired:
        return FailurePhrases::tr("Sign in again.");
    case Kind::NotPermitted:
        return FailurePhrases::tr("Use credentials of an account that may manage guests.");
    case Kind::NotFound:
        return failure.said.isEmpty()
            ? FailurePhrases::tr("Check that the device is connected, then refresh the list.")
            : FailurePhrases::tr("Check what was asked for, and that the device is connected.");
    case Kind::NotGuest:
        return FailurePhrases::tr("Check that the device uses the guest network.");
    case Kind::NotWaiting:
        return FailurePhrases::tr(
            "Have the device open any web page, and use the new address: it may have roamed, "
            "left, or been let in. If it never works, check that the network's portal is an "
            "External Portal.");
    case Kind::RedirectNeeded:
        return FailurePhrases::tr("Have the device open any web page, and paste the address it "
                                  "ends at, or take it from the waiting room.");
    case Kind::Refused:
        return FailurePhrases::tr("Refresh the list and look at the device before you try again.");
    case Kind::UnreadableReply:
        return FailurePhrases::tr("Check that the address belongs to a supported controller.");
    case Kind::NotSupported:
        return FailurePhrases::tr("Add a credential that can, or do it on the controller itself.");
    case Kind::KeychainMissing:
        return FailurePhrases::tr(
            "Start a keychain service (such as GNOME Keyring or KWallet), or keep the secret in "
            "memory for this session.");
    case Kind::KeychainLocked:
        return FailurePhrases::tr("Unlock the keychain and try again, or enter the secret anew.");
    case Kind::KeychainRefused:
        return FailurePhrases::tr("Try again, or keep the secret in memory for this session.");
    case Kind::StorageFailed:
        return FailurePhrases::tr(
            "Check that the profile folder exists, can be written and has space.");
    case Kind::StorageNewer:
        return FailurePhrases::tr(
            "Install the newer version, or choose another profile folder with --profile.");
    }
    Q_UNREACHABLE();
}

QString phrases::textWithNextStep(const Failure &failure)
{
    const QString next = nextStep(failure);
    return next.isEmpty() ? text(failure)
                          : FailurePhrases::tr("%1 %2", "two sentences").arg(text(failure), next);
}

QString phrases::fingerprint(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex(':').toUpper());
}
