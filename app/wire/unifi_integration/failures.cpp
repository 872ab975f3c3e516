#include "wire/unifi_integration/failures.h"

#include "wire/foreigntext.h"
#include "wire/jsonreading.h"

#include <array>

using namespace Qt::StringLiterals;

namespace wire::unifi_integration {

namespace {

using Kind = Failure::Kind;

struct Meaning
{
    QLatin1StringView word;
    Kind kind;
};

/// Sources in SOURCES.md; what is not here is resolved by its status.
constexpr std::array codes{
    Meaning{"api.authentication.missing-credentials"_L1, Kind::SignInRefused},
    Meaning{"api.authentication.invalid-credentials"_L1, Kind::SignInRefused},
    Meaning{"api.authentication.failed-limit-reached"_L1, Kind::RateLimited},
    Meaning{"api.client.not-guest"_L1, Kind::NotGuest},
    Meaning{"api.client.not-found"_L1, Kind::NotFound},
    Meaning{"api.resource-not-found"_L1, Kind::NotFound},
    Meaning{"api.request.argument-type-mismatch"_L1,
        Kind::NotFound}, // an id that is no UUID names nothing
    Meaning{"api.request.error"_L1, Kind::NotSupported}, // no such endpoint in this version
    Meaning{"unauthorized"_L1, Kind::SignInRefused},
    Meaning{"forbidden"_L1, Kind::NotPermitted},
    Meaning{"rate_limit"_L1, Kind::RateLimited},
};

constexpr std::array statusNames{
    Meaning{"UNAUTHORIZED"_L1, Kind::SignInRefused},
    Meaning{"FORBIDDEN"_L1, Kind::NotPermitted},
    Meaning{"NOT_FOUND"_L1, Kind::NotFound},
    Meaning{"TOO_MANY_REQUESTS"_L1, Kind::RateLimited},
    Meaning{"SERVICE_UNAVAILABLE"_L1, Kind::Busy},
    Meaning{"BAD_GATEWAY"_L1, Kind::Busy},
    Meaning{"GATEWAY_TIMEOUT"_L1, Kind::Busy},
};

template <size_t Count>
std::optional<Kind> kindOf(const std::array<Meaning, Count> &table, const QString &word)
{
    for (const Meaning &meaning : table)
        if (word.compare(meaning.word, Qt::CaseInsensitive) == 0)
            return meaning.kind;
    return std::nullopt;
}

Kind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return Kind::SignInRefused;
    case 403:
        return Kind::NotPermitted;
    case 404:
        return Kind::NotFound;
    case 408:
    case 502:
    case 503:
    case 504:
        return Kind::Busy;
    case 429:
        return Kind::RateLimited;
    default:
        // A server error leaves open what an action did; the read-back has to tell. So do
        // redirects.
        return status >= 400 && status < 500 ? Kind::Refused : Kind::UnreadableReply;
    }
}

} // namespace

std::optional<Failure> failureOf(const HttpReply &reply)
{
    if (reply.status == 200 || reply.status == 201)
        return std::nullopt;

    JsonReading reading(reply.body);
    const JsonCursor flat = reading.root();
    const JsonCursor nested
        = flat.at("error"_L1); // the console proxy's shape; its code is the HTTP status
    const QString code = flat.text("code"_L1);
    const QString message = nested.isObject() ? nested.text("message"_L1) : flat.text("message"_L1);

    Failure failure;
    const std::optional<Kind> byCode = kindOf(codes, code);
    const std::optional<Kind> byName = kindOf(statusNames, flat.text("statusName"_L1));
    failure.kind = byCode ? *byCode : byName ? *byName : kindOfStatus(reply.status);
    failure.detail = u"HTTP %1 %2"_s.arg(reply.status).arg(foreignText(code)).trimmed();
    failure.said = foreignText(message);
    failure.retryAfter = reply.retryAfter();
    return failure;
}

} // namespace wire::unifi_integration
