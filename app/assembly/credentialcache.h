#pragma once

#include "core/vault.h"
#include "store/profilestore.h"

#include <QHash>
#include <QObject>

/// The secrets of this session: each controller's vault item is read once per start, and what a
/// person keeps for one session only is held here and nowhere else. vault and profiles must outlive
/// it.
class CredentialCache : public QObject
{
    Q_OBJECT

public:
    CredentialCache(CredentialVault &vault, const ProfileStore &profiles);

    /// CredentialMissing where the person keeps the secret; KeychainLocked where an item that was
    /// written is not found.
    [[nodiscard]] Job<Credentials> *of(const QString &controllerId);

    /// Takes credentials for this session, and writes them to the vault first when they are to be
    /// remembered. A vault that refuses leaves everything as it was.
    [[nodiscard]] Job<Done> *keep(
        const QString &controllerId, const Credentials &credentials, bool remember);

    /// Forgets what is in memory; the vault's item is the caller's business.
    void forget(const QString &controllerId) { m_known.remove(controllerId); }

private:
    CredentialVault &m_vault;
    const ProfileStore &m_profiles;
    QHash<QString, Credentials> m_known;
};
