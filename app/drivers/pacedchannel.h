#pragma once

#include "core/http.h"

#include <QTimer>

#include <deque>

/// How many requests a controller takes: some at once, and then one more each time.
struct RequestBudget
{
    int atOnce = 1;
    std::chrono::milliseconds each{0};
};

/// Lets requests through another channel no faster than the controller allows, in the order in
/// which they came. What changes the controller goes at once, and is counted.
class PacedChannel final : public HttpChannel
{
public:
    /// channel goes with it.
    PacedChannel(HttpChannel *channel, const RequestBudget &budget, QObject *parent = nullptr);

    [[nodiscard]] Job<HttpReply> *send(const HttpRequest &request) override;
    [[nodiscard]] QUrl baseUrl() const override { return m_channel->baseUrl(); }
    [[nodiscard]] std::chrono::milliseconds clockOffset() const override
    {
        return m_channel->clockOffset();
    }
    [[nodiscard]] int requestsAtOnce() const override { return m_channel->requestsAtOnce(); }
    void warmUp(int connections) override { m_channel->warmUp(connections); }
    [[nodiscard]] MessageSocket *openSocket(const QString &path, QObject *parent) override
    {
        return m_channel->openSocket(path, parent);
    }
    void forgetCookies() override { m_channel->forgetCookies(); }

private:
    struct Waiting
    {
        HttpRequest request;
        QPointer<Job<HttpReply>> job; ///< null or settled: nobody waits any more
    };

    void pass();
    void count();

    HttpChannel *m_channel;
    RequestBudget m_budget;
    std::deque<Waiting> m_waiting;
    QTimer m_next;
    std::chrono::steady_clock::time_point m_paidUntil; ///< later than now: by what was spent
};
