#pragma once

#include "sim/simulatorthread.h"

/// One controller of the demo: what to call it and how to reach it.
struct DemoController
{
    QString name;
    SimulatorInfo info;
    bool givesAccount = false; ///< it has handed out an account beside its key or application
};

/// The three buildings of `--demo`: Harbour Hotel and Clinic North on UniFi (with the same Default
/// site id, as it is in the world) and Annex on Omada. The hotel has given a key only, the others
/// an account besides. They live on a thread of their own and end with this object.
class DemoVenues final : public QObject
{
    Q_OBJECT

public:
    explicit DemoVenues(QObject *parent = nullptr);

    /// ready() or failed() follows.
    void start();
    /// The same, and waits; about a tenth of a second. The error is a sentence.
    [[nodiscard]] tl::expected<QList<DemoController>, QString> startAndWait();

Q_SIGNALS:
    void ready(const QList<DemoController> &controllers);
    void failed(const QString &sentence);

private:
    SimulatorThread m_thread;
};
