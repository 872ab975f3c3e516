#include "wire/omada_hotspot/replies.h"

#include "wire/jsonreading.h"
#include "wire/omada_hotspot/failures.h"
#include "wire/omada_hotspot/requests.h"
#include "wire/omadaenvelope.h"

using namespace Qt::StringLiterals;

namespace wire::omada_hotspot {

Result<Secret> readToken(const HttpReply &reply)
{
    if (const std::optional<Failure> failure = signInFailureOf(reply))
        return fail(*failure);
    JsonReading reading(reply.body);
    return reading.result(
        Secret(reading.root().requiredObject("result"_L1).requiredText("token"_L1)));
}

Result<QList<Site>> readSites(const HttpReply &reply)
{
    JsonReading reading(reply.body);
    if (const std::optional<Failure> failure = failureIn(reading.root(), reply))
        return fail(*failure);
    QList<Site> sites;
    const JsonCursor result = reading.root().requiredObject("result"_L1);
    for (const JsonCursor &row : result.requiredRows("sites"_L1)) {
        const QString key = row.requiredText("key"_L1);
        sites.append({key, row.text("name"_L1), key});
    }
    return reading.result(std::move(sites));
}

Result<Page<AuthedRecord>> readRecords(const HttpReply &reply, int page)
{
    JsonReading reading(reply.body);
    if (const std::optional<Failure> failure = failureIn(reading.root(), reply))
        return fail(*failure);
    const JsonCursor result = reading.root().requiredObject("result"_L1);
    Page<AuthedRecord> read;
    read.offset = qint64(page - 1) * pageLimit;
    read.limit = pageLimit;
    read.total = result.requiredInteger("totalRows"_L1);
    const JsonRows rows = result.requiredRows("data"_L1);
    read.count = rows.size();
    for (const JsonCursor &row : rows)
        if (std::optional<AuthedRecord> record = authedRecordAt(row))
            read.rows.append(std::move(*record));
    return reading.result(std::move(read));
}

Result<Done> readDone(const HttpReply &reply)
{
    if (const std::optional<Failure> failure = failureOf(reply))
        return fail(*failure);
    return Done{};
}

Result<Done> readEnded(const HttpReply &reply)
{
    const std::optional<qint64> code = omadaErrorCode(reply);
    constexpr int badParameters = -1001; // the record's id is the only one there is
    constexpr int alreadyBeingDisconnected = -41019;
    if (code == badParameters || code == alreadyBeingDisconnected)
        return Done{};
    return readDone(reply);
}

} // namespace wire::omada_hotspot
