#pragma once

#include "clients/offers.h"
#include "core/clock.h"
#include "ui/models/clienttablemodel.h"

#include <QTableView>
#include <QTimer>

class ClientColumns;
class ClientDelegate;
class Preferences;

/// The live table of clients. Who is chosen stays chosen, whatever comes, goes or moves; while the
/// pointer or the keyboard is in the list its order stands still.
class ClientTable : public QTableView
{
    Q_OBJECT

public:
    ClientTable(ClientTableModel &model, const Clock &clock, Preferences &preferences,
        QWidget *parent = nullptr);

    /// Who was chosen last, in the order of the table; also when a filter has put the row out of
    /// sight since.
    [[nodiscard]] const QList<ClientKey> &chosen() const { return m_chosen; }
    void choose(const ClientKey &key);
    void chooseAll(const QList<ClientKey> &keys);

    /// Into the list by keyboard: the current row, else the first one.
    void enter();

    [[nodiscard]] ClientColumns *columns() const { return m_columns; }
    void rememberLayout() const;

Q_SIGNALS:
    void chosenChanged(const QList<ClientKey> &clients);
    void visibleClientsChanged(const QList<ClientKey> &clients);
    void menuAsked(const QPoint &globalPosition);
    /// Enter or a double click on a row for which the key's action is not possible.
    void notPossibleAsked(ClientAction action);

protected:
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void selectionChanged(
        const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void followModel();
    void modelMoves();
    void modelMoved();
    void takeSelection();
    void setHoverRow(int row);
    void markFocus();
    void tellCurrentCell();
    void reviewFreeze();
    void reviewVisible();
    void updateRow(int row);
    void setCompact(bool compact);

    ClientTableModel &m_model;
    Preferences &m_preferences;
    ClientDelegate *m_delegate;
    ClientColumns *m_columns = nullptr;
    QList<ClientKey> m_chosen;
    QTimer m_glow; ///< repaints while a row pales
    QTimer m_visible; ///< collects scrolling into one report
    int m_hoverRow = -1;
    int m_focusRow = -1;
    bool m_modelMoves = false;
    bool m_pointerInside = false;
};
