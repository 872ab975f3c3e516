// UniFi's integration API.
#include "fuzz/replies.h"
#include "wire/unifi_integration/replies.h"

namespace {

using namespace wire::unifi_integration;

constexpr ReplyReader readers[] = {
    [](const HttpReply &reply) { std::ignore = readProbe(reply); },
    [](const HttpReply &reply) { std::ignore = readInfo(reply); },
    [](const HttpReply &reply) { check(readSites(reply)); },
    [](const HttpReply &reply) { check(readDevices(reply)); },
    [](const HttpReply &reply) { check(readClients(reply)); },
    [](const HttpReply &reply) { std::ignore = readClient(reply); },
    [](const HttpReply &reply) { std::ignore = readAction(reply); },
    [](const HttpReply &reply) { std::ignore = reply.retryAfter(); },
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return readAs(readers, bytes, size);
}
