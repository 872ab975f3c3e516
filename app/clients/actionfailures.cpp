#include "clients/actionfailures.h"

using namespace Qt::StringLiterals;

ClientAction offeredAs(AuditAction action)
{
    switch (action) {
    case AuditAction::Authorize:
        return ClientAction::Authorize;
    case AuditAction::Extend:
        return ClientAction::Extend;
    case AuditAction::Cancel:
        return ClientAction::Cancel;
    case AuditAction::Block:
        return ClientAction::Block;
    case AuditAction::Unblock:
        return ClientAction::Unblock;
    }
    Q_UNREACHABLE();
}

std::optional<Failure> objectionTo(Offer offer)
{
    switch (offer) {
    case Offer::Ready:
        return std::nullopt;
    case Offer::AlreadyDone:
        return Failure{Failure::Kind::Refused, u"the client is in the wanted state already"_s};
    case Offer::StateUnknown:
        return Failure{
            Failure::Kind::Refused, u"the controller does not say how it stands with the client"_s};
    case Offer::NotGuest:
        return Failure{Failure::Kind::NotGuest, u"the client is not on a guest network"_s};
    case Offer::NotConnected:
        return Failure{Failure::Kind::NotFound, u"the client is not connected"_s};
    case Offer::NeedsRedirect:
        return Failure{
            Failure::Kind::RedirectNeeded, u"the controller needs the device's redirect"_s};
    case Offer::NotOnThisController:
        return Failure{Failure::Kind::NotSupported, u"the controller cannot do this"_s};
    case Offer::UnderWay:
    case Offer::ControllerAway:
        break;
    }
    Q_UNREACHABLE();
}

Outcome outcomeOf(Failure::Kind kind)
{
    using Kind = Failure::Kind;
    switch (kind) {
    case Kind::RateLimited:
    case Kind::SignInRefused:
    case Kind::SecondFactorNeeded:
    case Kind::LockedOut:
    case Kind::SessionExpired:
    case Kind::NotPermitted:
    case Kind::NotFound:
    case Kind::NotGuest:
    case Kind::NotWaiting:
    case Kind::Refused:
        return Outcome::Refused;
    case Kind::InvalidInput:
    case Kind::HostNotFound:
    case Kind::Unreachable:
    case Kind::NotTls:
    case Kind::NotAController:
    case Kind::UntrustedCertificate:
    case Kind::ChangedCertificate:
    case Kind::CredentialMissing:
    case Kind::RedirectNeeded:
    case Kind::NotSupported:
    case Kind::KeychainMissing:
    case Kind::KeychainLocked:
    case Kind::KeychainRefused:
    case Kind::StorageFailed:
    case Kind::StorageNewer:
        return Outcome::Failed;
    case Kind::Cancelled:
    case Kind::NoAnswer:
    case Kind::Busy:
    case Kind::UnreadableReply:
        return Outcome::Unknown;
    }
    Q_UNREACHABLE();
}

bool mayReadLater(Failure::Kind kind)
{
    using Kind = Failure::Kind;
    switch (kind) {
    case Kind::HostNotFound:
    case Kind::Unreachable:
    case Kind::NoAnswer:
    case Kind::Busy:
    case Kind::RateLimited:
    case Kind::SessionExpired:
    case Kind::UnreadableReply:
    case Kind::NotFound:
        return true;
    case Kind::Cancelled:
    case Kind::InvalidInput:
    case Kind::NotTls:
    case Kind::NotAController:
    case Kind::UntrustedCertificate:
    case Kind::ChangedCertificate:
    case Kind::CredentialMissing:
    case Kind::SignInRefused:
    case Kind::SecondFactorNeeded:
    case Kind::LockedOut:
    case Kind::NotPermitted:
    case Kind::NotGuest:
    case Kind::NotWaiting:
    case Kind::RedirectNeeded:
    case Kind::Refused:
    case Kind::NotSupported:
    case Kind::KeychainMissing:
    case Kind::KeychainLocked:
    case Kind::KeychainRefused:
    case Kind::StorageFailed:
    case Kind::StorageNewer:
        return false;
    }
    Q_UNREACHABLE();
}
