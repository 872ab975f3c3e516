#include "ui/dialogs/preseteditor.h"

#include "ui/dialogs/labels.h"
#include "ui/widgets/formrow.h"
#include "ui/widgets/quantityfield.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QTimeEdit>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostExtraDays = 30;
constexpr int secondsAMinute = 60;
constexpr int checkOut = 11 * 60; ///< minute of the day

} // namespace

PresetEditor::PresetEditor(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit)
    , m_nameRow(new FormRow(tr("&Name"), m_name))
    , m_quota(new DataField)
    , m_down(new RateField)
    , m_up(new RateField)
{
    m_name->setAccessibleName(tr("Preset name"));
    m_quota->setSuggestions({std::nullopt, 200, 500, 1024, 2048, 5120});
    for (RateField *rate : {m_down, m_up})
        rate->setSuggestions({std::nullopt, 1000, 2000, 5000, 10000, 20000});
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(Theme::groupGap);
    grid->setVerticalSpacing(Theme::gap);
    grid->addWidget(m_nameRow, 0, 0, 1, 2);
    grid->addWidget(buildEnd(clock), 1, 0, 1, 2);
    grid->addWidget(new FormRow(tr("&Data limit"), m_quota), 2, 0, 1, 2, Qt::AlignTop);
    grid->addWidget(new FormRow(tr("Do&wnload limit"), m_down), 3, 0, Qt::AlignTop);
    grid->addWidget(new FormRow(tr("&Upload limit"), m_up), 3, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(4, 1);
    connect(m_name, &QLineEdit::textEdited, this, &PresetEditor::changed);
    for (QuantityField *field : std::initializer_list<QuantityField *>{m_quota, m_down, m_up})
        connect(field, &QuantityField::edited, this, &PresetEditor::changed);
}

QWidget *PresetEditor::buildEnd(const Clock &clock)
{
    m_lasts = new QRadioButton(tr("&Lasts"));
    m_ends = new QRadioButton(tr("&Ends at"));
    m_duration = new DurationField(clock);
    m_duration->setAccessibleName(tr("Duration"));
    m_duration->setUnsetText(tr("controller's own"));
    m_duration->setSuggestions({60, 4 * 60, 24 * 60, 3 * 24 * 60, 7 * 24 * 60});
    m_endTime = new QTimeEdit;
    m_endTime->setAccessibleName(tr("Ends at"));
    m_endTime->setDisplayFormat(u"HH:mm"_s);
    m_extraDays = new QSpinBox;
    m_extraDays->setAccessibleName(tr("Days later"));
    m_extraDays->setRange(0, mostExtraDays);
    m_extraDays->setPrefix(tr("+", "before a number of days"));
    const auto sayDays
        = [this](int days) { m_extraDays->setSuffix(tr(" day(s)", "behind a number", days)); };
    sayDays(m_extraDays->value());
    m_extraDays->setSpecialValueText(tr("next time"));

    auto *group = new QWidget;
    auto *grid = new QGridLayout(group);
    grid->setContentsMargins({});
    grid->setSpacing(Theme::gap);
    grid->addWidget(m_lasts, 0, 0);
    grid->addWidget(m_duration, 0, 1, 1, 2);
    grid->addWidget(m_ends, 1, 0);
    grid->addWidget(m_endTime, 1, 1);
    grid->addWidget(m_extraDays, 1, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    connect(m_ends, &QRadioButton::toggled, this, &PresetEditor::changed);
    connect(m_duration, &QuantityField::edited, this, &PresetEditor::changed);
    connect(m_endTime, &QTimeEdit::timeChanged, this, &PresetEditor::changed);
    connect(m_extraDays, &QSpinBox::valueChanged, this, sayDays);
    connect(m_extraDays, &QSpinBox::valueChanged, this, &PresetEditor::changed);
    return group;
}

void PresetEditor::setPreset(const Preset &preset)
{
    const QScopedValueRollback filling(m_filling, true);
    m_name->setText(preset.name);
    (preset.untilMinuteOfDay ? m_ends : m_lasts)->setChecked(true);
    m_duration->setValue(preset.minutes);
    m_endTime->setTime(
        QTime(0, 0).addSecs(preset.untilMinuteOfDay.value_or(checkOut) * secondsAMinute));
    m_extraDays->setValue(preset.extraDays);
    m_quota->setValue(preset.dataMb);
    m_down->setValue(preset.downKbps);
    m_up->setValue(preset.upKbps);
    changed();
}

Preset PresetEditor::preset() const
{
    Preset preset;
    preset.name = m_name->text();
    if (m_ends->isChecked()) {
        preset.untilMinuteOfDay = QTime(0, 0).secsTo(m_endTime->time()) / secondsAMinute;
        preset.extraDays = m_extraDays->value();
    } else {
        preset.minutes = m_duration->value();
    }
    preset.dataMb = m_quota->value();
    preset.downKbps = m_down->value();
    preset.upKbps = m_up->value();
    return preset;
}

bool PresetEditor::isValid() const
{
    return (m_ends->isChecked() || m_duration->isValid()) && m_quota->isValid() && m_down->isValid()
        && m_up->isValid();
}

void PresetEditor::setNameProblem(const QString &problem)
{
    m_nameRow->setError(problem);
}

void PresetEditor::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void PresetEditor::changed()
{
    m_duration->setEnabled(m_lasts->isChecked());
    m_endTime->setEnabled(m_ends->isChecked());
    m_extraDays->setEnabled(m_ends->isChecked());
    if (!m_filling)
        Q_EMIT edited();
}
