// UniFi's classic API.
#include "fuzz/replies.h"
#include "wire/unifi_classic/failures.h"
#include "wire/unifi_classic/presence.h"
#include "wire/unifi_classic/replies.h"

namespace {

using namespace wire::unifi_classic;

constexpr ReplyReader readers[] = {
    [](const HttpReply &reply) { std::ignore = readStyle(reply); },
    [](const HttpReply &reply) { std::ignore = readSignIn(reply); },
    [](const HttpReply &reply) { std::ignore = csrfTokenIn(reply); },
    [](const HttpReply &reply) { std::ignore = readSites(reply); },
    [](const HttpReply &reply) { std::ignore = readSystem(reply); },
    [](const HttpReply &reply) { std::ignore = readConnected(reply, {}, {}); },
    [](const HttpReply &reply) { std::ignore = readGuests(reply); },
    [](const HttpReply &reply) { std::ignore = readDeviceNames(reply); },
    [](const HttpReply &reply) { std::ignore = readDefaultMinutes(reply); },
    [](const HttpReply &reply) { std::ignore = readAuthorized(reply); },
    [](const HttpReply &reply) { std::ignore = readDone(reply); },
    [](const HttpReply &reply) { std::ignore = mayRefuseToken(reply); },
    [](const HttpReply &reply) { std::ignore = readFrontPage(reply); },
    [](const HttpReply &reply) { std::ignore = readStatus(reply); },
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return readAs(readers, bytes, size);
}
