#pragma once

#include "core/vault.h"

#include <QHash>

/// Keeps credentials in memory until the program ends: for the demo, for tests, and for a person
/// who has no keychain and was asked. isPersistent() is false, so that everybody can say so.
class MemoryVault final : public CredentialVault
{
    Q_OBJECT

public:
    using CredentialVault::CredentialVault;

    [[nodiscard]] Job<Credentials> *read(const QString &controllerId) override;
    [[nodiscard]] Job<Done> *write(
        const QString &controllerId, const Credentials &credentials) override;
    [[nodiscard]] Job<Done> *remove(const QString &controllerId) override;
    [[nodiscard]] bool isPersistent() const override { return false; }

private:
    QHash<QString, Credentials> m_items;
};
