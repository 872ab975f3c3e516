#include "ui/pages/authorizechoices.h"

#include <algorithm>

namespace {

AuthorizeChoice choiceOf(
    const Preset &preset, const QList<LimitAbility> &controllers, const QDateTime &localNow)
{
    AuthorizeChoice choice{
        .kind = AuthorizeChoice::Kind::Preset,
        .name = preset.name,
        .limits = limitsOf(preset, localNow),
        .objections = {},
    };
    for (const LimitAbility &controller : controllers) {
        choice.objections = objectionsTo(choice.limits, controller.rules, controller.capabilities);
        if (!choice.isPossible())
            break;
    }
    return choice;
}

} // namespace

QList<AuthorizeChoice> authorizeChoices(const QList<Preset> &presets, const QString &defaultName,
    const QList<LimitAbility> &controllers, const QDateTime &localNow)
{
    QList<AuthorizeChoice> choices;
    for (const Preset &preset : presets)
        choices += choiceOf(preset, controllers, localNow);

    const auto preferred = std::ranges::find(choices, defaultName, &AuthorizeChoice::name);
    if (preferred != choices.end())
        std::rotate(choices.begin(), preferred, preferred + 1);

    if (choices.isEmpty() || !choices.first().isPossible())
        choices.prepend(AuthorizeChoice{.kind = AuthorizeChoice::Kind::ControllersOwn,
            .name = {},
            .limits = {},
            .objections = {}});
    return choices;
}
