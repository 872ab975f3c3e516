#pragma once

#include "core/wificlient.h"

#include <QString>

#include <optional>

/// How many devices one guest may have let in on a site at once, and what happens at one more.
struct LoginPolicy
{
    /// By what devices count as one guest's.
    enum class Per { Login, Room, Guest };

    enum class AtLimit {
        CancelOldest, ///< the authorization of the device that has been in longest ends first
        Refuse, ///< the new device is not let in
        Ask, ///< a person says which
    };

    Per per = Per::Login;
    int devices = 1; ///< 1 or more
    AtLimit atLimit = AtLimit::CancelOldest;

    /// Lets the new device in also where it is not proven that the old one is out.
    bool goOnUnconfirmed = false;

    friend bool operator==(const LoginPolicy &, const LoginPolicy &) = default;
};

/// The part of a guest by which this policy counts, and nothing else; empty where it is not known,
/// and the policy then says nothing.
[[nodiscard]] Guest countedBy(const LoginPolicy &policy, const Guest &guest);

/// Stable words of the CLI and of files: login, room, guest; cancel-oldest, refuse, ask.
[[nodiscard]] QString toWord(LoginPolicy::Per per);
[[nodiscard]] QString toWord(LoginPolicy::AtLimit atLimit);
[[nodiscard]] std::optional<LoginPolicy::Per> loginPolicyPerFromWord(QStringView word);
[[nodiscard]] std::optional<LoginPolicy::AtLimit> loginPolicyAtLimitFromWord(QStringView word);
