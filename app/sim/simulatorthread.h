#pragma once

#include "sim/simulator.h"

#include <QThread>

#include <functional>

/// Simulators on a thread of their own, so that neither they nor a busy window slow each other
/// down. Made, asked and destroyed on one thread, the owner's; destroying it stops them and waits
/// for the thread's end.
class SimulatorThread final : public QObject
{
    Q_OBJECT

public:
    explicit SimulatorThread(QObject *parent = nullptr);
    ~SimulatorThread() override;

    /// Starts them one after the other; ready() or failed() follows. Call it once.
    void start(const QList<SimulatorOptions> &options);

    /// The same, and waits until they run. The error is a sentence.
    [[nodiscard]] tl::expected<QList<SimulatorInfo>, QString> startAndWait(
        const QList<SimulatorOptions> &options);

    /// Runs work on the simulators' thread with the simulator of this index, and waits for it to
    /// end.
    void with(int index, const std::function<void(Simulator &)> &work);

Q_SIGNALS:
    void ready(const QList<SimulatorInfo> &running);
    void failed(const QString &sentence);

private:
    using Started = tl::expected<QList<SimulatorInfo>, QString>;
    [[nodiscard]] Started startHere(const QList<SimulatorOptions> &options);

    QThread m_thread;
    QObject *m_worker; ///< lives on the thread, so that work can be sent there
    std::vector<std::unique_ptr<Simulator>> m_simulators; ///< touched on the thread only
};
