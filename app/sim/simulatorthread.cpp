#include "sim/simulatorthread.h"

SimulatorThread::SimulatorThread(QObject *parent)
    : QObject(parent)
    , m_worker(new QObject)
{
    m_thread.setObjectName(QStringLiteral("simulators"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

SimulatorThread::~SimulatorThread()
{
    // Sockets and timers must end where they live.
    QMetaObject::invokeMethod(
        m_worker, [this] { m_simulators.clear(); }, Qt::BlockingQueuedConnection);
    m_worker->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

void SimulatorThread::start(const QList<SimulatorOptions> &options)
{
    QMetaObject::invokeMethod(m_worker, [this, options] {
        const Started started = startHere(options);
        QMetaObject::invokeMethod(this, [this, started] {
            if (started)
                Q_EMIT ready(*started);
            else
                Q_EMIT failed(started.error());
        });
    });
}

tl::expected<QList<SimulatorInfo>, QString> SimulatorThread::startAndWait(
    const QList<SimulatorOptions> &options)
{
    Started started;
    QMetaObject::invokeMethod(
        m_worker, [&] { started = startHere(options); }, Qt::BlockingQueuedConnection);
    return started;
}

void SimulatorThread::with(int index, const std::function<void(Simulator &)> &work)
{
    QMetaObject::invokeMethod(
        m_worker, [&] { work(*m_simulators.at(size_t(index))); }, Qt::BlockingQueuedConnection);
}

SimulatorThread::Started SimulatorThread::startHere(const QList<SimulatorOptions> &options)
{
    QList<SimulatorInfo> running;
    for (const SimulatorOptions &one : options) {
        auto simulator = Simulator::start(one);
        if (!simulator)
            return tl::make_unexpected(simulator.error());
        running += (*simulator)->info();
        m_simulators.push_back(std::move(*simulator));
    }
    return running;
}
