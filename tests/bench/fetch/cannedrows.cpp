#include "bench/fetch/cannedrows.h"

#include <cstdio>
#include <ctime>

namespace canned {

namespace {

constexpr const char *firstNames[] = {"Anna", "Bert", "Carla", "Dmitri", "Eva", "Farid", "Grete",
    "Hassan", "In\xc3\xa9s", "J\xc3\xbcrgen", "Kofi"};
constexpr const char *devices[]
    = {"iPhone", "Galaxy S23", "Pixel 8", "iPad", "MacBook Pro", "ThinkPad X1", "Surface"};
constexpr const char *makers[] = {"Apple, Inc.", "Samsung Electronics Co.,Ltd", "Google, Inc.",
    "Intel Corporate", "Murata Manufacturing Co., Ltd."};
constexpr const char *networks[] = {"Guest", "Conference", "Staff"};

template <typename... Values>
std::string printed(const char *format, Values... values)
{
    char buffer[512];
    const int size = std::snprintf(buffer, sizeof buffer, format, values...);
    return std::string(buffer, size_t(size));
}

/// An object whose fields are appended one by one.
class Object
{
public:
    Object &text(const char *key, const std::string &value) { return raw(key, '"' + value + '"'); }
    Object &number(const char *key, long long value) { return raw(key, std::to_string(value)); }
    Object &truth(const char *key, bool value) { return raw(key, value ? "true" : "false"); }
    Object &raw(const char *key, const std::string &value)
    {
        m_text += m_text.size() > 1 ? ",\"" : "\"";
        m_text += key;
        m_text += "\":";
        m_text += value;
        return *this;
    }
    [[nodiscard]] std::string done() const { return m_text + '}'; }

private:
    std::string m_text = "{";
};

long long startedAt()
{
    static const long long now = std::time(nullptr);
    return now;
}

std::string isoTime(long long seconds)
{
    const std::time_t time = seconds;
    std::tm utc = {};
    gmtime_r(&time, &utc);
    char buffer[32];
    return std::string(buffer, std::strftime(buffer, sizeof buffer, "%FT%TZ", &utc));
}

long long connectedAt(int i)
{
    return startedAt() - 60 - (i * 37LL) % 86'400;
}

std::string mac(int i)
{
    return printed("02:1b:%02x:%02x:%02x:%02x", i % 251, (i >> 16) & 255, (i >> 8) & 255, i & 255);
}

std::string deviceMac(int i)
{
    return printed("74:ac:b9:00:%02x:%02x", (i >> 8) & 255, i & 255);
}

std::string ip(int i)
{
    return printed("10.%d.%d.%d", 20 + (i >> 16), (i >> 8) & 255, i & 255);
}

std::string name(int i)
{
    return printed("%s's %s %d", firstNames[i % 11], devices[i % 7], i % 977);
}

std::string hostName(int i)
{
    return printed("%s-%05d", i % 7 == 1 ? "galaxy" : "client", i);
}

std::string deviceId(int i)
{
    return printed("7a1c2d1e-0000-3000-8000-%012x", i);
}

std::string objectId(int i)
{
    return printed("65f0c2d1e4b0a1b2%08x", i);
}

/// An hour from now on, which is what the benchmark asks for.
std::string authorization()
{
    const long long since = std::time(nullptr);
    return Object()
        .text("authorizedAt", isoTime(since))
        .text("authorizationMethod", "API")
        .text("expiresAt", isoTime(since + 3600))
        .raw("usage", Object().number("durationSec", 60).number("bytes", 83'886'080).done())
        .done();
}

/// What the radio and the access point tell.
void addRadio(Object &row, int i)
{
    row.text("ap_mac", deviceMac(i % deviceCount))
        .number("channel", i % 2 == 0 ? 36 : 6)
        .text("radio", i % 2 == 0 ? "na" : "ng")
        .text("radio_name", i % 2 == 0 ? "wifi1" : "wifi0")
        .text("essid", networks[i % 3])
        .text("bssid", deviceMac(i % deviceCount + 4096))
        .truth("powersave_enabled", i % 4 == 0)
        .truth("is_11r", false)
        .number("ccq", 333)
        .number("rssi", 20 + i % 50)
        .number("noise", -95)
        .number("nss", 2)
        .number("signal", -40 - i % 50)
        .number("rx_rate", 866'700 - i % 1000)
        .number("tx_rate", 780'000 - i % 1000)
        .number("tx_power", 46)
        .number("tx_mcs", i % 10)
        .number("channel_width", 80)
        .text("radio_proto", "ax")
        .number("tx_retries", i % 5000)
        .number("wifi_tx_attempts", 10'000 + i % 9000)
        .number("wifi_tx_dropped", i % 7)
        .raw("wifi_tx_retries_percentage", printed("%.1f", double(i % 300) / 10))
        .number("roam_count", i % 9)
        .number("vlan", 20 + i % 3);
}

/// Counters and judgements.
void addUse(Object &row, int i)
{
    row.number("satisfaction", 60 + i % 40)
        .number("satisfaction_now", 60 + i % 40)
        .number("satisfaction_real", 60 + i % 40)
        .number("satisfaction_reason", 0)
        .number("anomalies", -1)
        .number("rx_bytes", 10'485'760LL + i * 977LL)
        .number("tx_bytes", 73'400'320LL + i * 977LL)
        .number("rx_packets", 40'000 + i)
        .number("tx_packets", 80'000 + i)
        .raw("bytes-r", printed("%.3f", i * 1.37))
        .raw("rx_bytes-r", printed("%.3f", i * 0.37))
        .raw("tx_bytes-r", printed("%.3f", i * 1.0))
        .number("_uptime_by_uap", startedAt() - connectedAt(i))
        .number("_last_seen_by_uap", startedAt() - 5)
        .truth("_is_guest_by_uap", isGuest(i))
        .number("uptime", startedAt() - connectedAt(i))
        .number("idletime", i % 60)
        .number("assoc_time", connectedAt(i))
        .number("latest_assoc_time", connectedAt(i))
        .number("first_seen", connectedAt(i) - 400'000)
        .number("last_seen", startedAt() - 5)
        .number("disconnect_timestamp", connectedAt(i) - 3600)
        .number("dhcpend_time", 650);
}

} // namespace

bool isGuest(int i)
{
    return i % 5 < 3;
}

bool isLetIn(int i)
{
    return isGuest(i) && i % 2 == 0;
}

std::string clientId(int i)
{
    return printed("5f0c2d1e-0000-3000-8000-%012x", i);
}

std::string integrationRow(int i, bool letIn, bool details)
{
    Object access;
    access.text("type", isGuest(i) ? "GUEST" : "DEFAULT");
    if (isGuest(i))
        access.truth("authorized", letIn);
    if (letIn && details)
        access.raw("authorization", authorization());
    return Object()
        .text("type", "WIRELESS")
        .text("id", clientId(i))
        .text("name", name(i))
        .text("connectedAt", isoTime(connectedAt(i)))
        .text("ipAddress", ip(i))
        .text("macAddress", mac(i))
        .text("uplinkDeviceId", deviceId(i % deviceCount))
        .raw("access", access.done())
        .done();
}

std::string integrationDevice(int i)
{
    return Object()
        .text("id", deviceId(i))
        .text("macAddress", deviceMac(i))
        .text("ipAddress", ip(i))
        .text("name", printed("Floor %d east %d", i / 10, i % 10))
        .text("model", "U7 Pro")
        .text("state", "ONLINE")
        .done();
}

std::string grantedAnswer()
{
    return Object()
        .text("action", "AUTHORIZE_GUEST_ACCESS")
        .raw("grantedAuthorization", authorization())
        .done();
}

std::string classicRow(int i)
{
    Object row;
    row.text("_id", objectId(i))
        .text("mac", mac(i))
        .text("site_id", objectId(1 << 24))
        .text("oui", makers[i % 5])
        .truth("is_guest", isGuest(i))
        .truth("is_wired", false)
        .text("hostname", hostName(i))
        .text("name", name(i))
        .text("usergroup_id", "")
        .truth("noted", true)
        .truth("use_fixedip", false)
        .text("network_id", objectId((1 << 24) + i % 3))
        .text("network", networks[i % 3])
        .text("ip", ip(i))
        .text("user_id", objectId(i))
        .truth("authorized", isLetIn(i) || !isGuest(i))
        .text("authorized_by", "none")
        .truth("qos_policy_applied", true)
        .number("dev_cat", 44)
        .number("dev_family", 9)
        .number("dev_vendor", 47 + i % 5)
        .number("dev_id", 4000 + i % 700)
        .number("os_name", 24)
        .number("fingerprint_source", 0);
    addRadio(row, i);
    addUse(row, i);
    return row.text("last_uplink_name", printed("Floor %d east", i % deviceCount / 10))
        .text("last_uplink_mac", deviceMac(i % deviceCount))
        .done();
}

std::string classicGuestRow(int i)
{
    return Object()
        .text("_id", objectId(i))
        .text("mac", mac(i))
        .text("site_id", objectId(1 << 24))
        .text("authorized_by", "api")
        .number("start", connectedAt(i))
        .number("end", connectedAt(i) + 2 * 86'400)
        .truth("expired", false)
        .number("bytes", 83'886'080LL + i)
        .done();
}

std::string classicDevice(int i)
{
    return Object()
        .text("_id", objectId(i))
        .text("mac", deviceMac(i))
        .text("name", printed("Floor %d east %d", i / 10, i % 10))
        .text("model", "U7PRO")
        .text("type", "uap")
        .done();
}

} // namespace canned
