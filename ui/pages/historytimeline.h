#pragma once

#include "ui/pages/historycounts.h"

#include <QWidget>

/// Bars of how many actions began when. Dragging, or Shift with the arrow keys and Enter, chooses a
/// stretch of time; Esc gives it back.
class HistoryTimeline : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryTimeline(QWidget *parent = nullptr);

    /// Keeps what is chosen when the same stretch is still shown.
    void setBars(const QList<HistoryBar> &bars);

    /// "12 actions, Mon 14:00 to 15:00": what the current bar or the chosen stretch holds.
    [[nodiscard]] QString sentence() const;

    /// "Mon 14:00 to 15:00": the chosen stretch; empty without one.
    [[nodiscard]] QString spanText() const;

    void clearChoice();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QDateTime &start, const QDateTime &end); ///< local
    void choiceCleared();
    void sentenceChanged(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QRectF barRect(int bar) const;
    [[nodiscard]] int barAt(const QPointF &position) const;
    [[nodiscard]] int total(int first, int last) const;
    [[nodiscard]] QString spanText(int first, int last) const;
    void moveTo(int bar, bool keepAnchor);
    void choose();
    void drawAxis(QPainter &painter) const;

    QList<HistoryBar> m_bars;
    int m_anchor = -1; ///< where the stretch began
    int m_current = -1; ///< where it ends: under the pointer or the keyboard
    int m_chosenFirst = -1;
    int m_chosenLast = -1;
    bool m_dragging = false;
};
