#include "drivers/omadarecords.h"

#include "drivers/readaside.h"

namespace openapi = wire::omada_openapi;

namespace {

using Live = QHash<MacAddress, Authorization>;
using RecordPage = wire::Page<wire::AuthedRecord>;

bool mayNotLook(Failure::Kind kind)
{
    return kind == Failure::Kind::NotPermitted || kind == Failure::Kind::NotSupported
        || kind == Failure::Kind::Refused;
}

/// Page after page, until the last or the budget's end. Child of the job it settles.
class RecordsReading final : public QObject
{
public:
    RecordsReading(
        OmadaSession &session, QString siteId, std::optional<MacAddress> mac, Job<Live> *job)
        : QObject(job)
        , m_session(session)
        , m_siteId(std::move(siteId))
        , m_mac(mac)
        , m_job(job)
    {
    }

    void request()
    {
        ++m_page;
        Job<HttpReply> *sent = m_session.exchange(
            [this](const OmadaSession::Requests &requests) {
                return requests.authedRecords(m_siteId, m_page, m_mac);
            },
            this);
        const auto read = [page = m_page](const HttpReply &reply) {
            return openapi::readAuthedRecords(reply, page);
        };
        Job<RecordPage> *reading = readingOf<RecordPage>(sent, read, this);
        reading->then(this, [this](const Result<RecordPage> &page) { arrived(page); });
        connect(m_job, &JobBase::cancelled, reading, &JobBase::cancel);
    }

private:
    void arrived(const Result<RecordPage> &page)
    {
        if (m_job->isSettled())
            return;
        if (!page && !mayNotLook(page.error().kind))
            return m_job->settle(fail(page.error()));
        constexpr int mostPages = 3;
        if (page)
            m_records.append(page->rows);
        if (page && page->count > 0 && page->offset + page->count < page->total
            && m_page < mostPages)
            return request();
        const QDateTime now
            = QDateTime::currentDateTimeUtc().addMSecs(m_session.channel().clockOffset().count());
        m_job->settle(openapi::liveAuthorizations(m_records, now));
    }

    OmadaSession &m_session;
    QString m_siteId;
    std::optional<MacAddress> m_mac;
    Job<Live> *m_job;
    QList<wire::AuthedRecord> m_records;
    int m_page = 0;
};

} // namespace

Job<Live> *readLiveAuthorizations(
    OmadaSession &session, const QString &siteId, std::optional<MacAddress> mac, QObject *parent)
{
    auto *job = new Job<Live>(parent);
    (new RecordsReading(session, siteId, mac, job))->request();
    return job;
}
