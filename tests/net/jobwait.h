#pragma once

#include "core/job.h"

#include <QTest>

/// Spins the event loop until the job has settled and gives its answer; for tests only.
template <typename T>
[[nodiscard]] Result<T> answerOf(Job<T> *job, int timeoutMs = 20'000)
{
    QObject context;
    std::optional<Result<T>> answer;
    job->then(&context, [&answer](const Result<T> &settled) { answer.emplace(settled); });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, timeoutMs))
        return fail(Failure::Kind::Cancelled, QStringLiteral("the test waited too long"));
    return *answer;
}
