#pragma once

#include <QTimer>

class QWidget;

/// Tells whether anybody can see a window. One that is hidden or minimized for less than half a
/// minute is still looked at.
class WindowSight final : public QObject
{
    Q_OBJECT

public:
    /// Goes with the window.
    explicit WindowSight(QWidget &window);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void seenChanged(bool isSeen);

private:
    void review();

    QWidget &m_window;
    QTimer m_unseen;
    bool m_isSeen = true;
};
