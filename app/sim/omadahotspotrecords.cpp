// The operator's records: who was let in, how long, and ending it.

#include "sim/omadahotspot.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int largestPage = 1000;
constexpr int standardPage = 10;

bool isKnownInQuery(const QString &name)
{
    // page and pageSize are the Open API's words. They are taken and mean nothing here.
    static const QStringList known{u"currentPage"_s, u"currentPageSize"_s, u"page"_s, u"pageSize"_s,
        u"searchKey"_s, u"sorts.start"_s, u"sorts.end"_s, u"filters.timeStart"_s,
        u"filters.timeEnd"_s, u"token"_s, u"_"_s};
    return known.contains(name);
}

std::optional<int> pageNumber(const SimRequest &request, const QString &name, int standard)
{
    if (!request.query.hasQueryItem(name))
        return standard;
    bool isNumber = false;
    const int number = request.queryValue(name).toInt(&isNumber);
    return isNumber && number >= 1 ? std::optional(number) : std::nullopt;
}

} // namespace

SimReply OmadaHotspot::listRecords(const SimRequest &request, int site)
{
    for (const auto &item : request.query.queryItems())
        if (!isKnownInQuery(item.first))
            return m_envelope.badParameters(u"unknown in the query: "_s + item.first);
    const auto page = pageNumber(request, u"currentPage"_s, 1);
    const auto size = pageNumber(request, u"currentPageSize"_s, standardPage);
    const QString order = request.queryValue(u"sorts.end"_s);
    if (!page || !size || *size > largestPage
        || !QStringList{{}, u"asc"_s, u"desc"_s}.contains(order))
        return m_envelope.badParameters(u"the page or its order"_s);

    std::vector<int> rows = m_rows.records(site, request.queryValue(u"searchKey"_s));
    const qint64 from = request.queryValue(u"filters.timeStart"_s).toLongLong();
    const qint64 to = request.queryValue(u"filters.timeEnd"_s).toLongLong();
    std::erase_if(rows, [&](int row) {
        const qint64 since = m_world.venue.grants()[size_t(row)].since;
        return since < from || (to > 0 && since > to);
    });
    if (!order.isEmpty())
        std::ranges::stable_sort(rows, {}, [&](int row) {
            return order == "asc"_L1 ? m_rows.endOfRecord(row) : -m_rows.endOfRecord(row);
        });
    if (*page > 1 && !rows.empty() && m_world.faults.strikes(Fault::TornPages))
        rows.erase(rows.begin());

    QJsonArray data;
    const size_t first = size_t(*page - 1) * size_t(*size);
    for (size_t i = first; i < std::min(rows.size(), first + size_t(*size)); ++i) {
        QJsonObject row = m_rows.record(rows[i], m_world.now());
        row.insert(u"permanent"_s, false);
        data += row;
    }
    SimReply reply = m_envelope.done(QJsonObject{{u"totalRows"_s, qint64(rows.size())},
        {u"currentPage"_s, *page}, {u"currentSize"_s, *size}, {u"data"_s, data}});
    reply.did = u"%1 of %2 records"_s.arg(data.size()).arg(rows.size());
    return reply;
}

SimReply OmadaHotspot::extendRecord(const SimRequest &request, int grant)
{
    constexpr qint64 least = 60'001; // "more than one minute"
    constexpr qint64 most = 86'400'000'000'000;
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const auto period = wholeNumber(body.value(u"period"_s), least, most);
    if (body.size() != 1 || !period)
        return m_envelope.badParameters(u"period"_s);
    SimReply reply = m_envelope.done();
    reply.did = u"said it extended, and did not"_s;
    if (m_world.faults.has(Fault::IgnoreAuthorize))
        return reply;
    const qint64 added = m_world.faults.has(Fault::WrongLimits) ? *period / 2 : *period;
    m_world.venue.extend(grant, added);
    reply.did = u"extended record %1 of %2 by %3 ms"_s.arg(
        m_rows.recordId(grant), m_rows.holder(grant), QString::number(added));
    reply.acted = true;
    return reply;
}

SimReply OmadaHotspot::endRecord(const SimRequest &request, int grant)
{
    if (!hasNoContent(request))
        return m_envelope.badParameters(u"takes no body"_s);
    if (m_world.faults.strikes(Fault::CancelBusy))
        return m_envelope.answered(-41019, u"This client is already being disconnected."_s);
    SimReply reply = m_envelope.done();
    reply.did = u"said it ended a record, and did not"_s;
    if (m_world.faults.has(Fault::IgnoreCancel))
        return reply;
    m_world.venue.endGrant(grant, m_world.now() + m_world.confirmDelayMs());
    reply.did = u"ended record %1 of %2"_s.arg(m_rows.recordId(grant), m_rows.holder(grant));
    reply.acted = true;
    return reply;
}
