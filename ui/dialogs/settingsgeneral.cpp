#include "ui/dialogs/settingsgeneral.h"

#include "assembly/gatehouse.h"
#include "phrases/language.h"
#include "ui/dialogs/choicechips.h"
#include "ui/dialogs/labels.h"
#include "ui/preferences/preferences.h"
#include "ui/widgets/formrow.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>

namespace {

/// In the order of the chips.
constexpr SchemeChoice schemes[] = {SchemeChoice::System, SchemeChoice::Light, SchemeChoice::Dark};

QString nativeName(const QString &code)
{
    const QLocale locale(code);
    QString name = locale.nativeLanguageName();
    // A language is called by itself, at the start of a line, in its own capitals.
    return name.isEmpty() ? code : name.replace(0, 1, locale.toUpper(name.left(1)));
}

} // namespace

SettingsGeneral::SettingsGeneral(ProfileStore &profiles, Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_profiles(profiles)
    , m_preferences(preferences)
    , m_operator(new QLineEdit(profiles.operatorName()))
    , m_retention(new QSpinBox)
    , m_language(new QComboBox)
    , m_scheme(new ChoiceChips(tr("Colours")))
    , m_compact(new QCheckBox(tr("C&ompact rows in tables")))
{
    m_operator->setAccessibleName(tr("Operator"));
    auto *operatorRow = new FormRow(tr("O&perator"), m_operator);
    operatorRow->setHint(tr("Every action is noted in the history under this name. Empty: the "
                            "account of this computer."));

    m_retention->setAccessibleName(tr("Forget guests after"));
    m_retention->setRange(0, mostRetentionDays);
    m_retention->setSpecialValueText(tr("never"));
    m_retention->setSuffix(tr(" days", "after a number"));
    m_retention->setValue(profiles.historyRetentionDays());
    auto *retentionRow = new FormRow(tr("&Forget guests after"), m_retention);
    retentionRow->setHint(
        tr("In older records of the history names, rooms, login IDs and addresses "
           "are destroyed. What was done, when and by whom stays."));

    m_language->setAccessibleName(tr("Language"));
    m_language->addItem(tr("As the system"), QString());
    for (const QString &code : phrases::languages())
        m_language->addItem(nativeName(code), code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language())));
    auto *languageRow = new FormRow(tr("&Language"), m_language);
    languageRow->setHint(tr("A change counts from the next start."));

    m_scheme->addChip(tr("As the system"));
    m_scheme->addChip(tr("Light"));
    m_scheme->addChip(tr("Dark"));
    const auto scheme = Theme::choiceFromWord(preferences.scheme()).value_or(SchemeChoice::System);
    m_scheme->setCurrent(int(std::ranges::find(schemes, scheme) - std::begin(schemes)));
    m_compact->setChecked(preferences.compactRows());

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::groupGap);
    column->addWidget(operatorRow);
    column->addWidget(retentionRow);
    column->addWidget(languageRow);
    column->addWidget(labels::above(tr("Colours"), m_scheme));
    column->addWidget(m_compact);
    if (!preferences.areKept())
        column->addWidget(labels::hint(
            tr("Language and looks count for this session only: they cannot be written to the "
               "profile folder.")));
    column->addStretch(1);
}

Result<Done> SettingsGeneral::keep()
{
    const QString name = m_operator->text().trimmed();
    if (name != m_profiles.operatorName())
        if (auto kept = m_profiles.setOperatorName(name); !kept)
            return kept;
    if (const int days = m_retention->value(); days != m_profiles.historyRetentionDays())
        if (auto kept = m_profiles.setHistoryRetentionDays(days); !kept)
            return kept;
    m_preferences.setLanguage(m_language->currentData().toString());
    m_preferences.setScheme(Theme::toWord(schemes[std::max(0, m_scheme->current())]));
    m_preferences.setCompactRows(m_compact->isChecked());
    return Done{};
}
