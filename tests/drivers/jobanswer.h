#pragma once

#include "core/job.h"

#include <QTest>

/// Spins the event loop until the job has settled and gives its answer; for tests only.
template <typename T>
[[nodiscard]] Result<T> answerOf(Job<T> *job, int timeoutMs = 30'000)
{
    QObject context;
    std::optional<Result<T>> answer;
    job->then(&context, [&answer](const Result<T> &settled) { answer.emplace(settled); });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, timeoutMs))
        return fail(Failure::Kind::Cancelled, QStringLiteral("the test waited too long"));
    return *answer;
}

/// The kind of a failed answer; nothing for a value.
template <typename T>
[[nodiscard]] std::optional<Failure::Kind> kindOf(const Result<T> &answer)
{
    return answer ? std::nullopt : std::optional(answer.error().kind);
}
