#include "wire/omadaenvelope.h"

#include "wire/foreigntext.h"
#include "wire/jsonreading.h"

using namespace Qt::StringLiterals;

namespace wire {

namespace {

using Kind = Failure::Kind;

constexpr int tooManyRequests = 429;

Kind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return Kind::SessionExpired;
    case 403:
        return Kind::NotPermitted;
    case 404:
        return Kind::NotFound;
    case tooManyRequests:
        return Kind::RateLimited;
    case 502:
    case 503:
    case 504:
        return Kind::Busy;
    default:
        return Kind::UnreadableReply;
    }
}

Failure withoutEnvelope(const HttpReply &reply)
{
    Failure failure;
    failure.kind = kindOfStatus(reply.status);
    failure.detail = u"HTTP %1 without an error code"_s.arg(reply.status);
    failure.retryAfter = reply.retryAfter();
    return failure;
}

} // namespace

std::optional<qint64> omadaErrorCode(const HttpReply &reply)
{
    JsonReading reading(reply.body);
    return reading.root().integer("errorCode"_L1);
}

Kind kindOfOmadaCode(qint64 code)
{
    switch (code) {
    case -1005: // operation forbidden for this role
    case -1505: // no permission for this site
        return Kind::NotPermitted;
    case -1200: // signed out, restored or rebooted
        return Kind::SessionExpired;
    case -1600: // no such path in this version
        return Kind::NotSupported;
    case -7131: // no such controller id
    case -33000: // no such site
        return Kind::NotFound;
    case -33004: // site is being copied or restored
    case -41017: // gateway absent
    case -41018: // network down, try again
    case -41019: // already being disconnected
        return Kind::Busy;
    default:
        return Kind::Refused;
    }
}

std::optional<Failure> omadaFailureOf(const HttpReply &reply, Kind (*kindOf)(qint64 code))
{
    JsonReading reading(reply.body);
    return omadaFailureIn(reading.root(), reply, kindOf);
}

std::optional<Failure> omadaFailureIn(
    const JsonCursor &root, const HttpReply &reply, Kind (*kindOf)(qint64 code))
{
    const std::optional<qint64> code = root.integer("errorCode"_L1);
    if (!code)
        return withoutEnvelope(reply);
    if (*code == 0 && reply.status < 300)
        return std::nullopt;
    Failure failure;
    failure.kind = reply.status == tooManyRequests ? Kind::RateLimited
        : *code == 0                               ? kindOfStatus(reply.status)
                                                   : kindOf(*code);
    failure.detail = u"HTTP %1, error code %2"_s.arg(reply.status).arg(*code);
    failure.said = foreignText(root.text("msg"_L1));
    failure.retryAfter = reply.retryAfter();
    return failure;
}

} // namespace wire
