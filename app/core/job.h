#pragma once

#include "core/result.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>

/// The untyped half of a job: what can be said and done without knowing its value.
class JobBase : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual bool isSettled() const = 0;

    /// Settles the job as Failure::Kind::Cancelled and tells whoever works on it by cancelled().
    virtual void cancel() = 0;

Q_SIGNALS:
    /// Somebody gave up waiting. Work behind the job should stop; its answer will be ignored.
    void cancelled();
};

/// One answer that comes later. A job settles exactly once, its handler runs from the event loop
/// (never inside the call that started it), and then the job deletes itself. A job that is
/// destroyed unsettled counts as cancelled, so nobody waits for ever. Jobs live on the thread of
/// the event loop that made them.
template <typename T>
class Job final : public JobBase
{
public:
    using Handler = std::function<void(Result<T> &&)>; ///< the answer is its own to keep

    explicit Job(QObject *parent = nullptr)
        : JobBase(parent)
    {
    }

    ~Job() override
    {
        if (!m_handler || m_delivered || !m_context)
            return;
        Result<T> answer = m_answer
            ? std::move(*m_answer)
            : Result<T>(fail(Failure::Kind::Cancelled, QStringLiteral("the job was dropped")));
        QMetaObject::invokeMethod(
            m_context,
            [handler = std::move(m_handler), answer = std::move(answer)]() mutable {
                handler(std::move(answer));
            },
            Qt::QueuedConnection);
    }

    /// A job that already has its answer; the handler still runs from the event loop.
    [[nodiscard]] static Job *settled(Result<T> answer, QObject *parent = nullptr)
    {
        auto *job = new Job(parent);
        job->settle(std::move(answer));
        return job;
    }

    /// Says who takes the answer. When context is gone by then, the handler is not run. One handler
    /// a job.
    void then(QObject *context, Handler handler)
    {
        Q_ASSERT(!m_handler);
        m_context = context;
        m_handler = std::move(handler);
    }

    /// Gives the answer. The first call counts, later ones are ignored.
    void settle(Result<T> answer)
    {
        if (m_answer)
            return;
        m_answer.emplace(std::move(answer));
        QMetaObject::invokeMethod(
            this, [this] { deliver(); }, Qt::QueuedConnection);
    }

    void cancel() override
    {
        if (m_answer)
            return;
        settle(fail(Failure::Kind::Cancelled, QStringLiteral("cancelled")));
        Q_EMIT cancelled();
    }

    [[nodiscard]] bool isSettled() const override { return m_answer.has_value(); }

private:
    void deliver()
    {
        m_delivered = true;
        if (m_handler && m_context)
            m_handler(std::move(*m_answer));
        deleteLater();
    }

    QPointer<QObject> m_context;
    Handler m_handler;
    std::optional<Result<T>> m_answer;
    bool m_delivered = false;
};
