#include "wire/portal_form/replies.h"

#include "wire/foreigntext.h"
#include "wire/portal_form/loosejson.h"

using namespace Qt::StringLiterals;

namespace wire::portal_form {

namespace {

using Kind = Failure::Kind;
using Members = QHash<QString, QString>;

bool isRedirect(const HttpReply &reply)
{
    return reply.status >= 300 && reply.status < 400;
}

/// Where somebody who is not signed in is sent, or what is shown in its place.
bool isSignInPage(const HttpReply &reply)
{
    if (isRedirect(reply))
        return reply.header("Location").toLower().contains("login");
    const QByteArray page = reply.body.left(64 * 1024).trimmed().toLower();
    return reply.status == 200 && page.startsWith('<') && page.contains("login");
}

Failure failureOfStatus(const HttpReply &reply)
{
    Failure failure;
    failure.detail = u"HTTP %1"_s.arg(reply.status);
    failure.retryAfter = reply.retryAfter();
    switch (reply.status) {
    case 401:
        failure.kind = Kind::SessionExpired;
        break;
    case 403:
        failure.kind = Kind::NotPermitted;
        break;
    case 404:
        failure.kind = Kind::NotFound;
        break;
    case 429:
        failure.kind = Kind::RateLimited;
        break;
    case 502:
    case 503:
    case 504:
        failure.kind = Kind::Busy;
        break;
    default:
        failure.kind = Kind::UnreadableReply;
    }
    return failure;
}

std::optional<bool> successOf(const Members &members)
{
    const QString word = members.value(u"success"_s).trimmed().toLower();
    if (word == u"true")
        return true;
    return word == u"false" ? std::optional(false) : std::nullopt;
}

Failure refusal(Kind kind, const Members &members)
{
    return {kind, u"success is false"_s, foreignText(members.value(u"message"_s))};
}

} // namespace

Result<Secret> readLogin(const HttpReply &reply)
{
    if (isSignInPage(reply))
        return fail(Kind::SignInRefused, u"the sign-in page came again"_s);
    if (reply.status != 200 && !isRedirect(reply))
        return fail(failureOfStatus(reply));
    const Members members = looseMembers(reply.body).value_or(Members());
    const std::optional<bool> success = successOf(members);
    if (success == false)
        return fail(refusal(Kind::SignInRefused, members));
    // The cookie alone proves little; what is asked next proves the rest.
    if (!success && reply.header("Set-Cookie").isEmpty())
        return fail(Kind::UnreadableReply, u"neither an answer nor a cookie"_s);
    return Secret(members.value(u"value"_s));
}

Result<Done> readAuthorized(const HttpReply &reply)
{
    if (isSignInPage(reply))
        return fail(Kind::SessionExpired, u"the sign-in page came instead"_s);
    if (reply.status != 200)
        return fail(failureOfStatus(reply));
    const Members members = looseMembers(reply.body).value_or(Members());
    const std::optional<bool> success = successOf(members);
    if (!success)
        return fail(Kind::UnreadableReply, u"the answer does not say success"_s);
    if (!*success)
        return fail(refusal(Kind::Refused, members));
    return Done{};
}

} // namespace wire::portal_form
