#include "wire/omadainfo.h"

#include "wire/jsonreading.h"
#include "wire/omadaenvelope.h"

using namespace Qt::StringLiterals;

namespace wire {

HttpRequest omadaInfoRequest()
{
    HttpRequest request;
    request.path = u"/api/info"_s;
    request.headers = {{"Accept", "application/json"}};
    return request;
}

Result<OmadaInfo> readOmadaInfo(const HttpReply &reply)
{
    if (const std::optional<Failure> failure = omadaFailureOf(reply, kindOfOmadaCode))
        return fail(*failure);
    JsonReading reading(reply.body);
    const JsonCursor result = reading.root().requiredObject("result"_L1);
    return reading.result(OmadaInfo{result.text("omadacId"_L1), result.text("controllerVer"_L1)});
}

} // namespace wire
