#include "store/profile.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int minutesPerDay = 24 * 60;

Preset lasting(const QString &name, int minutes)
{
    Preset preset;
    preset.name = name;
    preset.minutes = minutes;
    return preset;
}

Preset untilCheckOut(const QString &name)
{
    constexpr int eleven = 11 * 60;
    Preset preset;
    preset.name = name;
    preset.untilMinuteOfDay = eleven;
    return preset;
}

tl::unexpected<Failure> invalid(const QString &what)
{
    return fail(Failure::Kind::InvalidInput, what);
}

Result<Done> checkNames(const QStringList &names, const QString &kind)
{
    QSet<QString> seen;
    for (const QString &name : names) {
        const QString form = name.trimmed().toCaseFolded();
        if (form.isEmpty())
            return invalid(u"a %1 has no name"_s.arg(kind));
        if (seen.contains(form))
            return invalid(u"the name %1 is taken by another %2"_s.arg(name, kind));
        seen += form;
    }
    return Done{};
}

Result<Done> checkController(const ControllerProfile &controller)
{
    constexpr qsizetype sha256Bytes = 32;
    const QUrl &url = controller.url;
    if (controller.id.isEmpty())
        return invalid(u"controller %1 has no id"_s.arg(controller.name));
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != u"https" && url.scheme() != u"http"))
        return invalid(u"the address of controller %1 is not a web address"_s.arg(controller.name));
    if (!url.userInfo().isEmpty())
        return invalid(
            u"the address of controller %1 holds a user name or password"_s.arg(controller.name));
    if (!controller.pinnedSha256.isEmpty() && controller.pinnedSha256.size() != sha256Bytes)
        return invalid(u"the fingerprint of controller %1 is not a SHA-256"_s.arg(controller.name));
    for (const CredentialNote &note : controller.credentials)
        if (std::ranges::count(controller.credentials, note.kind, &CredentialNote::kind) > 1)
            return invalid(u"controller %1 has two credentials of one kind"_s.arg(controller.name));
    return Done{};
}

Result<Done> checkPreset(const Preset &preset)
{
    if (preset.minutes && preset.untilMinuteOfDay)
        return invalid(u"preset %1 has both a duration and an end"_s.arg(preset.name));
    if (const auto end = preset.untilMinuteOfDay; end && (*end < 0 || *end >= minutesPerDay))
        return invalid(u"the end of preset %1 is not a time of day"_s.arg(preset.name));
    if (preset.extraDays < 0)
        return invalid(u"preset %1 ends a negative number of days later"_s.arg(preset.name));
    for (const auto &limit : {preset.minutes, preset.dataMb, preset.downKbps, preset.upKbps})
        if (limit && *limit < 1)
            return invalid(u"a limit of preset %1 is less than 1"_s.arg(preset.name));
    return Done{};
}

/// Whether the machine has the address is another matter: network cards come and go.
Result<Done> checkWaitingRoom(const WaitingRoomSettings &room)
{
    constexpr int mostPort = 65535;
    if (room.port < 1 || room.port > mostPort)
        return invalid(u"the port of the waiting room is not from 1 to 65535"_s);
    if (room.enabled && room.address.isEmpty())
        return invalid(u"the waiting room has no address"_s);
    return Done{};
}

Result<Done> checkPolicies(const QMap<Profile::SiteKey, LoginPolicy> &policies)
{
    for (auto entry = policies.begin(); entry != policies.end(); ++entry) {
        if (entry.key().first.isEmpty() && !entry.key().second.isEmpty())
            return invalid(u"a device policy names a site, but not its controller"_s);
        if (entry->devices < 1)
            return invalid(u"a device policy allows less than 1 device"_s);
    }
    return Done{};
}

} // namespace

Profile freshProfile()
{
    constexpr int conferenceKbps = 5000;
    const auto named = [](const char *text) { return QCoreApplication::translate("Preset", text); };
    const Preset day = lasting(named(QT_TRANSLATE_NOOP("Preset", "24 hours")), minutesPerDay);
    Preset conference = lasting(named(QT_TRANSLATE_NOOP("Preset", "Conference, 5 Mbit/s")), 8 * 60);
    conference.downKbps = conferenceKbps;
    conference.upKbps = conferenceKbps;
    Preset pass = lasting(named(QT_TRANSLATE_NOOP("Preset", "Day pass, 500 MB")), minutesPerDay);
    pass.dataMb = 500;

    Profile profile;
    profile.presets = {
        lasting(named(QT_TRANSLATE_NOOP("Preset", "1 hour")), 60),
        day,
        untilCheckOut(named(QT_TRANSLATE_NOOP("Preset", "Until check-out"))),
        lasting(named(QT_TRANSLATE_NOOP("Preset", "3 days")), 3 * minutesPerDay),
        conference,
        pass,
    };
    profile.defaultPreset = day.name;
    return profile;
}

Result<Done> check(const Profile &profile)
{
    QStringList controllerNames;
    for (const ControllerProfile &controller : profile.controllers) {
        controllerNames += controller.name;
        if (auto possible = checkController(controller); !possible)
            return possible;
    }
    QStringList presetNames;
    for (const Preset &preset : profile.presets) {
        presetNames += preset.name;
        if (auto possible = checkPreset(preset); !possible)
            return possible;
    }
    if (auto possible = checkWaitingRoom(profile.waitingRoom); !possible)
        return possible;
    if (profile.historyRetentionDays < 0 || profile.historyRetentionDays > mostRetentionDays)
        return invalid(
            u"the history cannot be kept for %1 days"_s.arg(profile.historyRetentionDays));
    if (auto possible = checkPolicies(profile.loginPolicies); !possible)
        return possible;
    if (profile.presets.isEmpty())
        return invalid(u"at least one preset is needed"_s);
    return checkNames(controllerNames, u"controller"_s).and_then([&](Done) {
        return checkNames(presetNames, u"preset"_s);
    });
}
