#include "vault/memoryvault.h"

using namespace Qt::StringLiterals;

Job<Credentials> *MemoryVault::read(const QString &controllerId)
{
    const auto found = m_items.constFind(controllerId);
    if (found == m_items.constEnd())
        return Job<Credentials>::settled(
            fail(Failure::Kind::NotFound,
                u"no secret is kept for controller %1"_s.arg(controllerId)),
            this);
    return Job<Credentials>::settled(*found, this);
}

Job<Done> *MemoryVault::write(const QString &controllerId, const Credentials &credentials)
{
    m_items.insert(controllerId, credentials);
    return Job<Done>::settled(Done{}, this);
}

Job<Done> *MemoryVault::remove(const QString &controllerId)
{
    m_items.remove(controllerId);
    return Job<Done>::settled(Done{}, this);
}
