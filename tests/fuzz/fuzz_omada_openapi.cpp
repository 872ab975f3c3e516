// Omada's Open API.
#include "fuzz/replies.h"
#include "wire/omada_openapi/failures.h"
#include "wire/omada_openapi/replies.h"

namespace {

using namespace wire::omada_openapi;

/// What records and rows tell is put together before anybody sees it.
void readRecords(const HttpReply &reply)
{
    const auto page = readAuthedRecords(reply, 1);
    check(page);
    if (!page)
        return;
    const auto now = QDateTime::fromSecsSinceEpoch(1'772'000'000, Qt::UTC);
    for (const Authorization &live : liveAuthorizations(page->rows, now))
        std::ignore = merged(live, live);
}

constexpr ReplyReader readers[] = {
    [](const HttpReply &reply) { std::ignore = readApiInfo(reply); },
    [](const HttpReply &reply) { std::ignore = readToken(reply); },
    [](const HttpReply &reply) { check(readSites(reply, 1)); },
    [](const HttpReply &reply) { check(readClients(reply, 3)); },
    [](const HttpReply &reply) { std::ignore = readClient(reply); },
    readRecords,
    [](const HttpReply &reply) { std::ignore = readDone(reply); },
    [](const HttpReply &reply) { std::ignore = readUnauthorized(reply); },
    [](const HttpReply &reply) { std::ignore = readEnded(reply); },
    [](const HttpReply &reply) { std::ignore = refusesThisVersion(reply); },
    [](const HttpReply &reply) { std::ignore = saysNoSuchClient(reply); },
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return readAs(readers, bytes, size);
}
