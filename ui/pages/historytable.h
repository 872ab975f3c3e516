#pragma once

#include "ui/models/historymodel.h"

#include <QTableView>

/// The audit table: newest first, outcomes as chips, columns that can be chosen and moved.
class HistoryTable : public QTableView
{
    Q_OBJECT

public:
    explicit HistoryTable(HistoryModel &model, QWidget *parent = nullptr);

    /// The records that are selected, in the order of the table.
    [[nodiscard]] QList<AuditRecord> chosen() const;

    /// Widths, order and choice of the columns, for keeping.
    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);

    void setCompact(bool compact);

Q_SIGNALS:
    void chosenChanged();
    void copyAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void selectionChanged(
        const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void showColumnMenu(const QPoint &at);

    HistoryModel &m_model;
};
