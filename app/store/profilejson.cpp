#include "store/profilejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;

namespace {

// Reads the members of one object and remembers the first that is not what it should be.
class MemberReader
{
public:
    MemberReader(QJsonObject object, QString place)
        : m_object(std::move(object))
        , m_place(std::move(place))
    {
    }

    QString text(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isString())
            complain(key, u"is not text"_s);
        return value.toString();
    }

    std::optional<int> number(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined())
            return std::nullopt;
        constexpr int impossible = std::numeric_limits<int>::min();
        const int number = value.toInt(impossible);
        if (number == impossible)
            complain(key, u"is not a whole number"_s);
        return number;
    }

    bool flag(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isBool())
            complain(key, u"is neither true nor false"_s);
        return value.toBool();
    }

    MemberReader object(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isObject())
            complain(key, u"is not an object"_s);
        return {value.toObject(), prefix() + key};
    }

    QStringList texts(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isArray())
            complain(key, u"is not a list"_s);
        QStringList texts;
        const QJsonArray array = value.toArray();
        for (const auto &each : array) {
            if (!each.isString())
                complain(key, u"holds something that is not text"_s);
            texts += each.toString();
        }
        return texts;
    }

    QList<MemberReader> objects(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isArray())
            complain(key, u"is not a list"_s);
        QList<MemberReader> readers;
        const QJsonArray array = value.toArray();
        for (const auto &each : array) {
            const QString place = u"%1%2[%3]"_s.arg(prefix(), key).arg(readers.size());
            if (!each.isObject())
                complain(key, u"holds something that is not an object"_s);
            readers += MemberReader(each.toObject(), place);
        }
        return readers;
    }

    void complain(const QString &key, const QString &what)
    {
        if (m_wrong.isEmpty())
            m_wrong = u"%1%2 %3"_s.arg(prefix(), key, what);
    }

    void takeOver(const MemberReader &other)
    {
        if (m_wrong.isEmpty())
            m_wrong = other.m_wrong;
    }

    [[nodiscard]] const QString &wrong() const { return m_wrong; }

private:
    [[nodiscard]] QString prefix() const { return m_place.isEmpty() ? QString() : m_place + u'.'; }

    QJsonObject m_object;
    QString m_place;
    QString m_wrong;
};

void put(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

void put(QJsonObject &object, const QString &key, const std::optional<int> &value)
{
    if (value)
        object.insert(key, *value);
}

QJsonObject toJson(const ControllerProfile &controller)
{
    QJsonObject object{{u"id"_s, controller.id}, {u"name"_s, controller.name},
        {u"url"_s, controller.url.toString(QUrl::FullyEncoded)},
        {u"generation"_s, toWord(controller.generation)}};
    put(object, u"pinnedSha256"_s, QString::fromLatin1(controller.pinnedSha256.toHex()));
    put(object, u"vendorControllerId"_s, controller.vendorControllerId);
    put(object, u"product"_s, controller.product);
    put(object, u"version"_s, controller.version);
    QJsonArray credentials;
    for (const CredentialNote &note : controller.credentials) {
        QJsonObject credential{{u"kind"_s, toWord(note.kind)}};
        put(credential, u"account"_s, note.account);
        credentials += credential;
    }
    object.insert(u"credentials"_s, credentials);
    if (!controller.siteNames.isEmpty())
        object.insert(u"sites"_s, QJsonArray::fromStringList(controller.siteNames));
    if (controller.portalTimeUnit != PortalTimeUnit::Milliseconds)
        object.insert(u"portalTimeUnit"_s, toWord(controller.portalTimeUnit));
    if (!controller.secretsInVault)
        object.insert(u"secrets"_s, u"session"_s);
    return object;
}

ControllerProfile readController(MemberReader &reader)
{
    ControllerProfile controller;
    controller.id = reader.text(u"id"_s);
    controller.name = reader.text(u"name"_s);
    controller.url = QUrl(reader.text(u"url"_s), QUrl::StrictMode);
    if (const auto generation = generationFromWord(reader.text(u"generation"_s)))
        controller.generation = *generation;
    else
        reader.complain(u"generation"_s, u"is not known"_s);
    controller.pinnedSha256 = QByteArray::fromHex(reader.text(u"pinnedSha256"_s).toLatin1());
    controller.vendorControllerId = reader.text(u"vendorControllerId"_s);
    controller.product = reader.text(u"product"_s);
    controller.version = reader.text(u"version"_s);
    controller.siteNames = reader.texts(u"sites"_s);
    const QString unit = reader.text(u"portalTimeUnit"_s);
    if (const auto known = portalTimeUnitFromWord(unit))
        controller.portalTimeUnit = *known;
    else if (!unit.isEmpty())
        reader.complain(u"portalTimeUnit"_s, u"is not known"_s);
    controller.secretsInVault = reader.text(u"secrets"_s) != u"session"_s;
    for (MemberReader &each : reader.objects(u"credentials"_s)) {
        const auto kind = credentialKindFromWord(each.text(u"kind"_s));
        if (!kind)
            each.complain(u"kind"_s, u"is not known"_s);
        controller.credentials += {kind.value_or(CredentialKind::ApiKey), each.text(u"account"_s)};
        reader.takeOver(each);
    }
    return controller;
}

QJsonObject toJson(const Preset &preset)
{
    QJsonObject object{{u"name"_s, preset.name}};
    put(object, u"minutes"_s, preset.minutes);
    put(object, u"untilMinuteOfDay"_s, preset.untilMinuteOfDay);
    if (preset.extraDays != 0)
        object.insert(u"extraDays"_s, preset.extraDays);
    put(object, u"dataMb"_s, preset.dataMb);
    put(object, u"downKbps"_s, preset.downKbps);
    put(object, u"upKbps"_s, preset.upKbps);
    return object;
}

Preset readPreset(MemberReader &reader)
{
    return {.name = reader.text(u"name"_s),
        .minutes = reader.number(u"minutes"_s),
        .untilMinuteOfDay = reader.number(u"untilMinuteOfDay"_s),
        .extraDays = reader.number(u"extraDays"_s).value_or(0),
        .dataMb = reader.number(u"dataMb"_s),
        .downKbps = reader.number(u"downKbps"_s),
        .upKbps = reader.number(u"upKbps"_s)};
}

QJsonArray toJson(const QMap<Profile::SiteKey, QString> &siteDefaults)
{
    QJsonArray array;
    for (auto entry = siteDefaults.begin(); entry != siteDefaults.end(); ++entry) {
        QJsonObject object{{u"controller"_s, entry.key().first}, {u"preset"_s, entry.value()}};
        put(object, u"site"_s, entry.key().second);
        array += object;
    }
    return array;
}

QJsonArray toJson(const QMap<Profile::SiteKey, LoginPolicy> &policies)
{
    QJsonArray array;
    for (auto entry = policies.begin(); entry != policies.end(); ++entry) {
        QJsonObject object{{u"per"_s, toWord(entry->per)}, {u"devices"_s, entry->devices},
            {u"atLimit"_s, toWord(entry->atLimit)}};
        put(object, u"controller"_s, entry.key().first);
        put(object, u"site"_s, entry.key().second);
        if (entry->goOnUnconfirmed)
            object.insert(u"goOnUnconfirmed"_s, true);
        array += object;
    }
    return array;
}

LoginPolicy readLoginPolicy(MemberReader &reader)
{
    const auto per = loginPolicyPerFromWord(reader.text(u"per"_s));
    if (!per)
        reader.complain(u"per"_s, u"is not known"_s);
    const auto atLimit = loginPolicyAtLimitFromWord(reader.text(u"atLimit"_s));
    if (!atLimit)
        reader.complain(u"atLimit"_s, u"is not known"_s);
    return {.per = per.value_or(LoginPolicy::Per::Login),
        .devices = reader.number(u"devices"_s).value_or(1),
        .atLimit = atLimit.value_or(LoginPolicy::AtLimit::CancelOldest),
        .goOnUnconfirmed = reader.flag(u"goOnUnconfirmed"_s)};
}

QJsonObject toJson(const WaitingRoomSettings &room)
{
    QJsonObject object{{u"enabled"_s, room.enabled}, {u"port"_s, room.port}};
    put(object, u"address"_s, room.address);
    return object;
}

WaitingRoomSettings readWaitingRoom(MemberReader &reader)
{
    return {.enabled = reader.flag(u"enabled"_s),
        .address = reader.text(u"address"_s),
        .port = reader.number(u"port"_s).value_or(WaitingRoomSettings().port)};
}

template <typename T>
QJsonArray toJsonArray(const QList<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array += toJson(value);
    return array;
}

Profile readMembers(MemberReader &reader)
{
    Profile profile;
    for (MemberReader &each : reader.objects(u"controllers"_s)) {
        profile.controllers += readController(each);
        reader.takeOver(each);
    }
    for (MemberReader &each : reader.objects(u"presets"_s)) {
        profile.presets += readPreset(each);
        reader.takeOver(each);
    }
    profile.defaultPreset = reader.text(u"defaultPreset"_s);
    for (MemberReader &each : reader.objects(u"siteDefaults"_s)) {
        profile.siteDefaults.insert(
            {each.text(u"controller"_s), each.text(u"site"_s)}, each.text(u"preset"_s));
        reader.takeOver(each);
    }
    for (MemberReader &each : reader.objects(u"loginPolicies"_s)) {
        profile.loginPolicies.insert(
            {each.text(u"controller"_s), each.text(u"site"_s)}, readLoginPolicy(each));
        reader.takeOver(each);
    }
    MemberReader waitingRoom = reader.object(u"waitingRoom"_s);
    profile.waitingRoom = readWaitingRoom(waitingRoom);
    reader.takeOver(waitingRoom);
    profile.operatorName = reader.text(u"operator"_s);
    profile.historyRetentionDays = reader.number(u"historyRetentionDays"_s).value_or(0);
    return profile;
}

tl::unexpected<Failure> damaged(const QString &what)
{
    return fail(Failure::Kind::StorageFailed, u"the profile is damaged: "_s + what);
}

} // namespace

QByteArray toJson(const Profile &profile)
{
    QJsonObject object{{u"format"_s, u"gatehouse-profile"_s}, {u"version"_s, profileVersion},
        {u"controllers"_s, toJsonArray(profile.controllers)},
        {u"presets"_s, toJsonArray(profile.presets)}, {u"defaultPreset"_s, profile.defaultPreset},
        {u"siteDefaults"_s, toJson(profile.siteDefaults)}};
    if (!profile.loginPolicies.isEmpty())
        object.insert(u"loginPolicies"_s, toJson(profile.loginPolicies));
    if (profile.waitingRoom != WaitingRoomSettings())
        object.insert(u"waitingRoom"_s, toJson(profile.waitingRoom));
    put(object, u"operator"_s, profile.operatorName);
    if (profile.historyRetentionDays != 0)
        object.insert(u"historyRetentionDays"_s, profile.historyRetentionDays);
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

Result<Profile> readProfile(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return damaged(u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    const QJsonObject object = document.object();
    if (object.value(u"format"_s) != u"gatehouse-profile"_s)
        return damaged(u"it does not say that it is a Gatehouse profile"_s);
    MemberReader reader(object, {});
    const int version = reader.number(u"version"_s).value_or(0);
    if (version > profileVersion)
        return fail(Failure::Kind::StorageNewer,
            u"format %1 was written by a newer Gatehouse, this one knows up to %2"_s.arg(version)
                .arg(profileVersion));
    if (version < 1)
        return damaged(u"it names no version"_s);
    Profile profile = readMembers(reader);
    if (!reader.wrong().isEmpty())
        return damaged(reader.wrong());
    if (const auto possible = check(profile); !possible)
        return damaged(possible.error().detail);
    return profile;
}
