#include "drivers/omadahotspotrecords.h"

#include "drivers/readaside.h"
#include "wire/omada_hotspot/replies.h"

#include <QSet>

#include <algorithm>

namespace hotspot = wire::omada_hotspot;

namespace {

using RecordPage = wire::Page<wire::AuthedRecord>;

/// Page after page. Child of the job it settles.
class RecordsReading final : public QObject
{
public:
    RecordsReading(OmadaHotspotSession &session, QString siteKey, std::optional<MacAddress> mac,
        Job<HotspotRecords> *job)
        : QObject(job)
        , m_session(session)
        , m_siteKey(std::move(siteKey))
        , m_mac(mac)
        , m_job(job)
    {
    }

    void request()
    {
        ++m_page;
        Job<HttpReply> *sent = m_session.exchange(
            [this](const OmadaHotspotSession::Requests &requests) {
                return requests.records(m_siteKey, m_page, m_mac);
            },
            this);
        const auto read
            = [page = m_page](const HttpReply &reply) { return hotspot::readRecords(reply, page); };
        Job<RecordPage> *reading = readingOf<RecordPage>(sent, read, this);
        reading->then(this, [this](const Result<RecordPage> &page) { arrived(page); });
        connect(m_job, &JobBase::cancelled, reading, &JobBase::cancel);
    }

private:
    void arrived(const Result<RecordPage> &page)
    {
        if (m_job->isSettled())
            return;
        if (!page)
            return m_job->settle(fail(page.error()));
        if (m_page > 1 && page->total != m_total)
            m_history.complete = false;
        m_total = page->total;
        take(page->rows);
        const QDateTime now = controllerNow(m_session);
        const bool anyLive = std::ranges::any_of(
            page->rows, [now](const auto &record) { return wire::isLive(record, now); });
        constexpr int mostPages = 1000; // more live authorizations than a site can have
        if (anyLive && page->offset + page->count < page->total && m_page < mostPages)
            return request();
        m_job->settle(std::move(m_history));
    }

    void take(const QList<wire::AuthedRecord> &rows)
    {
        for (const wire::AuthedRecord &record : rows) {
            if (m_seen.contains(record.authorization.recordId)) {
                m_history.complete = false;
                continue;
            }
            m_seen.insert(record.authorization.recordId);
            m_history.records.append(record);
        }
    }

    OmadaHotspotSession &m_session;
    QString m_siteKey;
    std::optional<MacAddress> m_mac;
    Job<HotspotRecords> *m_job;
    HotspotRecords m_history;
    QSet<QString> m_seen;
    qint64 m_total = 0;
    int m_page = 0;
};

} // namespace

Job<HotspotRecords> *readHotspotRecords(OmadaHotspotSession &session, const QString &siteKey,
    std::optional<MacAddress> mac, QObject *parent)
{
    auto *job = new Job<HotspotRecords>(parent);
    (new RecordsReading(session, siteKey, mac, job))->request();
    return job;
}

QList<wire::AuthedRecord> liveRecordsOf(
    const HotspotRecords &history, MacAddress mac, const QDateTime &now)
{
    QList<wire::AuthedRecord> live;
    for (const wire::AuthedRecord &record : history.records)
        if (record.mac == mac && wire::isLive(record, now))
            live.append(record);
    return live;
}

QDateTime controllerNow(const OmadaHotspotSession &session)
{
    return QDateTime::currentDateTimeUtc().addMSecs(session.channel().clockOffset().count());
}
