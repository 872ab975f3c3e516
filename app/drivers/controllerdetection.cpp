#include "drivers/controllerdetection.h"

#include "drivers/portprobe.h"
#include "drivers/typedaddress.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

/// The most telling failure comes first: what answered wrongly says more than what did not answer.
int rankOf(Failure::Kind kind)
{
    constexpr std::array order{Failure::Kind::HostNotFound, Failure::Kind::Busy,
        Failure::Kind::NotAController, Failure::Kind::ChangedCertificate, Failure::Kind::NotTls};
    return int(std::ranges::find(order, kind) - order.begin());
}

/// All candidates at once; the first in their order that is a controller wins. Child of the job it
/// settles.
class Detection final : public QObject
{
public:
    explicit Detection(Job<DetectedController> *job)
        : QObject(job)
        , m_job(job)
    {
    }

    void begin(
        const QList<QUrl> &candidates, ChannelFactory &channels, CertificateReader &certificates)
    {
        m_answers.resize(size_t(candidates.size()));
        for (qsizetype i = 0; i < candidates.size(); ++i) {
            Job<DetectedController> *probe
                = PortProbe::probe(candidates.at(i), channels, certificates, this);
            probe->then(this, [this, i](const Result<DetectedController> &answer) {
                m_answers.at(size_t(i)).emplace(answer);
                judge();
            });
            connect(m_job, &JobBase::cancelled, probe, &JobBase::cancel);
        }
    }

private:
    void judge()
    {
        for (const std::optional<Result<DetectedController>> &answer : m_answers) {
            if (!answer)
                return; // one that is preferred is still on its way
            if (answer->has_value())
                return m_job->settle(*answer);
        }
        const auto worst = std::ranges::min_element(
            m_answers, {}, [](const auto &answer) { return rankOf(answer->error().kind); });
        m_job->settle(**worst);
    }

    Job<DetectedController> *m_job;
    std::vector<std::optional<Result<DetectedController>>> m_answers;
};

} // namespace

Job<DetectedController> *ControllerDetection::detect(const QString &address)
{
    const Result<QList<QUrl>> candidates = candidatesFor(address);
    if (!candidates)
        return Job<DetectedController>::settled(fail(candidates.error()));
    auto *job = new Job<DetectedController>;
    (new Detection(job))->begin(*candidates, m_channels, m_certificates);
    return job;
}
