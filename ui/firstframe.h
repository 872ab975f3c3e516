#pragma once

#include <QObject>
#include <QTimer>

class QWindow;

/// Tells once when a window has been painted for the first time, or after a moment where nobody can
/// see it: so that whatever takes time can come after that.
class FirstFrame final : public QObject
{
    Q_OBJECT

public:
    /// window was told to show itself, and must outlive this or be null.
    explicit FirstFrame(QWindow *window, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void over();

private:
    void end();

    QTimer m_patience;
};
