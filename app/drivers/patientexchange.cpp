#include "drivers/patientexchange.h"

#include <QTimer>

#include <array>

namespace {

/// One request with its repetitions; a child of its job, and gone with it.
class PatientExchange final : public QObject
{
public:
    PatientExchange(HttpChannel &channel, HttpRequest request, Job<HttpReply> *job)
        : QObject(job)
        , m_channel(&channel)
        , m_request(std::move(request))
        , m_job(job)
    {
    }

    void send()
    {
        if (!m_channel)
            return m_job->settle(fail(Failure::Kind::Cancelled, QStringLiteral("no channel")));
        Job<HttpReply> *sent = m_channel->send(m_request);
        sent->then(this, [this](const Result<HttpReply> &answer) { judge(answer); });
        connect(m_job, &JobBase::cancelled, sent, &JobBase::cancel);
    }

private:
    void judge(const Result<HttpReply> &answer)
    {
        constexpr int badGateway = 502;
        const bool again = answer && answer->status == badGateway
            && m_request.verb == HttpRequest::Verb::Get && m_attempt < pauses.size();
        if (!again || m_job->isSettled())
            return m_job->settle(answer);
        QTimer::singleShot(pauses.at(m_attempt++), this, &PatientExchange::send);
    }

    static constexpr std::array pauses{
        std::chrono::milliseconds(500), std::chrono::milliseconds(1000)};

    QPointer<HttpChannel> m_channel;
    HttpRequest m_request;
    Job<HttpReply> *m_job;
    size_t m_attempt = 0;
};

} // namespace

Job<HttpReply> *sendPatiently(HttpChannel &channel, const HttpRequest &request, QObject *parent)
{
    auto *job = new Job<HttpReply>(parent);
    (new PatientExchange(channel, request, job))->send();
    return job;
}
