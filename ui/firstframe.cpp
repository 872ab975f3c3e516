#include "ui/firstframe.h"

#include <QEvent>
#include <QWindow>

#include <cstdio>

using namespace std::chrono_literals;

namespace {

/// A window that starts out of sight is not painted.
constexpr auto patience = 1s;

} // namespace

FirstFrame::FirstFrame(QWindow *window, QObject *parent)
    : QObject(parent)
{
    if (window)
        window->installEventFilter(this);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &FirstFrame::end);
    m_patience.start(patience);
}

bool FirstFrame::eventFilter(QObject *watched, QEvent *event)
{
    const auto *window = qobject_cast<QWindow *>(watched);
    if (event->type() == QEvent::Expose && window && window->isExposed()) {
        watched->removeEventFilter(this);
        m_patience.start(0ms); // the window paints itself while it handles this event
    }
    return QObject::eventFilter(watched, event);
}

void FirstFrame::end()
{
    // For whoever measures how long a start takes.
    if (qEnvironmentVariableIsSet("GATEHOUSE_TELL_FIRST_FRAME")) {
        std::puts("first frame");
        std::fflush(stdout);
    }
    Q_EMIT over();
    deleteLater();
}
