#include "cli/interruption.h"

#include <csignal>

namespace {

volatile std::sig_atomic_t isAsked = 0;

} // namespace

/// A signal handler may do next to nothing, so it leaves a mark and the event loop looks for it.
/// The second time the signal ends the program, whatever it is doing.
Interruption::Interruption(QObject *parent)
    : QObject(parent)
{
    for (const int signal : {SIGTERM, SIGINT})
        std::signal(signal, [](int number) {
            isAsked = 1;
            std::signal(number, SIG_DFL);
        });
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (!isAsked)
            return;
        m_look.stop();
        Q_EMIT asked();
    });
    m_look.start(std::chrono::milliseconds(50));
}
