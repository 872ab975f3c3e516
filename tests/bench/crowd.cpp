#include "bench/crowd.h"

#include <array>

using namespace Qt::StringLiterals;

namespace {

/// One in eight is called something with "guest", for the searches that type it.
const std::array names{u"Anna’s iPhone"_s, u"Guest tablet"_s, u"Jürgen Galaxy S24"_s,
    u"Mei’s MacBook"_s, u"Pixel de Chloé"_s, u"ThinkPad (Olu)"_s, u"Kindle"_s,
    u"Reception laptop"_s};
const std::array vendors{u"Apple"_s, u"Samsung Electronics"_s, u"Google"_s, u"Lenovo"_s, QString()};
constexpr int accessPoints = 600;

} // namespace

Crowd::Crowd(int count)
{
    m_clients.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        m_clients.push_back(invented(i));
}

WifiClient Crowd::invented(int number)
{
    constexpr quint64 spread = 10'368'889; // odd: no two addresses come out the same
    WifiClient client;
    client.key = {controllerId, siteId,
        MacAddress(0xf018'0000'0000 | ((quint64(number) * spread) & 0xffff'ffff))};
    client.vendorId = u"client-%1"_s.arg(number);
    client.name = u"%1 %2"_s.arg(names[size_t(number) % names.size()]).arg(below(20'000));
    client.hostName = u"host-%1"_s.arg(below(50'000));
    client.vendor = vendors[size_t(number) % vendors.size()];
    client.ip = u"10.%1.%2.%3"_s.arg(number >> 16).arg(number >> 8 & 0xff).arg(number & 0xff);
    client.ssid = u"Visitors"_s;
    client.accessPoint = u"AP %1"_s.arg(below(accessPoints));
    client.wireless = true;
    client.signalDbm = -40 - below(50);
    client.connectedAt = QDateTime::fromSecsSinceEpoch(1'772'000'000 + below(86'400), Qt::UTC);
    client.state = number % 10 == 0 ? ClientState::Waiting : ClientState::Authorized;
    if (client.state == ClientState::Waiting)
        return client;
    Authorization authorization;
    authorization.since = client.connectedAt;
    authorization.until = client.connectedAt->addSecs(86'400 * 7 + below(86'400));
    authorization.usedBytes = below(1'000'000'000);
    authorization.dataLimitMb = 2000;
    authorization.method = AuthorizationMethod::Voucher;
    client.authorization = authorization;
    return client;
}

ClientSnapshot Crowd::snapshot() const
{
    ClientSnapshot snapshot;
    snapshot.siteId = siteId;
    snapshot.clients.reserve(qsizetype(m_clients.size()));
    for (const WifiClient &client : m_clients)
        snapshot.clients.append(client);
    return snapshot;
}

std::vector<int> Crowd::stir(int percent)
{
    std::vector<int> stirred;
    const int step = 100 / percent;
    for (int i = below(step); i < int(m_clients.size()); i += step) {
        WifiClient &client = m_clients[size_t(i)];
        client.signalDbm = -40 - below(50);
        if (client.authorization)
            client.authorization->usedBytes = *client.authorization->usedBytes + below(1'000'000);
        stirred.push_back(i);
    }
    return stirred;
}

std::string Crowd::searchableText() const
{
    std::string text;
    for (const WifiClient &client : m_clients)
        text += QStringList{client.key.mac.toDigits(), client.name, client.hostName, client.ip,
                    client.ssid, client.accessPoint}
                    .join(u'\x1f')
                    .toLower()
                    .toStdString()
            + '\n';
    return text;
}
