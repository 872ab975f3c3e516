#include "core/loginpolicy.h"

using namespace Qt::StringLiterals;

Guest countedBy(const LoginPolicy &policy, const Guest &guest)
{
    switch (policy.per) {
    case LoginPolicy::Per::Login:
        return {.name = {}, .room = {}, .login = guest.login.trimmed()};
    case LoginPolicy::Per::Room:
        return {.name = {}, .room = guest.room.trimmed(), .login = {}};
    case LoginPolicy::Per::Guest:
        return {.name = guest.name.trimmed(), .room = {}, .login = {}};
    }
    Q_UNREACHABLE();
}

QString toWord(LoginPolicy::Per per)
{
    switch (per) {
    case LoginPolicy::Per::Login:
        return u"login"_s;
    case LoginPolicy::Per::Room:
        return u"room"_s;
    case LoginPolicy::Per::Guest:
        return u"guest"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(LoginPolicy::AtLimit atLimit)
{
    switch (atLimit) {
    case LoginPolicy::AtLimit::CancelOldest:
        return u"cancel-oldest"_s;
    case LoginPolicy::AtLimit::Refuse:
        return u"refuse"_s;
    case LoginPolicy::AtLimit::Ask:
        return u"ask"_s;
    }
    Q_UNREACHABLE();
}

std::optional<LoginPolicy::Per> loginPolicyPerFromWord(QStringView word)
{
    using enum LoginPolicy::Per;
    for (const LoginPolicy::Per per : {Login, Room, Guest})
        if (toWord(per) == word)
            return per;
    return std::nullopt;
}

std::optional<LoginPolicy::AtLimit> loginPolicyAtLimitFromWord(QStringView word)
{
    using enum LoginPolicy::AtLimit;
    for (const LoginPolicy::AtLimit atLimit : {CancelOldest, Refuse, Ask})
        if (toWord(atLimit) == word)
            return atLimit;
    return std::nullopt;
}
