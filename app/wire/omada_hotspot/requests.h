#pragma once

#include "core/controllerprofile.h"
#include "core/http.h"
#include "core/limits.h"
#include "core/macaddress.h"
#include "core/secret.h"

#include <QJsonObject>

namespace wire::omada_hotspot {

/// Rows that a page of records is asked for.
inline constexpr int pageLimit = 100;

/// How much an authorization can be extended at once: the wire wants more than one minute.
inline constexpr LimitRange extensionMinutes{2, 1'440'000'000};

/// How long somebody is let in when nobody said: the portal, not the controller, has to know.
inline constexpr int defaultMinutes = 480;

/// No document names a maximum; about two years.
inline constexpr LimitRange durationMinutes{1, 1'000'000};

/// Where a generation has its hotspot tree, and how it carries the token.
struct Dialect
{
    QString base; ///< such as "/api/v2/hotspot"
    QList<HttpHeader> headers; ///< of every signed-in request
    QUrlQuery query;
};

/// Who is to be let in through an external portal, as the portal would say it.
struct PortalGrant
{
    MacAddress client;
    QString site; ///< its name, or whatever the redirect called it
    std::optional<MacAddress> accessPoint; ///< of a wireless client, with ssid and radio
    QString ssid;
    std::optional<int> radio; ///< 0: 2.4 GHz, 1: 5 GHz, 2: second 5 GHz, 3: 6 GHz
    std::optional<MacAddress> gateway; ///< of a wired client, with vlan
    std::optional<int> vlan;
    QString clientIp; ///< needed from 6.2.10 on
    QString destination; ///< where its browser wanted to go
    Limits limits;
    PortalTimeUnit timeUnit = PortalTimeUnit::Milliseconds;
};

/// A hotspot operator's sign-in below base. Sent at most once, for a wrong one counts.
[[nodiscard]] HttpRequest signIn(
    const QString &base, const QString &operatorName, const Secret &password);

/// The fields of an authorization that every version takes. The duration goes out in the grant's
/// unit, as a number.
[[nodiscard]] QJsonObject portalFields(const PortalGrant &grant);

/// The requests of one signed-in operator. Path parts are percent-encoded, MAC addresses in upper
/// case with hyphens.
class Requests
{
public:
    explicit Requests(Dialect dialect)
        : m_dialect(std::move(dialect))
    {
    }

    /// The operator, with the sites it may enter. The answer also tells its password.
    [[nodiscard]] HttpRequest current() const;

    /// The history of authorizations, those that end last first; of one client, or of all. Pages by
    /// names of its own: page and pageSize are silently ignored.
    [[nodiscard]] HttpRequest records(
        const QString &siteKey, int page, std::optional<MacAddress> mac = {}) const;

    /// Lets a client in; fields as portalFields() gives them.
    [[nodiscard]] HttpRequest authorize(const QJsonObject &fields) const;

    [[nodiscard]] HttpRequest extend(
        const QString &siteKey, const QString &recordId, int addMinutes) const;
    [[nodiscard]] HttpRequest end(const QString &siteKey, const QString &recordId) const;

private:
    [[nodiscard]] HttpRequest get(const QString &path) const;
    [[nodiscard]] HttpRequest post(const QString &path, const QJsonObject &body) const;

    Dialect m_dialect;
};

} // namespace wire::omada_hotspot
