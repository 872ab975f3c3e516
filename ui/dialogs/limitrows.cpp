#include "ui/dialogs/limitrows.h"

#include "phrases/phrases.h"
#include "ui/look/theme.h"
#include "ui/widgets/formrow.h"
#include "ui/widgets/quantityfield.h"

#include <QGridLayout>
#include <QScopedValueRollback>

#include <algorithm>

namespace {

constexpr int hour = 60;
constexpr int day = 24 * hour;

LimitObjection cannotSet(Limit limit, const SharedRules &rules)
{
    return {limit, LimitObjection::Reason::CannotBeSet, std::nullopt,
        rules.capabilities.unlocking(capabilityFor(limit))};
}

} // namespace

LimitRows::LimitRows(const Clock &clock, QWidget *parent)
    : QWidget(parent)
{
    auto *duration = new DurationField(clock);
    duration->setSuggestions({hour, 4 * hour, day, 3 * day, 7 * day});
    duration->setUnsetText(tr("controller's own"));
    auto *quota = new DataField;
    quota->setSuggestions({std::nullopt, 200, 500, 1024, 2048, 5120});
    auto *down = new RateField;
    auto *up = new RateField;
    for (RateField *rate : {down, up})
        rate->setSuggestions({std::nullopt, 1000, 2000, 5000, 10000, 20000});

    add(Limit::Duration, duration, tr("D&uration"));
    add(Limit::Data, quota, tr("Data &limit"));
    add(Limit::Download, down, tr("Do&wnload limit"));
    add(Limit::Upload, up, tr("U&pload limit"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(Theme::groupGap);
    grid->setVerticalSpacing(Theme::gap);
    for (int i = 0; i < int(m_rows.size()); ++i) {
        grid->addWidget(m_rows[i].row, i / 2, i % 2, Qt::AlignTop);
        grid->setColumnStretch(i % 2, 1);
    }
}

void LimitRows::add(Limit limit, QuantityField *field, const QString &label)
{
    field->setAccessibleName(phrases::text(limit));
    const Row row{limit, field, new FormRow(label, field)};
    m_rows << row;
    connect(field, &QuantityField::edited, this, [this, row] {
        showRounding(row);
        if (!m_filling)
            Q_EMIT edited();
    });
}

QuantityField *LimitRows::field(Limit limit) const
{
    const auto found = std::ranges::find(m_rows, limit, &Row::limit);
    return found->field;
}

bool LimitRows::canSet(Limit limit) const
{
    return !m_rules || rangeOf(m_rules->rules, limit);
}

void LimitRows::setRules(const SharedRules &rules)
{
    m_rules = rules;
    for (const Row &row : std::as_const(m_rows)) {
        row.field->setRange(rangeOf(rules.rules, row.limit));
        row.row->setUnavailable(
            canSet(row.limit) ? QString() : phrases::text(cannotSet(row.limit, rules)));
        showRounding(row);
    }
}

void LimitRows::setLimits(const Limits &limits)
{
    const QScopedValueRollback filling(m_filling, true);
    for (const Row &row : std::as_const(m_rows))
        row.field->setValue(canSet(row.limit) ? valueOf(limits, row.limit) : std::nullopt);
}

Limits LimitRows::limits() const
{
    Limits result;
    for (const Row &row : m_rows)
        if (canSet(row.limit))
            setValue(result, row.limit, row.field->value());
    return result;
}

bool LimitRows::isValid() const
{
    return std::ranges::all_of(
        m_rows, [this](const Row &row) { return !canSet(row.limit) || row.field->isValid(); });
}

void LimitRows::focusFirstWrong()
{
    for (const Row &row : std::as_const(m_rows))
        if (canSet(row.limit) && !row.field->isValid())
            return row.field->setFocus();
}

void LimitRows::showRounding(const Row &row)
{
    const auto asked = row.field->value();
    if (!m_rules || !asked || !row.field->isValid())
        return;
    Limits one;
    setValue(one, row.limit, asked);
    const auto set = valueOf(settable(one, m_rules->rules), row.limit);
    if (set && set != asked)
        row.row->setHint(
            tr("%1 becomes %2 on this controller.", "typed and rounded rate")
                .arg(phrases::valueOf(row.limit, asked), phrases::valueOf(row.limit, set)));
}
