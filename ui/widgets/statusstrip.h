#pragma once

#include "ui/widgets/undobar.h"

class ElidedLabel;
class QHBoxLayout;

/// The line at the bottom of the window: one sentence about how things stand, small widgets at its
/// end, and the undo bar that slides over it.
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    void setText(const QString &sentence);
    [[nodiscard]] QString text() const;

    /// At the end of the line, before what is there already.
    void addWidget(QWidget *widget);

    [[nodiscard]] UndoBar *undoBar() const { return m_undo; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ElidedLabel *m_text;
    QHBoxLayout *m_row;
    UndoBar *m_undo;
};
