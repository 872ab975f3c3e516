#include "ui/pages/historypage.h"

#include "assembly/gatehouse.h"
#include "phrases/phrases.h"
#include "ui/pages/historycounts.h"
#include "ui/pages/historyfilterbar.h"
#include "ui/pages/historyrecordpanel.h"
#include "ui/pages/historytable.h"
#include "ui/pages/historytasks.h"
#include "ui/pages/historytimeline.h"
#include "ui/pages/historywords.h"
#include "ui/preferences/preferences.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int searchWidth = 320;
constexpr int panelWidth = 276;
constexpr auto burst = 250ms;
const QString columnsKey = u"history/columns"_s;
const QString splitterKey = u"history/splitter"_s;

QWidget *inset(QLayout *line)
{
    auto *widget = new QWidget;
    line->setContentsMargins(Theme::groupGap, 0, Theme::groupGap, 0);
    widget->setLayout(line);
    return widget;
}

} // namespace

HistoryPage::HistoryPage(Gatehouse &gatehouse, QWidget *parent)
    : QWidget(parent)
    , m_gatehouse(gatehouse)
    , m_model(gatehouse.audit())
    , m_counts(new HistoryCounts(gatehouse.audit(), this))
    , m_good(new Banner(Banner::Kind::Info))
    , m_bad(new Banner(Banner::Kind::Failure))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::groupGap, 0, 0);
    column->setSpacing(Theme::gap);
    column->addWidget(inset(buildTitleRow()));
    for (Banner *banner : {m_good, m_bad}) {
        banner->setDismissible(true);
        banner->hide();
        column->addWidget(banner);
    }
    m_filters = new HistoryFilterBar;
    auto *filters = new QHBoxLayout;
    filters->addWidget(m_filters);
    column->addWidget(inset(filters));
    buildTimeline();
    auto *timeline = new QVBoxLayout;
    timeline->setSpacing(Theme::grid);
    timeline->addWidget(m_timeline);
    timeline->addWidget(m_timelineText);
    column->addWidget(inset(timeline));
    column->addWidget(buildBody(), 1);
    follow();
    listControllers();
    applyFilter();
}

QHBoxLayout *HistoryPage::buildTitleRow()
{
    m_search
        = new SearchField(tr("Search history"), tr("Guest, room, MAC, device, operator, reason"));
    m_search->setMaximumWidth(searchWidth);
    auto *tasks = new HistoryTasks(m_gatehouse, [this] { return currentFilter(); });
    connect(tasks, &HistoryTasks::said, this, &HistoryPage::say);
    connect(tasks, &HistoryTasks::eraseAsked, this, [this] {
        const QList<AuditRecord> chosen = m_table->chosen();
        Q_EMIT eraseAsked(chosen.size() == 1 ? chosen.first() : AuditRecord());
    });
    connect(&m_gatehouse, &Gatehouse::historyErased, this, &HistoryPage::applyFilter);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::gap);
    line->addWidget(new TextLabel(tr("History"), TextRole::PageTitle));
    line->addStretch();
    line->addWidget(m_search, 1);
    line->addWidget(tasks);
    return line;
}

void HistoryPage::buildTimeline()
{
    m_timeline = new HistoryTimeline;
    m_timelineText = new TextLabel({}, TextRole::Secondary, Token::Ink2);
    connect(m_timeline, &HistoryTimeline::sentenceChanged, m_timelineText, &QLabel::setText);
    connect(m_timeline, &HistoryTimeline::chosen, m_filters,
        [this](const QDateTime &start, const QDateTime &end) {
            m_filters->setStretch(start, end, m_timeline->spanText());
        });
    connect(
        m_timeline, &HistoryTimeline::choiceCleared, m_filters, &HistoryFilterBar::clearStretch);
    connect(
        m_filters, &HistoryFilterBar::stretchCleared, m_timeline, &HistoryTimeline::clearChoice);
    connect(m_counts, &HistoryCounts::counted, m_timeline,
        [this] { m_timeline->setBars(m_counts->bars()); });
}

QWidget *HistoryPage::buildBody()
{
    m_table = new HistoryTable(m_model);
    m_empty = new EmptyState(IconName::History, {});
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_panel = new HistoryRecordPanel;
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({3 * Theme::detailsWidth, panelWidth});
    m_panel->setMinimumWidth(Theme::sidebarWidth);
    return m_splitter;
}

void HistoryPage::follow()
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(burst);
    connect(&m_soon, &QTimer::timeout, this, &HistoryPage::refresh);
    const auto soon = [this] { m_soon.start(); };
    connect(&m_gatehouse.actions(), &ActionRunner::started, this, soon);
    connect(&m_gatehouse.actions(), &ActionRunner::finished, this, soon);
    for (const auto changed : {&Gatehouse::linkAdded, &Gatehouse::linkChanged})
        connect(&m_gatehouse, changed, this, &HistoryPage::listControllers);
    connect(&m_gatehouse, &Gatehouse::linkRemoved, this, &HistoryPage::listControllers);
    connect(m_search, &QLineEdit::textChanged, this, &HistoryPage::applyFilter);
    connect(m_search, &SearchField::leftDownwards, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_filters, &HistoryFilterBar::changed, this, &HistoryPage::applyFilter);
    connect(m_table, &HistoryTable::chosenChanged, this, &HistoryPage::showChosen);
    connect(m_table, &HistoryTable::copyAsked, this, &HistoryPage::copyChosen);
    connect(m_panel, &HistoryRecordPanel::copyAsked, this, &HistoryPage::copyChosen);
    connect(m_panel, &HistoryRecordPanel::undoAsked, this, &HistoryPage::undoChosen);
    connect(m_panel, &HistoryRecordPanel::seenAsked, this, &HistoryPage::markChosenSeen);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        m_search->clear();
        m_filters->clear();
    });
    connect(&m_model, &HistoryModel::failureChanged, this, &HistoryPage::reviewEmpty);
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, changed, this, &HistoryPage::reviewEmpty);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &HistoryPage::reviewEmpty);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &HistoryPage::showChosen);
}

void HistoryPage::listControllers()
{
    QList<std::pair<QString, QString>> controllers;
    for (const ControllerLink *link : m_gatehouse.links())
        controllers << std::pair(link->profile().id, link->profile().name);
    m_filters->setControllers(controllers);
}

HistoryFilter HistoryPage::currentFilter() const
{
    HistoryFilter filter = m_filters->filter(m_gatehouse.clock().now());
    filter.text = m_search->text().trimmed();
    return filter;
}

void HistoryPage::applyFilter()
{
    const HistoryFilter filter = currentFilter();
    m_model.setFilter(filter);
    if (!m_filters->hasStretch()) // the bars stay when a stretch of them is looked at
        m_counts->count(filter, m_gatehouse.clock().now());
    reviewEmpty();
}

void HistoryPage::refresh()
{
    if (!isVisible())
        return;
    m_model.refresh();
    if (!m_filters->hasStretch())
        m_counts->count(currentFilter(), m_gatehouse.clock().now());
    reviewEmpty();
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void HistoryPage::reviewEmpty()
{
    if (const auto &failure = m_model.failure())
        say(false, phrases::textWithNextStep(*failure));
    const bool empty = m_model.rowCount() == 0;
    const bool narrowed = empty && (m_filters->narrows() || !m_search->text().isEmpty())
        && m_model.isAnythingRecorded();
    m_empty->set(narrowed ? IconName::Search : IconName::History,
        narrowed ? tr("No record matches what is chosen above.")
                 : tr("Nothing has been done yet. Every authorization, extension and cancellation "
                      "will be listed "
                      "here, with who asked for it and what came of it."));
    m_empty->setAction(narrowed ? tr("Show everything") : QString());
    m_stack->setCurrentIndex(empty ? 1 : 0);
    showChosen();
}

void HistoryPage::showChosen()
{
    const QList<AuditRecord> chosen = m_table->chosen();
    m_panel->show(chosen);
    if (chosen.size() == 1)
        m_panel->setNoUndo(m_gatehouse.whyNoUndo(chosen.first()));
}

void HistoryPage::undoChosen()
{
    const QList<AuditRecord> chosen = m_table->chosen();
    if (chosen.size() != 1 || m_gatehouse.undo(chosen.first()))
        return;
    const QString reason = m_gatehouse.whyNoUndo(chosen.first());
    say(false,
        reason.isEmpty() ? tr("Something else is under way on this device. Try again once that has "
                              "ended.")
                         : reason);
}

void HistoryPage::markChosenSeen()
{
    for (const AuditRecord &record : m_table->chosen())
        if (const auto marked = m_gatehouse.markSeen(record.id); !marked)
            return say(false, phrases::textWithNextStep(marked.error()));
    applyFilter();
}

void HistoryPage::showUnseen()
{
    m_search->clear();
    m_filters->chooseUnseen();
}

void HistoryPage::copyChosen() const
{
    QStringList texts;
    for (const AuditRecord &record : m_table->chosen())
        texts << historywords::asText(record);
    if (!texts.isEmpty())
        QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s));
}

void HistoryPage::search(const QString &text)
{
    m_filters->clear();
    m_search->setText(text);
    m_search->setFocus();
}

void HistoryPage::say(bool isGood, const QString &sentence)
{
    m_good->setVisible(isGood);
    m_bad->setVisible(!isGood);
    (isGood ? m_good : m_bad)->setText(sentence);
}

void HistoryPage::restoreLayout(const Preferences &preferences)
{
    m_table->restoreLayout(preferences.remembered(columnsKey).toByteArray());
    m_splitter->restoreState(preferences.remembered(splitterKey).toByteArray());
    setCompact(preferences.compactRows());
}

void HistoryPage::rememberLayout(Preferences &preferences) const
{
    preferences.remember(columnsKey, m_table->layoutState());
    preferences.remember(splitterKey, m_splitter->saveState());
}

void HistoryPage::setCompact(bool compact)
{
    m_table->setCompact(compact);
}
