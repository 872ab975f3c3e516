#include "drivers/pacedchannel.h"

#include <algorithm>

using namespace std::chrono;

PacedChannel::PacedChannel(HttpChannel *channel, const RequestBudget &budget, QObject *parent)
    : HttpChannel(parent)
    , m_channel(channel)
    , m_budget(budget)
{
    m_channel->setParent(this);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &PacedChannel::pass);
}

Job<HttpReply> *PacedChannel::send(const HttpRequest &request)
{
    if (request.isAction) {
        count();
        return m_channel->send(request);
    }
    auto *job = new Job<HttpReply>(this);
    m_waiting.push_back({request, job});
    pass();
    return job;
}

void PacedChannel::count()
{
    m_paidUntil = std::max(m_paidUntil, steady_clock::now()) + m_budget.each;
}

/// Each request costs a while; so many whiles may be owed.
void PacedChannel::pass()
{
    while (!m_waiting.empty()) {
        const auto owed = m_paidUntil + m_budget.each - steady_clock::now();
        const auto tooMuch = owed - m_budget.atOnce * m_budget.each;
        if (tooMuch > 0ns)
            return m_next.start(ceil<milliseconds>(tooMuch));
        const Waiting first = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!first.job || first.job->isSettled())
            continue;
        count();
        Job<HttpReply> *sent = m_channel->send(first.request);
        connect(first.job, &JobBase::cancelled, sent, &JobBase::cancel);
        sent->then(first.job, [job = first.job](const Result<HttpReply> &answer) {
            if (job)
                job->settle(answer);
        });
    }
}
