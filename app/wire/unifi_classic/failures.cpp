#include "wire/unifi_classic/failures.h"

#include "wire/foreigntext.h"
#include "wire/jsonreading.h"

#include <array>

using namespace Qt::StringLiterals;

namespace wire::unifi_classic {

namespace {

using Kind = Failure::Kind;

struct Meaning
{
    QLatin1StringView word;
    Kind kind;
};

constexpr auto noPermission = "api.err.NoPermission"_L1;

/// Sources in SOURCES.md; a word that is not here goes by its status.
constexpr std::array words{
    Meaning{"api.err.LoginRequired"_L1, Kind::SessionExpired},
    Meaning{noPermission, Kind::NotPermitted},
    Meaning{"api.err.NoSiteContext"_L1, Kind::NotFound},
    Meaning{"api.err.UnknownStation"_L1, Kind::NotFound},
    Meaning{"api.err.ServerError"_L1, Kind::UnreadableReply},
    Meaning{"api.err.Ubic2faTokenRequired"_L1, Kind::SecondFactorNeeded},
    Meaning{"MFA_AUTH_REQUIRED"_L1, Kind::SecondFactorNeeded},
    Meaning{"AUTHENTICATION_FAILED_INVALID_CREDENTIALS"_L1, Kind::SignInRefused},
    Meaning{"AUTHENTICATION_FAILED_LIMIT_REACHED"_L1, Kind::RateLimited},
};

/// Nothing for a status that says no more than the word beside it.
std::optional<Kind> kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return Kind::SessionExpired;
    case 403:
        return Kind::NotPermitted;
    case 429:
        return Kind::RateLimited;
    case 499:
        return Kind::SecondFactorNeeded;
    case 408:
    case 502:
    case 503:
    case 504:
        return Kind::Busy;
    default:
        return status >= 500 ? std::optional(Kind::UnreadableReply) : std::nullopt;
    }
}

std::optional<Kind> kindOfWord(const QString &word)
{
    for (const Meaning &meaning : words)
        if (word == meaning.word)
            return meaning.kind;
    return std::nullopt;
}

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

Failure failure(const HttpReply &reply, const QString &word, const QString &said, Kind otherwise)
{
    Failure failure;
    failure.kind = kindOfWord(word).value_or(kindOfStatus(reply.status).value_or(otherwise));
    failure.detail = u"HTTP %1 %2"_s.arg(reply.status).arg(foreignText(word)).trimmed();
    failure.said = foreignText(said.isEmpty() ? word : said);
    failure.retryAfter = reply.retryAfter();
    return failure;
}

} // namespace

std::optional<Failure> failureOf(const HttpReply &reply)
{
    JsonReading reading(reply.body);
    return failureIn(reading.root(), reply);
}

std::optional<Failure> failureIn(const JsonCursor &root, const HttpReply &reply)
{
    const JsonCursor meta = root.at("meta"_L1);
    const QString rc = meta.text("rc"_L1);
    if (rc == "ok"_L1 && isSuccess(reply.status))
        return std::nullopt;
    if (rc == "error"_L1)
        return failure(reply, meta.text("msg"_L1), {}, Kind::Refused);
    // The console's proxy speaks for itself, or somebody else answers.
    const JsonCursor proxy = root.at("error"_L1);
    const Kind otherwise = reply.status == 400 ? Kind::Refused : Kind::UnreadableReply;
    return failure(reply, root.text("code"_L1),
        proxy.isObject() ? proxy.text("message"_L1) : root.text("message"_L1), otherwise);
}

std::optional<Failure> signInFailureOf(const HttpReply &reply)
{
    JsonReading reading(reply.body);
    const JsonCursor root = reading.root();
    const JsonCursor meta = root.at("meta"_L1);
    const bool refuses = meta.text("rc"_L1) == "error"_L1;
    if (isSuccess(reply.status) && !reading.failed() && !refuses)
        return std::nullopt;
    if (reply.status == 404)
        return Failure{Kind::NotFound, u"nobody signs in here"_s};
    const QString word = refuses ? meta.text("msg"_L1) : root.text("code"_L1);
    Failure refusal = failure(reply, word, root.text("message"_L1), Kind::UnreadableReply);
    const bool isPassword = refusal.kind == Kind::SessionExpired
        || refusal.kind == Kind::NotPermitted || word == "api.err.Invalid"_L1;
    if (isPassword)
        refusal.kind = Kind::SignInRefused;
    return refusal;
}

bool mayRefuseToken(const HttpReply &reply)
{
    if (reply.status != 403)
        return false;
    JsonReading reading(reply.body);
    return reading.root().at("meta"_L1).text("msg"_L1) != noPermission;
}

} // namespace wire::unifi_classic
