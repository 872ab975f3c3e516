#include "wire/omada_hotspot/failures.h"

#include "wire/jsonreading.h"
#include "wire/omadaenvelope.h"

using namespace std::chrono_literals;

namespace wire::omada_hotspot {

namespace {

using Kind = Failure::Kind;

Kind kindOfCode(qint64 code)
{
    switch (code) {
    case -1400: // session codes of some builds
    case -1401:
        return Kind::SessionExpired;
    case -41501: // the portal's catch-all
        return Kind::NotWaiting;
    default:
        return kindOfOmadaCode(code);
    }
}

Kind kindOfSignInCode(qint64 code)
{
    constexpr qint64 firstSignInCode = -30100; // -30100 to -30199 are about names and passwords
    constexpr qint64 lastSignInCode = -30199;
    switch (code) {
    case -30110: // no site permission
        return Kind::NotPermitted;
    case -30119: // locked
    case -30126: // wrong password, locked from now on
        return Kind::LockedOut;
    default:
        // One that is not known reads as refused: trying a password again may lock the account.
        return code <= firstSignInCode && code >= lastSignInCode ? Kind::SignInRefused
                                                                 : kindOfOmadaCode(code);
    }
}

bool isSignInPage(const HttpReply &reply)
{
    const bool redirects = reply.status >= 300 && reply.status < 400;
    return redirects || (reply.status < 300 && reply.body.trimmed().startsWith('<'));
}

} // namespace

std::optional<Failure> failureOf(const HttpReply &reply)
{
    JsonReading reading(reply.body);
    return failureIn(reading.root(), reply);
}

std::optional<Failure> failureIn(const JsonCursor &root, const HttpReply &reply)
{
    std::optional<Failure> failure = omadaFailureIn(root, reply, kindOfCode);
    if (failure && failure->kind == Kind::UnreadableReply && isSignInPage(reply))
        failure->kind = Kind::SessionExpired;
    return failure;
}

std::optional<Failure> signInFailureOf(const HttpReply &reply)
{
    std::optional<Failure> failure = omadaFailureOf(reply, kindOfSignInCode);
    if (failure && failure->kind == Kind::LockedOut)
        failure->retryAfter = 2h; // the text may name less; nobody documents its form
    return failure;
}

} // namespace wire::omada_hotspot
