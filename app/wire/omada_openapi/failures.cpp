#include "wire/omada_openapi/failures.h"

#include "wire/omadaenvelope.h"

namespace wire::omada_openapi {

namespace {

using Kind = Failure::Kind;

/// Sources in SOURCES.md. Codes that are not here are refusals in the controller's own words.
Kind kindOfCode(qint64 code)
{
    switch (code) {
    case -44112: // access token expired
    case -44113: // access token invalid
        return Kind::SessionExpired;
    case -44119: // only on Omada Pro
        return Kind::NotSupported;
    case -41002: // no such client, block
    case -41004: // no such client, unblock
    case -41006: // no such client, unauth
    case -41010: // no such client, auth
    case -41011: // no such client, elsewhere
        return Kind::NotFound;
    case -44106: // client id or secret
    case -44116: // authorization failed
        return Kind::SignInRefused;
    default:
        return kindOfOmadaCode(code);
    }
}

} // namespace

std::optional<Failure> failureOf(const HttpReply &reply)
{
    return omadaFailureOf(reply, kindOfCode);
}

std::optional<Failure> failureIn(const JsonCursor &root, const HttpReply &reply)
{
    return omadaFailureIn(root, reply, kindOfCode);
}

bool saysNoSuchClient(const HttpReply &reply)
{
    constexpr int noSuchClient = -41006;
    return omadaErrorCode(reply) == noSuchClient;
}

bool refusesThisVersion(const HttpReply &reply)
{
    constexpr int generalError = -1;
    constexpr int unsupportedPath = -1600;
    constexpr qsizetype longestRefusal = 16 * 1024; // longer is a list
    if (reply.body.size() > longestRefusal)
        return false;
    const std::optional<qint64> code = omadaErrorCode(reply);
    return reply.status == 200 && (code == generalError || code == unsupportedPath);
}

} // namespace wire::omada_openapi
