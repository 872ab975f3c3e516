#pragma once

#include "clients/offers.h"
#include "core/controllerprofile.h"

#include <QList>
#include <QString>

/// One way to let a device in that a single click can ask for.
struct AuthorizeChoice
{
    enum class Kind {
        Preset,
        ControllersOwn, ///< without limits of ours: the controller's own duration
    };

    Kind kind = Kind::Preset;
    QString name; ///< of the preset; empty for the controller's own duration
    Limits limits; ///< what it means now
    QList<LimitObjection> objections; ///< why these controllers cannot set it; empty: they can

    [[nodiscard]] bool isPossible() const { return objections.isEmpty(); }
    friend bool operator==(const AuthorizeChoice &a, const AuthorizeChoice &b)
    {
        return a.kind == b.kind && a.name == b.name && a.limits == b.limits
            && a.isPossible() == b.isPossible();
    }
};

/// The limits of one controller: what it can set.
struct LimitAbility
{
    LimitRules rules;
    Capabilities capabilities;
};

/// The choices for devices on these controllers, the one of a plain click first: the site's default
/// preset where all of them can set it, else the controller's own duration. The other presets
/// follow in their order; those that cannot be set stay visible with their objections.
[[nodiscard]] QList<AuthorizeChoice> authorizeChoices(const QList<Preset> &presets,
    const QString &defaultName, const QList<LimitAbility> &controllers, const QDateTime &localNow);
