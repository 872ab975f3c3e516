#pragma once

#include "ui/look/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

/// What a page shows instead of nothing: a drawing, one sentence, at most one button.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(IconName icon, const QString &sentence, QWidget *parent = nullptr);

    void set(IconName icon, const QString &sentence);

    /// An empty text takes the button away.
    void setAction(const QString &text);

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    IconName m_icon;
    QWidget *m_place; ///< where the drawing goes
    QLabel *m_sentence;
    QPushButton *m_action;
};
