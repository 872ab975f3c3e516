#pragma once

#include "core/audit.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVariantList>

/// The SELECT that a filter means, with what is to be bound to it. Yields for each record the
/// columns of its intent and then those of its outcome, null where there is none, and then its key,
/// the seq of the event that says it was seen, and the record that undoes it; newest first.
/// What is sealed SQL cannot see: PersonalMatch says the rest.
struct HistoryQuery
{
    QString sql;
    QVariantList values;
};

/// Where the columns of such a query begin.
struct HistoryColumns
{
    int outcome = 0;
    int key = 0;
    int seen = 0;
    int undoneBy = 0;
};
[[nodiscard]] HistoryColumns historyColumns();

/// What narrows a query besides the filter.
struct HistoryScope
{
    QSet<QString> livingWriters; ///< matters to HistoryFilter::Need::Settling alone
    qint64 above = 0; ///< only records with a greater number
    int mostRows = 0; ///< not more rows than that, whatever PersonalMatch says of them; 0: all
    bool onlyWithKey = false; ///< leave out what was erased
    std::optional<QList<qint64>> among = {}; ///< only these
};
[[nodiscard]] HistoryQuery historyQuery(const HistoryFilter &filter, const HistoryScope &scope);

/// Whether a filter, its limit aside, means every record.
[[nodiscard]] bool isEverything(const HistoryFilter &filter);

/// Whether a record is one of those that a filter means, as far as what is sealed tells.
class PersonalMatch
{
public:
    explicit PersonalMatch(const HistoryFilter &filter);

    /// The filter asks nothing that lies sealed.
    [[nodiscard]] bool isEverything() const;

    [[nodiscard]] bool operator()(const AuditIntent &intent) const;

private:
    struct Word
    {
        QString form;
        QString digits; ///< where it can be part of a MAC address
    };

    [[nodiscard]] bool matchesGuest(const Guest &guest) const;
    [[nodiscard]] bool matchesText(const AuditIntent &intent) const;

    std::optional<MacAddress> m_mac;
    QString m_guestPart;
    Guest m_exactGuest;
    QList<Word> m_words;
};
