#include "cli/policyoptions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString whose(LoginPolicy::Per per)
{
    switch (per) {
    case LoginPolicy::Per::Login:
        return CommandLine::tr("login ID");
    case LoginPolicy::Per::Room:
        return CommandLine::tr("room");
    case LoginPolicy::Per::Guest:
        return CommandLine::tr("guest's name");
    }
    Q_UNREACHABLE();
}

QString atOneMore(LoginPolicy::AtLimit atLimit)
{
    switch (atLimit) {
    case LoginPolicy::AtLimit::CancelOldest:
        return CommandLine::tr("At one more the oldest is cancelled first.");
    case LoginPolicy::AtLimit::Refuse:
        return CommandLine::tr("One more is not let in.");
    case LoginPolicy::AtLimit::Ask:
        return CommandLine::tr("At one more the desk is asked.");
    }
    Q_UNREACHABLE();
}

} // namespace

bool namesPolicy(const Invocation &call)
{
    return call.has(u"devices"_s) || call.has(u"per"_s) || call.has(u"at-limit"_s)
        || call.has(u"go-on-unconfirmed"_s);
}

Result<LoginPolicy> policyOf(const Invocation &call, const std::optional<LoginPolicy> &standing)
{
    LoginPolicy policy = standing.value_or(LoginPolicy());
    if (call.has(u"devices"_s)) {
        const auto devices = call.positiveNumber(u"devices"_s);
        if (!devices)
            return fail(devices.error());
        policy.devices = *devices;
    }
    if (call.has(u"per"_s)) {
        const auto per = loginPolicyPerFromWord(call.value(u"per"_s));
        if (!per)
            return fail(usageFailure(CommandLine::tr("--per takes login, room or guest, not “%1”.")
                                         .arg(call.value(u"per"_s))));
        policy.per = *per;
    }
    if (call.has(u"at-limit"_s)) {
        const auto atLimit = loginPolicyAtLimitFromWord(call.value(u"at-limit"_s));
        if (!atLimit)
            return fail(usageFailure(
                CommandLine::tr("--at-limit takes cancel-oldest, refuse or ask, not “%1”.")
                    .arg(call.value(u"at-limit"_s))));
        policy.atLimit = *atLimit;
    }
    policy.goOnUnconfirmed = policy.goOnUnconfirmed || call.has(u"go-on-unconfirmed"_s);
    return policy;
}

QJsonObject toJson(const LoginPolicy &policy)
{
    return {{u"per"_s, toWord(policy.per)}, {u"devices"_s, policy.devices},
        {u"atLimit"_s, toWord(policy.atLimit)}, {u"goOnUnconfirmed"_s, policy.goOnUnconfirmed}};
}

QString sentenceOf(const LoginPolicy &policy)
{
    //: %n devices for each %1, "login ID" or "room"; %2 what happens at one more
    QString text = CommandLine::tr("%n device(s) for each %1. %2", nullptr, policy.devices)
                       .arg(whose(policy.per), atOneMore(policy.atLimit));
    if (policy.goOnUnconfirmed)
        text += u' '
            + CommandLine::tr("The new one is let in even if it is not proven that the old one is "
                              "out.");
    return text;
}
