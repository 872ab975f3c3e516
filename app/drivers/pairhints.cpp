#include "drivers/pairhints.h"

#include "drivers/pairsites.h"

PairHints::PairHints(ChangeHints &ofAccount, const PairSites &sites)
    : m_ofAccount(ofAccount)
    , m_sites(sites)
{
    connect(&ofAccount, &ChangeHints::mayHaveChanged, this, [this](const QString &accountId) {
        if (!m_shownId.isEmpty() && m_sites.accountId(m_shownId) == accountId)
            Q_EMIT mayHaveChanged(m_shownId);
    });
}

void PairHints::listenTo(const QString &siteId)
{
    m_shownId = siteId;
    m_ofAccount.listenTo(siteId.isEmpty() ? QString() : m_sites.accountId(siteId));
}
