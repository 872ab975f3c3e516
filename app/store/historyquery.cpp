#include "store/historyquery.h"

#include "store/auditevent.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Conditions
{
public:
    void add(const QString &condition, const QVariantList &values)
    {
        m_conditions += condition;
        m_values += values;
    }

    /// Each word must occur somewhere, as in the search of the client table. A word of hexadecimal
    /// digits is also looked for in the MAC address, whatever separates them.
    void addText(const QString &text)
    {
        const QStringList words = text.split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
        for (const QString &word : words) {
            const QString form = searchForm(word);
            const QString digits = MacAddress::digitsOf(word);
            add(u"(instr(coalesce(i.guest_key, ''), ?) OR instr(coalesce(i.search_key, ''), ?)"
                u" OR (? <> '' AND instr(i.mac, ?)))"_s,
                {form, form, digits, digits});
        }
    }

    [[nodiscard]] QString sql() const { return m_conditions.join(u" AND "_s); }
    [[nodiscard]] const QVariantList &values() const { return m_values; }

private:
    QStringList m_conditions{u"i.kind = 'intent'"_s};
    QVariantList m_values;
};

Conditions conditionsOf(const HistoryFilter &filter)
{
    Conditions conditions;
    if (filter.beforeRecord > 0)
        conditions.add(u"i.record < ?"_s, {filter.beforeRecord});
    if (filter.since)
        conditions.add(u"i.time >= ?"_s, {storedTime(*filter.since)});
    if (filter.until)
        conditions.add(u"i.time < ?"_s, {storedTime(*filter.until)});
    if (filter.mac)
        conditions.add(u"i.mac = ?"_s, {filter.mac->toDigits()});
    if (!filter.controllerId.isEmpty())
        conditions.add(u"i.controller_id = ?"_s, {filter.controllerId});
    if (filter.action)
        conditions.add(u"i.action = ?"_s, {toWord(*filter.action)});
    if (filter.outcome)
        conditions.add(u"o.outcome = ?"_s, {toWord(*filter.outcome)});
    if (const QString guest = searchForm(filter.guest.trimmed()); !guest.isEmpty())
        conditions.add(u"instr(i.guest_key, ?)"_s, {guest});
    conditions.addText(filter.text);
    return conditions;
}

} // namespace

HistoryQuery historyQuery(const HistoryFilter &filter)
{
    const Conditions conditions = conditionsOf(filter);
    const QString sql = u"SELECT %1, %2 FROM event i"
                        u" LEFT JOIN event o ON o.record = i.record AND o.kind = 'outcome'"
                        u" WHERE %3 ORDER BY i.record DESC LIMIT ?"_s.arg(
                            eventColumns(u"i"_s), eventColumns(u"o"_s), conditions.sql());
    return {sql, conditions.values() + QVariantList{std::max(1, filter.limit)}};
}
