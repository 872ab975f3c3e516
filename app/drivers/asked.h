#pragma once

#include "core/http.h"

#include <utility>

/// Settles job with what another job answers, changed by read; cancelling job cancels the other
/// one.
template <typename T, typename From, typename Read>
void settleWith(Job<T> *job, Job<From> *from, Read read)
{
    from->then(job, [job, read](Result<From> &&answer) {
        job->settle(answer ? read(std::move(*answer)) : Result<T>(fail(answer.error())));
    });
    QObject::connect(job, &JobBase::cancelled, from, &JobBase::cancel);
}

/// A new job that settles with what read makes of the other job's value.
template <typename T, typename From, typename Read>
[[nodiscard]] Job<T> *askedOf(Job<From> *from, Read read, QObject *parent)
{
    auto *job = new Job<T>(parent);
    settleWith(job, from, std::move(read));
    return job;
}

/// A failure from before an action was sent, said so that nobody takes it for one that may have
/// taken effect.
[[nodiscard]] inline Failure beforeSending(Failure failure)
{
    if (failure.mayHaveTakenEffect())
        failure.kind = Failure::Kind::Unreachable;
    return failure;
}
