#include "store/historyquery.h"

#include "store/auditevent.h"
#include "store/searchtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Conditions
{
public:
    void add(const QString &condition, const QVariantList &values = {})
    {
        m_conditions += condition;
        m_values += values;
    }

    [[nodiscard]] QString sql() const { return m_conditions.join(u" AND "_s); }
    [[nodiscard]] const QVariantList &values() const { return m_values; }

private:
    QStringList m_conditions{u"i.kind = 'intent'"_s};
    QVariantList m_values;
};

void addNeed(Conditions &conditions, HistoryFilter::Need need, const QSet<QString> &livingWriters)
{
    switch (need) {
    case HistoryFilter::Need::None:
        return;
    case HistoryFilter::Need::Settling: {
        QVariantList writers;
        for (const QString &writer : livingWriters)
            writers += writer;
        QStringList marks(writers.size(), u"?"_s);
        conditions.add(u"i.record IN (SELECT record FROM open_record) AND o.seq IS NULL"_s);
        conditions.add(u"coalesce(i.writer, '') NOT IN (%1)"_s.arg(marks.join(u", "_s)), writers);
        return;
    }
    case HistoryFilter::Need::Seeing:
        conditions.add(u"o.settled = 1 AND o.outcome = 'unknown' AND s.seq IS NULL"_s);
        return;
    case HistoryFilter::Need::Completing:
        conditions.add(u"i.action = 'cancel' AND o.put_off = 1"_s
                       u" AND NOT EXISTS (SELECT 1 FROM event c"_s
                       u" WHERE c.relation = 'completes' AND c.refers_to = i.record)"_s);
        return;
    }
}

QString numberList(const QList<qint64> &numbers)
{
    QStringList texts;
    for (const qint64 number : numbers)
        texts += QString::number(number);
    return texts.join(u", "_s);
}

Conditions conditionsOf(const HistoryFilter &filter, const HistoryScope &scope)
{
    Conditions conditions;
    if (filter.beforeRecord > 0)
        conditions.add(u"i.record < ?"_s, {filter.beforeRecord});
    if (filter.record)
        conditions.add(u"i.record = ?"_s, {*filter.record});
    if (filter.since)
        conditions.add(u"i.time >= ?"_s, {storedTime(*filter.since)});
    if (filter.until)
        conditions.add(u"i.time < ?"_s, {storedTime(*filter.until)});
    if (!filter.controllerId.isEmpty())
        conditions.add(u"i.controller_id = ?"_s, {filter.controllerId});
    if (filter.action)
        conditions.add(u"i.action = ?"_s, {toWord(*filter.action)});
    if (filter.outcome)
        conditions.add(u"o.outcome = ?"_s, {toWord(*filter.outcome)});
    if (scope.above > 0)
        conditions.add(u"i.record > ?"_s, {scope.above});
    if (scope.onlyWithKey)
        conditions.add(u"k.key <> zeroblob(32)"_s);
    if (scope.among)
        conditions.add(u"i.record IN (%1)"_s.arg(numberList(*scope.among)));
    addNeed(conditions, filter.need, scope.livingWriters);
    return conditions;
}

bool isPart(const QString &form, const QString &text)
{
    return holds(searchForm(text), form);
}

bool isWhole(const QString &asked, const QString &text)
{
    return asked.isEmpty() || searchForm(asked.trimmed()) == searchForm(text.trimmed());
}

} // namespace

HistoryColumns historyColumns()
{
    constexpr int key = 2 * eventColumnCount;
    return {eventColumnCount, key, key + 1, key + 2};
}

HistoryQuery historyQuery(const HistoryFilter &filter, const HistoryScope &scope)
{
    const Conditions conditions = conditionsOf(filter, scope);
    const QString sql = u"SELECT %1, %2, k.key, s.seq, (SELECT max(u.record) FROM event u"
                        u" WHERE u.relation = 'undoes' AND u.refers_to = i.record)"
                        u" FROM event i"
                        u" LEFT JOIN event o ON o.record = i.record AND o.kind = 'outcome'"
                        u" LEFT JOIN event s ON s.record = i.record AND s.kind = 'seen'"
                        u" LEFT JOIN record_key k ON k.record = i.record"
                        u" WHERE %3 ORDER BY i.record DESC"_s.arg(
                            eventColumns(u"i"_s), eventColumns(u"o"_s), conditions.sql());
    return {sql + u" LIMIT ?"_s,
        conditions.values() + QVariantList{scope.mostRows > 0 ? scope.mostRows : -1}};
}

bool isEverything(const HistoryFilter &filter)
{
    return conditionsOf(filter, {}).values().isEmpty() && filter.need == HistoryFilter::Need::None
        && PersonalMatch(filter).isEverything();
}

PersonalMatch::PersonalMatch(const HistoryFilter &filter)
    : m_mac(filter.mac)
    , m_guestPart(searchForm(filter.guest.trimmed()))
    , m_exactGuest(filter.exactGuest)
{
    for (const QString &word : wordsOf(filter.text))
        m_words += Word{searchForm(word), MacAddress::digitsOf(word)};
}

bool PersonalMatch::isEverything() const
{
    return !m_mac && m_guestPart.isEmpty() && m_exactGuest == Guest() && m_words.isEmpty();
}

bool PersonalMatch::operator()(const AuditIntent &intent) const
{
    return (!m_mac || *m_mac == intent.client.mac) && matchesGuest(intent.guest)
        && matchesText(intent);
}

bool PersonalMatch::matchesGuest(const Guest &guest) const
{
    return isWhole(m_exactGuest.name, guest.name) && isWhole(m_exactGuest.room, guest.room)
        && isWhole(m_exactGuest.login, guest.login)
        && (m_guestPart.isEmpty() || isPart(m_guestPart, guest.name)
            || isPart(m_guestPart, guest.room) || isPart(m_guestPart, guest.login));
}

/// Each word must occur somewhere, as in the search of the client table. A word of hexadecimal
/// digits is also looked for in the MAC address, whatever separates them.
bool PersonalMatch::matchesText(const AuditIntent &intent) const
{
    if (m_words.isEmpty())
        return true;
    QStringList parts;
    for (const QString &part :
        {intent.guest.name, intent.guest.room, intent.guest.login, intent.deviceName, intent.reason,
            intent.operatorName, intent.controllerName, intent.siteName})
        parts += searchForm(part);
    const QString mac = intent.client.mac.isNull() ? QString() : intent.client.mac.toDigits();
    return std::ranges::all_of(m_words, [&](const Word &word) {
        return (!word.digits.isEmpty() && holdsDigits(mac, word.digits))
            || std::ranges::any_of(
                parts, [&](const QString &part) { return holds(part, word.form); });
    });
}
