#include "assembly/credentialcache.h"

using namespace Qt::StringLiterals;

CredentialCache::CredentialCache(CredentialVault &vault, const ProfileStore &profiles)
    : m_vault(vault)
    , m_profiles(profiles)
{
}

Job<Credentials> *CredentialCache::of(const QString &controllerId)
{
    if (const auto known = m_known.constFind(controllerId); known != m_known.constEnd())
        return Job<Credentials>::settled(*known, this);
    const auto profile = m_profiles.controller(controllerId);
    if (profile && !profile->secretsInVault)
        return Job<Credentials>::settled(
            fail(Failure::Kind::CredentialMissing, u"the secret is kept for one session only"_s),
            this);
    auto *answer = new Job<Credentials>(this);
    m_vault.read(controllerId)
        ->then(this, [this, controllerId, job = QPointer(answer)](const Result<Credentials> &read) {
            if (read)
                m_known.insert(controllerId, *read);
            if (!job)
                return;
            // The profile says that a secret was stored: an item that is not there is locked or
            // gone.
            if (!read && read.error().kind == Failure::Kind::NotFound)
                job->settle(fail(Failure::Kind::KeychainLocked, read.error().detail));
            else
                job->settle(read);
        });
    return answer;
}

Job<Done> *CredentialCache::keep(
    const QString &controllerId, const Credentials &credentials, bool remember)
{
    if (!remember) {
        m_known.insert(controllerId, credentials);
        return Job<Done>::settled(Done{}, this);
    }
    auto *answer = new Job<Done>(this);
    m_vault.write(controllerId, credentials)
        ->then(this,
            [this, controllerId, credentials, job = QPointer(answer)](const Result<Done> &written) {
                if (written)
                    m_known.insert(controllerId, credentials);
                if (job)
                    job->settle(written);
            });
    return answer;
}
