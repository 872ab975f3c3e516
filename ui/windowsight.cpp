#include "ui/windowsight.h"

#include <QEvent>
#include <QWidget>

using namespace std::chrono_literals;

namespace {

constexpr auto soonBack = 30s;

} // namespace

WindowSight::WindowSight(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    window.installEventFilter(this);
    m_unseen.setSingleShot(true);
    m_unseen.setInterval(soonBack);
    connect(&m_unseen, &QTimer::timeout, this, [this] {
        m_isSeen = false;
        Q_EMIT seenChanged(false);
    });
}

bool WindowSight::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::WindowStateChange:
    case QEvent::Show:
    case QEvent::Hide:
        review();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void WindowSight::review()
{
    if (!m_window.isVisible() || m_window.isMinimized()) {
        if (m_isSeen && !m_unseen.isActive())
            m_unseen.start();
        return;
    }
    m_unseen.stop();
    if (!std::exchange(m_isSeen, true))
        Q_EMIT seenChanged(true);
}
