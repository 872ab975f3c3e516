// EAP Controller and Omada up to 3.x.
#include "fuzz/replies.h"
#include "wire/eap2/presence.h"
#include "wire/portal_form/replies.h"

namespace {

using namespace wire;

constexpr ReplyReader readers[] = {
    [](const HttpReply &reply) { std::ignore = portal_form::readLogin(reply); },
    [](const HttpReply &reply) { std::ignore = portal_form::readAuthorized(reply); },
    [](const HttpReply &reply) { std::ignore = eap2::readFrontPage(reply); },
    [](const HttpReply &reply) { std::ignore = eap2::readSignInPage(reply); },
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return readAs(readers, bytes, size);
}
