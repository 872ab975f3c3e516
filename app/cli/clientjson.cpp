#include "cli/clientjson.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

void put(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

template <typename Number>
void put(QJsonObject &object, const QString &key, const std::optional<Number> &value)
{
    if (value)
        object.insert(key, *value);
}

void put(QJsonObject &object, const QString &key, const std::optional<QDateTime> &value)
{
    if (value)
        object.insert(key, isoUtc(*value));
}

QJsonObject toJson(const Authorization &authorization)
{
    constexpr double bytesAMb = 1024.0 * 1024.0;
    QJsonObject object;
    put(object, u"since"_s, authorization.since);
    put(object, u"until"_s, authorization.until);
    put(object, u"dataLimitMb"_s, authorization.dataLimitMb);
    if (authorization.usedBytes)
        object.insert(
            u"dataUsedMb"_s, std::round(double(*authorization.usedBytes) / bytesAMb * 10) / 10);
    put(object, u"downKbps"_s, authorization.downKbps);
    put(object, u"upKbps"_s, authorization.upKbps);
    put(object, u"method"_s, toWord(authorization.method));
    return object;
}

} // namespace

QString isoUtc(const QDateTime &utc)
{
    return utc.toUTC().toString(Qt::ISODate);
}

QJsonObject toJson(const WifiClient &client, const QString &controllerName, const QString &siteName,
    const Guest &guest)
{
    QJsonObject object{{u"controller"_s, controllerName}, {u"site"_s, siteName},
        {u"mac"_s, client.key.mac.toString()}, {u"state"_s, toWord(client.state)},
        {u"privateAddress"_s, client.key.mac.isPrivate()}};
    put(object, u"name"_s, client.name);
    put(object, u"hostName"_s, client.hostName);
    put(object, u"vendor"_s, client.vendor);
    put(object, u"ip"_s, client.ip);
    put(object, u"ssid"_s, client.ssid);
    put(object, u"accessPoint"_s, client.accessPoint);
    put(object, u"signalDbm"_s, client.signalDbm);
    put(object, u"connectedAt"_s, client.connectedAt);
    put(object, u"guest"_s, guest.name);
    put(object, u"room"_s, guest.room);
    put(object, u"login"_s, guest.login);
    if (client.authorization)
        object.insert(u"authorization"_s, toJson(*client.authorization));
    return object;
}

WifiClient inOurClock(WifiClient client, std::chrono::milliseconds offset)
{
    constexpr std::chrono::seconds grain{3};
    if (std::chrono::abs(offset) < grain)
        return client;
    const auto move = [offset](std::optional<QDateTime> &time) {
        if (time)
            time = time->addMSecs(-offset.count());
    };
    move(client.connectedAt);
    if (client.authorization) {
        move(client.authorization->since);
        move(client.authorization->until);
    }
    return client;
}

QHash<ClientKey, Guest> guestsByClient(const QList<KnownGuest> &known)
{
    QHash<ClientKey, Guest> guests;
    for (const KnownGuest &each : known)
        guests.insert(each.client, each.guest);
    return guests;
}

bool matches(const WifiClient &client, const Guest &guest, const QString &search)
{
    const QString text = QStringList{client.name, client.hostName, client.vendor, client.ip,
        client.ssid, client.accessPoint, guest.name, guest.room, guest.login}
                             .join(u'\n');
    const QString digits = client.key.mac.toDigits();
    const auto words = search.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&](const QString &word) {
        const QString wanted = MacAddress::digitsOf(word);
        return text.contains(word, Qt::CaseInsensitive)
            || (!wanted.isEmpty() && digits.contains(wanted));
    });
}
