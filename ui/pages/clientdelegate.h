#pragma once

#include "core/clock.h"
#include "ui/look/icons.h"
#include "ui/models/clienttablemodel.h"
#include "ui/pages/celltext.h"
#include "ui/pages/keptdrawings.h"

#include <QStyledItemDelegate>

/// Paints the cells of the clients table by itself: chip, two-line device, signal bars, usage bar.
/// No style calls, no layout per cell, and what all cells of a row share is looked up once, so that
/// a table of any length repaints in milliseconds.
class ClientDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ClientDelegate(const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Call it before each repaint: what was looked up for the one before may be old.
    void beginRepaint() { m_row.number = -1; }

    /// One line of 28 px instead of two.
    void setCompact(bool compact) { m_compact = compact; }
    [[nodiscard]] int rowHeight() const;

    /// The row under the pointer; -1: none.
    void setHoverRow(int row) { m_hoverRow = row; }
    /// The row that the keyboard is in, marked while the table has focus; -1: none.
    void setFocusRow(int row) { m_focusRow = row; }

    /// Whether a row with a fading glow was painted since the last call.
    [[nodiscard]] bool takeGlowPainted() const;

    void forgetText()
    {
        m_text.forget();
        m_drawings.forget();
    }

private:
    struct Cell;

    /// What the cells of a row have in common.
    struct Row
    {
        int number = -1; ///< -1: none is looked up
        RowChip chip = RowChip::Unknown;
        Scheme scheme = Scheme::Light;
        bool stale = false;
        double glow = 0; ///< 0…1
    };

    const Row &rowOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintGround(const Cell &cell) const;
    void paintIcon(const Cell &cell, const QRect &rect, IconName icon, Token ink) const;
    void paintChip(const Cell &cell) const;
    void paintDevice(const Cell &cell) const;
    void paintSignal(const Cell &cell) const;
    void paintUsage(const Cell &cell) const;
    void paintMac(const Cell &cell) const;
    void paintText(const Cell &cell, TextRole role, Qt::Alignment alignment) const;

    const Clock &m_clock;
    mutable CellText m_text;
    mutable KeptDrawings m_drawings;
    mutable Row m_row;
    mutable bool m_glowPainted = false;
    bool m_compact = false;
    int m_hoverRow = -1;
    int m_focusRow = -1;
};
