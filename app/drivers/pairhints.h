#pragma once

#include "core/changehints.h"

class PairSites;

/// The hints of one that is asked in two protocols: those of its account, by the ids that are
/// shown.
class PairHints final : public ChangeHints
{
    Q_OBJECT

public:
    /// Both must outlive the hints.
    PairHints(ChangeHints &ofAccount, const PairSites &sites);

    void listenTo(const QString &siteId) override;

private:
    ChangeHints &m_ofAccount;
    const PairSites &m_sites;
    QString m_shownId; ///< empty: nobody listens
};
