#pragma once

#include "ui/models/historymodel.h"

#include <QTimer>
#include <QWidget>

class Banner;
class EmptyState;
class Gatehouse;
class HistoryCounts;
class HistoryFilterBar;
class HistoryRecordPanel;
class HistoryTable;
class HistoryTimeline;
class Preferences;
class QHBoxLayout;
class QSplitter;
class QStackedWidget;
class SearchField;
class TextLabel;

/// The audit history: search, filter, read one record in full, verify the chain, export what is
/// shown.
class HistoryPage : public QWidget
{
    Q_OBJECT

public:
    /// gatehouse must outlive the page.
    explicit HistoryPage(Gatehouse &gatehouse, QWidget *parent = nullptr);

    /// Shows what history knows of one text, such as a MAC address or a guest, of all times.
    void search(const QString &text);

    /// Shows what ended unknown and nobody has looked at.
    void showUnseen();

    /// Columns and splitter as they were left, and tables as close as the person likes them.
    void restoreLayout(const Preferences &preferences);
    void rememberLayout(Preferences &preferences) const;
    void setCompact(bool compact);

Q_SIGNALS:
    /// Somebody is to be forgotten: whoever this record is about, or (record number 0) anybody.
    void eraseAsked(const AuditRecord &about);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QHBoxLayout *buildTitleRow();
    [[nodiscard]] QWidget *buildBody();
    void buildTimeline();
    void follow();
    void listControllers();
    void applyFilter();
    void refresh();
    void reviewEmpty();
    void showChosen();
    void copyChosen() const;
    void undoChosen();
    void markChosenSeen();
    void say(bool isGood, const QString &sentence);
    [[nodiscard]] HistoryFilter currentFilter() const;

    Gatehouse &m_gatehouse;
    HistoryModel m_model;
    HistoryCounts *m_counts = nullptr;
    SearchField *m_search = nullptr;
    HistoryFilterBar *m_filters = nullptr;
    HistoryTimeline *m_timeline = nullptr;
    TextLabel *m_timelineText = nullptr;
    Banner *m_good = nullptr;
    Banner *m_bad = nullptr;
    HistoryTable *m_table = nullptr;
    HistoryRecordPanel *m_panel = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    QSplitter *m_splitter = nullptr;
    QTimer m_soon; ///< gathers what happens in a burst into one look
};
