#include "vault/keychainfailure.h"

#include "vault/sessionbus.h"

using namespace Qt::StringLiterals;

namespace {

// QtKeychain reports an absent service as OtherError. The bus names the service it could not find,
// and that name is not translated as the rest of the sentence may be.
Failure::Kind kindOfOtherError(const QString &errorString)
{
    if (!sessionBusAnswers() || errorString.contains(u"org.freedesktop.secrets"_s))
        return Failure::Kind::KeychainMissing;
    return Failure::Kind::KeychainRefused;
}

} // namespace

Failure keychainFailure(QKeychain::Error error, const QString &errorString, bool isExpected)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        if (isExpected)
            return {Failure::Kind::KeychainLocked,
                u"the keychain is locked, or the item we wrote is gone"_s};
        return {Failure::Kind::NotFound, u"the keychain has no such item"_s};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {Failure::Kind::KeychainLocked, errorString};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {Failure::Kind::KeychainMissing, errorString};
    case QKeychain::OtherError:
        return {kindOfOtherError(errorString), errorString};
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoError:
        break;
    }
    return {Failure::Kind::KeychainRefused, errorString};
}
