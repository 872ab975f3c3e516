#include "cli/exitcode.h"

using namespace Qt::StringLiterals;

ExitCode exitCodeOf(const Failure &failure)
{
    using Kind = Failure::Kind;
    switch (failure.kind) {
    case Kind::InvalidInput:
        return ExitCode::Usage;
    case Kind::Cancelled:
    case Kind::HostNotFound:
    case Kind::Unreachable:
    case Kind::NotTls:
    case Kind::UntrustedCertificate:
    case Kind::ChangedCertificate:
    case Kind::NoAnswer:
    case Kind::Busy:
    case Kind::RateLimited:
    case Kind::UnreadableReply:
        return ExitCode::Unreachable;
    case Kind::CredentialMissing:
    case Kind::SignInRefused:
    case Kind::SecondFactorNeeded:
    case Kind::LockedOut:
    case Kind::SessionExpired:
        return ExitCode::CredentialsRefused;
    case Kind::NotPermitted:
    case Kind::NotGuest:
    case Kind::NotWaiting:
    case Kind::Refused:
        return ExitCode::Refused;
    case Kind::NotAController:
    case Kind::NotFound:
        return ExitCode::NotFound;
    case Kind::RedirectNeeded:
    case Kind::NotSupported:
        return ExitCode::NotSupported;
    case Kind::KeychainMissing:
    case Kind::KeychainLocked:
    case Kind::KeychainRefused:
    case Kind::StorageFailed:
    case Kind::StorageNewer:
        return ExitCode::LocalStore;
    }
    Q_UNREACHABLE();
}

ExitCode exitCodeOf(Outcome outcome, const std::optional<Failure> &failure)
{
    // What was asked may well be done, but nobody could write down how it ended: that must not look
    // like success.
    if (failure && exitCodeOf(*failure) == ExitCode::LocalStore)
        return ExitCode::LocalStore;
    switch (outcome) {
    case Outcome::Confirmed:
        return ExitCode::Success;
    case Outcome::Differs:
    case Outcome::NotConfirmed:
    case Outcome::Unknown:
        return ExitCode::NotConfirmed;
    case Outcome::Refused:
    case Outcome::Failed:
        return failure ? exitCodeOf(*failure) : ExitCode::Refused;
    }
    Q_UNREACHABLE();
}

QString toWord(Failure::Kind kind)
{
    using Kind = Failure::Kind;
    switch (kind) {
    case Kind::Cancelled:
        return u"cancelled"_s;
    case Kind::InvalidInput:
        return u"invalidInput"_s;
    case Kind::HostNotFound:
        return u"hostNotFound"_s;
    case Kind::Unreachable:
        return u"unreachable"_s;
    case Kind::NotTls:
        return u"notTls"_s;
    case Kind::NotAController:
        return u"notAController"_s;
    case Kind::UntrustedCertificate:
        return u"untrustedCertificate"_s;
    case Kind::ChangedCertificate:
        return u"changedCertificate"_s;
    case Kind::NoAnswer:
        return u"noAnswer"_s;
    case Kind::Busy:
        return u"busy"_s;
    case Kind::RateLimited:
        return u"rateLimited"_s;
    case Kind::CredentialMissing:
        return u"credentialMissing"_s;
    case Kind::SignInRefused:
        return u"signInRefused"_s;
    case Kind::SecondFactorNeeded:
        return u"secondFactorNeeded"_s;
    case Kind::LockedOut:
        return u"lockedOut"_s;
    case Kind::SessionExpired:
        return u"sessionExpired"_s;
    case Kind::NotPermitted:
        return u"notPermitted"_s;
    case Kind::NotFound:
        return u"notFound"_s;
    case Kind::NotGuest:
        return u"notGuest"_s;
    case Kind::NotWaiting:
        return u"notWaiting"_s;
    case Kind::RedirectNeeded:
        return u"redirectNeeded"_s;
    case Kind::Refused:
        return u"refused"_s;
    case Kind::UnreadableReply:
        return u"unreadableReply"_s;
    case Kind::NotSupported:
        return u"notSupported"_s;
    case Kind::KeychainMissing:
        return u"keychainMissing"_s;
    case Kind::KeychainLocked:
        return u"keychainLocked"_s;
    case Kind::KeychainRefused:
        return u"keychainRefused"_s;
    case Kind::StorageFailed:
        return u"storageFailed"_s;
    case Kind::StorageNewer:
        return u"storageNewer"_s;
    }
    Q_UNREACHABLE();
}
