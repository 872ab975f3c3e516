#include "wire/omada_openapi/failures.h"

#include "wire/foreigntext.h"
#include "wire/jsonreading.h"

using namespace Qt::StringLiterals;

namespace wire::omada_openapi {

namespace {

using Kind = Failure::Kind;

constexpr int generalError = -1;
constexpr int unsupportedPath = -1600;

/// Sources in SOURCES.md. Codes that are not here are refusals in the controller's own words.
Kind kindOfCode(qint64 code)
{
    switch (code) {
    case -1005: // operation forbidden for this role
    case -1505: // no permission for this site
        return Kind::NotPermitted;
    case -1200: // signed out, restored or rebooted
    case -44112: // access token expired
    case -44113: // access token invalid
        return Kind::SessionExpired;
    case unsupportedPath:
    case -44119: // only on Omada Pro
        return Kind::NotSupported;
    case -7131: // no such controller id
    case -33000: // no such site
    case -41006: // no such client, unauth
    case -41010: // no such client, auth
    case -41011: // no such client, elsewhere
        return Kind::NotFound;
    case -33004: // site is being copied or restored
    case -41017: // gateway absent
    case -41018: // network down, try again
    case -41019: // already being disconnected
        return Kind::Busy;
    case -44106: // client id or secret
    case -44116: // authorization failed
        return Kind::SignInRefused;
    default:
        return Kind::Refused;
    }
}

Kind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return Kind::SessionExpired;
    case 403:
        return Kind::NotPermitted;
    case 404:
        return Kind::NotFound;
    case 429:
        return Kind::RateLimited;
    case 502:
    case 503:
    case 504:
        return Kind::Busy;
    default:
        return Kind::UnreadableReply;
    }
}

/// The envelope's code, as a number or as text; nothing where there is no envelope.
std::optional<qint64> codeOf(const HttpReply &reply)
{
    JsonReading reading(reply.body);
    return reading.root().integer("errorCode"_L1);
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

std::optional<Failure> failureOf(const HttpReply &reply)
{
    JsonReading reading(reply.body);
    const std::optional<qint64> code = reading.root().integer("errorCode"_L1);
    if (!code)
        return withoutEnvelope(reply);
    if (*code == 0 && reply.status < 300)
        return std::nullopt;
    Failure failure;
    constexpr int tooManyRequests = 429;
    failure.kind = reply.status == tooManyRequests ? Kind::RateLimited
        : *code == 0                               ? kindOfStatus(reply.status)
                                                   : kindOfCode(*code);
    failure.detail = u"HTTP %1, error code %2"_s.arg(reply.status).arg(*code);
    failure.said = foreignText(reading.root().text("msg"_L1));
    failure.retryAfter = reply.retryAfter();
    return failure;
}

bool refusesThisVersion(const HttpReply &reply)
{
    const std::optional<qint64> code = codeOf(reply);
    return reply.status == 200 && (code == generalError || code == unsupportedPath);
}

} // namespace wire::omada_openapi
