#include "clients/remedy.h"

Remedy remedyFor(Failure::Kind kind)
{
    using Kind = Failure::Kind;
    switch (kind) {
    case Kind::NotTls:
    case Kind::NotAController:
    case Kind::UntrustedCertificate:
    case Kind::ChangedCertificate:
    case Kind::CredentialMissing:
    case Kind::SignInRefused:
    case Kind::SecondFactorNeeded:
    case Kind::NotSupported:
    case Kind::InvalidInput:
    case Kind::KeychainMissing:
    case Kind::KeychainLocked:
    case Kind::KeychainRefused:
    case Kind::StorageFailed:
    case Kind::StorageNewer:
        return Remedy::Person;
    case Kind::HostNotFound:
    case Kind::Unreachable:
    case Kind::NoAnswer:
    case Kind::Busy:
    case Kind::SessionExpired:
    case Kind::Cancelled:
        return Remedy::Patience;
    case Kind::RateLimited:
    case Kind::LockedOut:
        return Remedy::Wait;
    case Kind::NotPermitted:
    case Kind::NotFound:
    case Kind::NotGuest:
    case Kind::NotWaiting:
    case Kind::RedirectNeeded:
    case Kind::Refused:
    case Kind::UnreadableReply:
        return Remedy::ThisSite;
    }
    Q_UNREACHABLE();
}
