// The hotspot operator of Omada 4 and 5, and what any Omada tells a stranger.
#include "fuzz/replies.h"
#include "wire/omada_hotspot/failures.h"
#include "wire/omada_hotspot/replies.h"
#include "wire/omadainfo.h"

namespace {

using namespace wire;

constexpr ReplyReader readers[] = {
    [](const HttpReply &reply) { std::ignore = readOmadaInfo(reply); },
    [](const HttpReply &reply) { std::ignore = omada_hotspot::readToken(reply); },
    [](const HttpReply &reply) { std::ignore = omada_hotspot::readSites(reply); },
    [](const HttpReply &reply) { check(omada_hotspot::readRecords(reply, 2)); },
    [](const HttpReply &reply) { std::ignore = omada_hotspot::readDone(reply); },
    [](const HttpReply &reply) { std::ignore = omada_hotspot::readEnded(reply); },
    [](const HttpReply &reply) { std::ignore = omada_hotspot::signInFailureOf(reply); },
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return readAs(readers, bytes, size);
}
