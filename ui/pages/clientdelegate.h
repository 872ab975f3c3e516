#pragma once

#include "core/clock.h"
#include "ui/models/clienttablemodel.h"
#include "ui/pages/celltext.h"

#include <QStyledItemDelegate>

/// Paints the cells of the clients table by itself: chip, two-line device, signal bars, usage bar.
/// No style calls and no layout per cell, so that a table of any length repaints in milliseconds.
class ClientDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ClientDelegate(const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// One line of 28 px instead of two.
    void setCompact(bool compact) { m_compact = compact; }
    [[nodiscard]] int rowHeight() const;

    /// The row under the pointer; -1: none.
    void setHoverRow(int row) { m_hoverRow = row; }
    /// The row that the keyboard is in, marked while the table has focus; -1: none.
    void setFocusRow(int row) { m_focusRow = row; }

    /// Whether a row with a fading glow was painted since the last call.
    [[nodiscard]] bool takeGlowPainted() const;

    void forgetText() { m_text.forget(); }

private:
    struct Cell;

    void paintGround(const Cell &cell) const;
    void paintChip(const Cell &cell) const;
    void paintDevice(const Cell &cell) const;
    void paintSignal(const Cell &cell) const;
    void paintUsage(const Cell &cell) const;
    void paintMac(const Cell &cell) const;
    void paintText(const Cell &cell, TextRole role, Qt::Alignment alignment) const;

    const Clock &m_clock;
    mutable CellText m_text;
    mutable bool m_glowPainted = false;
    bool m_compact = false;
    int m_hoverRow = -1;
    int m_focusRow = -1;
};
