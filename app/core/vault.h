#pragma once

#include "core/credential.h"
#include "core/job.h"

/// Where secrets lie. One item per controller, named by ControllerProfile::id.
class CredentialVault : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// No item is a NotFound failure. Kinds of its own: KeychainMissing, KeychainLocked,
    /// KeychainRefused.
    [[nodiscard]] virtual Job<Credentials> *read(const QString &controllerId) = 0;
    [[nodiscard]] virtual Job<Done> *write(
        const QString &controllerId, const Credentials &credentials)
        = 0;
    /// Removing what is not there succeeds.
    [[nodiscard]] virtual Job<Done> *remove(const QString &controllerId) = 0;

    /// Whether what is written here outlives the program.
    [[nodiscard]] virtual bool isPersistent() const = 0;

Q_SIGNALS:
    /// A job waits for the person to unlock the keychain (true), or no longer (false).
    void waitingForPerson(bool waiting);
};
