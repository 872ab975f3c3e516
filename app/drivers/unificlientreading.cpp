#include "drivers/unificlientreading.h"

#include "wire/unifi_integration/filters.h"

using namespace Qt::StringLiterals;
namespace unifi = wire::unifi_integration;

Job<WifiClient> *UnifiClientReading::read(UnifiConnection &connection, const QString &siteId,
    MacAddress mac, const QString &knownId, QObject *parent)
{
    auto *job = new Job<WifiClient>(parent);
    auto *reading = new UnifiClientReading(connection, siteId, mac, Wanted::Detail, job);
    if (knownId.isEmpty())
        reading->filterByMac();
    else
        reading->readDetail(knownId, true);
    return job;
}

Job<WifiClient> *UnifiClientReading::find(
    UnifiConnection &connection, const QString &siteId, MacAddress mac, QObject *parent)
{
    auto *job = new Job<WifiClient>(parent);
    (new UnifiClientReading(connection, siteId, mac, Wanted::Row, job))->filterByMac();
    return job;
}

UnifiClientReading::UnifiClientReading(UnifiConnection &connection, QString siteId, MacAddress mac,
    Wanted wanted, Job<WifiClient> *job)
    : QObject(job)
    , m_connection(connection)
    , m_siteId(std::move(siteId))
    , m_mac(mac)
    , m_wanted(wanted)
    , m_job(job)
{
}

void UnifiClientReading::readDetail(const QString &id, bool mayBeStale)
{
    Job<WifiClient> *detail
        = m_connection.ask(m_connection.requests().client(m_siteId, id), unifi::readClient, this);
    detail->then(this, [this, mayBeStale](const Result<WifiClient> &answer) {
        const bool gone = !answer && answer.error().kind == Failure::Kind::NotFound;
        const bool another = answer && answer->key.mac != m_mac;
        if (mayBeStale && (gone || another))
            return filterByMac();
        if (another)
            return settleNotFound();
        m_job->settle(answer);
    });
    connect(m_job, &JobBase::cancelled, detail, &JobBase::cancel);
}

Job<wire::Page<WifiClient>> *UnifiClientReading::filtered(MacAddress mac)
{
    Job<wire::Page<WifiClient>> *page = m_connection.ask(
        m_connection.requests().clients(m_siteId, 0, unifi::device(mac)), unifi::readClients, this);
    connect(m_job, &JobBase::cancelled, page, &JobBase::cancel);
    return page;
}

void UnifiClientReading::filterByMac()
{
    if (m_connection.macFilter == UnifiConnection::MacFilter::FindsNothing)
        return scan();
    filtered(m_mac)->then(this, [this](const Result<wire::Page<WifiClient>> &answer) {
        if (!answer)
            return m_job->settle(fail(answer.error()));
        if (const std::optional<WifiClient> row = answer->rows.find(m_mac)) {
            m_connection.macFilter = UnifiConnection::MacFilter::Finds;
            return found(*row);
        }
        if (m_connection.macFilter == UnifiConnection::MacFilter::Finds)
            return settleNotFound();
        scan();
    });
}

void UnifiClientReading::scan()
{
    Job<WholeList<WifiClient>> *list = m_connection.listClients(m_siteId, {}, this);
    list->then(this, [this](const Result<WholeList<WifiClient>> &answer) {
        if (!answer)
            return m_job->settle(fail(answer.error()));
        if (const std::optional<WifiClient> row = answer->rows.find(m_mac)) {
            m_connection.macFilter = UnifiConnection::MacFilter::FindsNothing;
            return found(*row);
        }
        const bool untried = m_connection.macFilter == UnifiConnection::MacFilter::Untried;
        if (untried && !answer->rows.isEmpty())
            return tryFilter(answer->rows.first().key.mac);
        settleNotFound();
    });
    connect(m_job, &JobBase::cancelled, list, &JobBase::cancel);
}

/// Whether the filter finds a device that is there: after that nobody has to read a whole list to
/// know that one is gone.
void UnifiClientReading::tryFilter(MacAddress present)
{
    filtered(present)->then(this, [this, present](const Result<wire::Page<WifiClient>> &answer) {
        if (answer)
            m_connection.macFilter = answer->rows.find(present)
                ? UnifiConnection::MacFilter::Finds
                : UnifiConnection::MacFilter::FindsNothing;
        settleNotFound();
    });
}

void UnifiClientReading::found(const WifiClient &row)
{
    if (m_wanted == Wanted::Row)
        m_job->settle(row);
    else
        readDetail(row.vendorId, false);
}

void UnifiClientReading::settleNotFound()
{
    m_job->settle(fail(Failure::Kind::NotFound, u"the controller does not list this client"_s));
}
