#pragma once

#include "core/controllerdriver.h"

#include <array>
#include <memory>

/// One credential of a controller that has two, with its driver, and whether it works. A single
/// call that is refused does not condemn it: only what answers to signing in does.
struct PairHalf
{
    std::unique_ptr<ControllerDriver> driver;
    Path path;
    std::optional<Failure> failure = {}; ///< why it does not work now
    bool doubted = false; ///< its sign-in was looked at again since the sites were listed last

    [[nodiscard]] bool works() const { return !failure; }
    [[nodiscard]] bool can(Capability capability) const
    {
        return works() && driver->capabilities().can(capability);
    }

    /// Whether it may be asked again: nothing refused is tried twice.
    [[nodiscard]] bool mayBeAsked() const;

    /// Takes the answer of its own identify().
    void identified(const Result<ControllerIdentity> &answer);
};

/// Whether a failure to sign in is about the credential or the protocol, and not about the network
/// or the hour.
[[nodiscard]] bool condemns(Failure::Kind kind);

/// Whether the failure of a call may mean that the credential does not work any more.
[[nodiscard]] bool doubtsTheCredential(Failure::Kind kind);

/// Whether a call that ended like this did nothing, so that the other half may be asked instead.
[[nodiscard]] bool leavesItToTheOther(Failure::Kind kind);

/// What both can do together, and which of them serves it. api is the official interface, account
/// the user's sign-in.
[[nodiscard]] Capabilities mergedCapabilities(const PairHalf &api, const PairHalf &account);

/// Whether an authorization with limits is better given by the account: the other interface cannot
/// set a duration.
[[nodiscard]] bool accountGrantsBetter(const PairHalf &api, const PairHalf &account);

/// What can be set together by one authorization.
[[nodiscard]] LimitRules mergedLimitRules(const PairHalf &api, const PairHalf &account);

/// Settles on both answers, in their order, once both are there.
template <typename T, typename Handler>
void whenBoth(QObject *context, Job<T> *first, Job<T> *second, Handler handler)
{
    auto answers = std::make_shared<std::array<std::optional<Result<T>>, 2>>();
    const auto taking = [answers, handler](size_t which) {
        return [answers, handler, which](const Result<T> &answer) {
            answers->at(which).emplace(answer);
            if (answers->at(0) && answers->at(1))
                handler(*answers->at(0), *answers->at(1));
        };
    };
    first->then(context, taking(0));
    second->then(context, taking(1));
}
