#pragma once

#include "core/http.h"
#include "core/limits.h"
#include "core/macaddress.h"
#include "core/secret.h"

class QJsonObject;

namespace wire::omada_openapi {

/// Rows a page may have at most. Page number and size are required in every list.
inline constexpr int pageLimit = 1000;

/// What can be set while authorizing: rates only, 1 to 1024 in kbit/s or in Mbit/s.
[[nodiscard]] LimitRules limitRules();

/// How much an authorization can be extended at once.
inline constexpr LimitRange extensionMinutes{1, 1'440'000'000};

/// Whether a controller of this version ends an authorization by its record, too.
[[nodiscard]] bool endsRecords(const QString &controllerVersion);

/// The two forms of the client list; the second came with 6.2, which broke the first on many
/// controllers.
enum class ListVersion { V1, V2 };

/// The form that a controller of this version is asked for first.
[[nodiscard]] ListVersion preferredListVersion(const QString &controllerVersion);

/// Which controller this is; needs no sign-in.
[[nodiscard]] HttpRequest apiInfo();

/// An access token for a client id and secret.
[[nodiscard]] HttpRequest token(
    const QString &omadacId, const QString &clientId, const Secret &clientSecret);

/// The requests of one signed-in application. Path parts are percent-encoded, MAC addresses in
/// upper case with hyphens.
class Requests
{
public:
    Requests(const QString &omadacId, const Secret &accessToken);

    [[nodiscard]] HttpRequest sites(int page) const;

    /// Those who are online. search: empty, or a MAC address.
    [[nodiscard]] HttpRequest clients(ListVersion version, const QString &siteId, int page) const;
    [[nodiscard]] HttpRequest client(const QString &siteId, MacAddress mac) const;

    /// The history of authorizations; of one client, or of all.
    [[nodiscard]] HttpRequest authedRecords(
        const QString &siteId, int page, std::optional<MacAddress> mac = {}) const;

    [[nodiscard]] HttpRequest authorize(const QString &siteId, MacAddress mac) const;
    [[nodiscard]] HttpRequest unauthorize(const QString &siteId, MacAddress mac) const;
    [[nodiscard]] HttpRequest extend(
        const QString &siteId, const QString &recordId, int addMinutes) const;

    /// Ends one record, also of a client that is not connected.
    [[nodiscard]] HttpRequest endRecord(const QString &siteId, const QString &recordId) const;

    /// For good, until it is unblocked.
    [[nodiscard]] HttpRequest block(const QString &siteId, MacAddress mac) const;
    [[nodiscard]] HttpRequest unblock(const QString &siteId, MacAddress mac) const;

    /// Rates of the client, which outlive its authorization; unset removes them. Rates above 1024
    /// kbit/s are sent as whole Mbit/s, rounded up.
    [[nodiscard]] HttpRequest rateLimit(const QString &siteId, MacAddress mac,
        std::optional<int> downKbps, std::optional<int> upKbps) const;

private:
    [[nodiscard]] QString sitePath(const QString &siteId) const;
    [[nodiscard]] HttpRequest get(const QString &path) const;
    [[nodiscard]] HttpRequest post(const QString &path, const QJsonObject &body) const;

    QString m_id;
    QByteArray m_authorization;
};

} // namespace wire::omada_openapi
