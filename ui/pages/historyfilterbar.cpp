#include "ui/pages/historyfilterbar.h"

#include "phrases/phrases.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/pages/historywords.h"
#include "ui/widgets/filterchips.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace {

enum TimeChip { Today, SevenDays, ThirtyDays, Always };

/// In the list of outcomes, what somebody must look after stands behind them, counted from here.
constexpr int firstNeed = 100;

/// Local midnight that many days ago, as UTC.
QDateTime midnightBefore(const QDateTime &now, int days)
{
    return now.toLocalTime().date().addDays(-days).startOfDay().toUTC();
}

} // namespace

HistoryFilterBar::HistoryFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_times(new FilterChips)
    , m_stretch(new QPushButton)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(Theme::gap);
    m_times->setAccessibleName(tr("Time"));
    m_times->addChip(Today, tr("Today"));
    m_times->addChip(SevenDays, tr("7 days"));
    m_times->addChip(ThirtyDays, tr("30 days"));
    m_times->addChip(Always, tr("All"));
    m_times->setCurrent(SevenDays);
    m_stretch->setIcon(icons::icon(IconName::Close));
    m_stretch->setToolTip(tr("Show the whole time again"));
    m_stretch->hide();
    line->addWidget(m_times);
    line->addWidget(m_stretch);
    line->addStretch();
    m_action = addChoice(tr("Action"), tr("Any action"));
    for (const AuditAction each : {AuditAction::Authorize, AuditAction::Extend, AuditAction::Cancel,
             AuditAction::Block, AuditAction::Unblock})
        m_action->addItem(historywords::action(each), int(each));
    m_outcome = addChoice(tr("Outcome"), tr("Any outcome"));
    for (const Outcome each : allOutcomes)
        m_outcome->addItem(phrases::text(each), int(each));
    m_outcome->insertSeparator(m_outcome->count());
    m_outcome->addItem(tr("Unknown, not looked at"), firstNeed + int(HistoryFilter::Need::Seeing));
    m_outcome->addItem(tr("Put off until seen"), firstNeed + int(HistoryFilter::Need::Completing));
    m_controller = addChoice(tr("Controller"), tr("Any controller"));
    connect(m_times, &FilterChips::currentChanged, this, [this] {
        m_start = m_end = {};
        m_stretch->hide();
        Q_EMIT stretchCleared();
        Q_EMIT changed();
    });
    connect(m_stretch, &QPushButton::clicked, this, [this] {
        clearStretch();
        Q_EMIT stretchCleared();
    });
}

QComboBox *HistoryFilterBar::addChoice(const QString &name, const QString &all)
{
    auto *choice = new QComboBox;
    choice->setAccessibleName(name);
    choice->addItem(all);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    layout()->addWidget(choice);
    connect(choice, &QComboBox::currentIndexChanged, this, &HistoryFilterBar::changed);
    return choice;
}

void HistoryFilterBar::setControllers(const QList<std::pair<QString, QString>> &controllers)
{
    const QString chosen = m_controller->currentData().toString();
    const QSignalBlocker quiet(m_controller);
    while (m_controller->count() > 1)
        m_controller->removeItem(1);
    for (const auto &[id, name] : controllers)
        m_controller->addItem(name, id);
    m_controller->setCurrentIndex(std::max(0, m_controller->findData(chosen)));
    m_controller->setVisible(controllers.size() > 1);
}

HistoryFilter HistoryFilterBar::filter(const QDateTime &now) const
{
    HistoryFilter filter;
    switch (TimeChip(m_times->current())) {
    case Today:
        filter.since = midnightBefore(now, 0);
        break;
    case SevenDays:
        filter.since = midnightBefore(now, 6);
        break;
    case ThirtyDays:
        filter.since = midnightBefore(now, 29);
        break;
    case Always:
        break;
    }
    if (hasStretch()) {
        filter.since = m_start.toUTC();
        filter.until = m_end.toUTC();
    }
    if (const QVariant action = m_action->currentData(); action.isValid())
        filter.action = AuditAction(action.toInt());
    if (const QVariant outcome = m_outcome->currentData(); outcome.isValid()) {
        if (const int chosen = outcome.toInt(); chosen >= firstNeed)
            filter.need = HistoryFilter::Need(chosen - firstNeed);
        else
            filter.outcome = Outcome(chosen);
    }
    filter.controllerId = m_controller->currentData().toString();
    return filter;
}

void HistoryFilterBar::setStretch(
    const QDateTime &start, const QDateTime &end, const QString &words)
{
    m_start = start;
    m_end = end;
    m_stretch->setText(words);
    m_stretch->setAccessibleName(tr("Only %1", "a stretch of time").arg(words));
    m_stretch->show();
    Q_EMIT changed();
}

void HistoryFilterBar::clearStretch()
{
    m_start = m_end = {};
    m_stretch->hide();
    Q_EMIT changed();
}

bool HistoryFilterBar::narrows() const
{
    return m_action->currentIndex() > 0 || m_outcome->currentIndex() > 0
        || m_controller->currentIndex() > 0 || hasStretch() || m_times->current() != Always;
}

void HistoryFilterBar::chooseUnseen()
{
    clear();
    m_outcome->setCurrentIndex(m_outcome->findData(firstNeed + int(HistoryFilter::Need::Seeing)));
}

void HistoryFilterBar::clear()
{
    for (QComboBox *choice : {m_action, m_outcome, m_controller}) {
        const QSignalBlocker quiet(choice);
        choice->setCurrentIndex(0);
    }
    m_times->setCurrent(Always);
    m_start = m_end = {};
    m_stretch->hide();
    Q_EMIT stretchCleared();
    Q_EMIT changed();
}
