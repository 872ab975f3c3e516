#pragma once

#include "core/job.h"

#include <QThreadPool>

#include <functional>

/// One thread for work on the history: one thing after the other, always on the same thread, for
/// that is where a connection has to be used. The answers come to the thread that made this object.
class HistoryThread final : public QObject
{
public:
    explicit HistoryThread(QObject *parent = nullptr)
        : QObject(parent)
    {
        m_pool.setMaxThreadCount(1);
        m_pool.setExpiryTimeout(-1);
    }
    /// Waits for what was given to it. Its answers reach nobody any more.
    ~HistoryThread() override { m_pool.waitForDone(); }

    template <typename T>
    [[nodiscard]] Job<T> *run(std::function<Result<T>()> work)
    {
        auto *job = new Job<T>(this);
        m_pool.start([this, work = std::move(work), job = QPointer(job)] {
            Result<T> answer = work();
            QMetaObject::invokeMethod(
                this,
                [job, answer = std::move(answer)] {
                    if (job)
                        job->settle(answer);
                },
                Qt::QueuedConnection);
        });
        return job;
    }

    /// Nobody waits for it.
    void runUnasked(std::function<void()> work) { m_pool.start(std::move(work)); }

private:
    QThreadPool m_pool;
};
