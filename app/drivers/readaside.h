#pragma once

#include "core/http.h"

#include <QThreadPool>

#include <memory>

/// Runs work on a thread of the pool and settles job with what it returns, on the job's own thread.
/// Whoever goes first may: of a job that is gone or has settled meanwhile the value is dropped.
/// work must not touch anything that others do.
template <typename T, typename Work>
void settleAside(Job<T> *job, Work work)
{
    // The messenger lives on the job's thread from here on, and dies there with the message.
    auto messenger = std::make_shared<QObject>();
    QThreadPool::globalInstance()->start(
        [messenger = std::move(messenger), job = QPointer(job), work = std::move(work)]() mutable {
            QObject *const receiver = messenger.get();
            QMetaObject::invokeMethod(
                receiver,
                [messenger = std::move(messenger), job = std::move(job),
                    value = Result<T>(work())]() mutable {
                    if (job)
                        job->settle(std::move(value));
                },
                Qt::QueuedConnection);
        });
}

/// The same of work on so many rows: what is soon done is done at once.
template <typename T, typename Work>
void settleWithWork(Job<T> *job, qsizetype rows, Work work)
{
    constexpr qsizetype mostDoneAtOnce = 500; // some 0.1 ms
    if (rows <= mostDoneAtOnce)
        return job->settle(work());
    settleAside(job, std::move(work));
}

/// Settles job with what read makes of a reply: a short one at once, a long one on another thread,
/// for the window must not wait for it. read must be pure.
template <typename T, typename Read>
void settleWithReading(Job<T> *job, const HttpReply &reply, Read read)
{
    constexpr qsizetype longestReadAtOnce = 32 * 1024; // some 0.1 ms
    if (reply.body.size() <= longestReadAtOnce)
        return job->settle(read(reply));
    settleAside<T>(job, [reply, read = std::move(read)] { return read(reply); });
}

/// A new job that settles with what read makes of the reply that another job brings; cancelling it
/// cancels the other one.
template <typename T, typename Read>
[[nodiscard]] Job<T> *readingOf(Job<HttpReply> *from, Read read, QObject *parent)
{
    auto *job = new Job<T>(parent);
    from->then(job, [job, read = std::move(read)](const Result<HttpReply> &answer) {
        if (!answer)
            return job->settle(fail(answer.error()));
        settleWithReading(job, *answer, read);
    });
    QObject::connect(job, &JobBase::cancelled, from, &JobBase::cancel);
    return job;
}
