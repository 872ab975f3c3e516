#pragma once

#include "core/http.h"
#include "core/limits.h"
#include "core/secret.h"

class QJsonObject;

namespace wire::unifi_integration {

/// Rows a page may have at most; more is refused.
inline constexpr int pageLimit = 200;

/// What can be set while authorizing, and in which range. Requests outside of it are refused.
[[nodiscard]] LimitRules limitRules();

/// Where the API lies below a controller's base URL: under /proxy/network on a console, a UniFi OS
/// Server and through the cloud connector; at the root of a self-hosted Network Server (port 8443);
/// nowhere further when the URL names it already.
[[nodiscard]] QString apiPath(const QUrl &base);

/// A URL of Ubiquiti's cloud connector, which stands for one console.
[[nodiscard]] bool isConnector(const QUrl &base);

/// Asks for the version without a key: the status tells whether the API is there.
[[nodiscard]] HttpRequest probe(const QString &apiPath);

/// The requests that one key can make. Ids in paths are percent-encoded.
class Requests
{
public:
    /// key: blanks and line ends around it are dropped, as pasted keys bring them.
    Requests(const QUrl &base, const Secret &key);

    [[nodiscard]] bool hasKey() const { return !m_key.isEmpty(); }

    [[nodiscard]] HttpRequest info() const;
    [[nodiscard]] HttpRequest sites(qint64 offset) const;
    /// filter: empty, or an expression of filters.h.
    [[nodiscard]] HttpRequest clients(
        const QString &siteId, qint64 offset, const QString &filter = {}) const;
    [[nodiscard]] HttpRequest client(const QString &siteId, const QString &clientId) const;
    [[nodiscard]] HttpRequest devices(const QString &siteId, qint64 offset) const;

    /// Limits that are unset are left out: the body is strict, and null or 0 would be refused or
    /// mean something else.
    [[nodiscard]] HttpRequest authorize(
        const QString &siteId, const QString &clientId, const Limits &limits) const;
    [[nodiscard]] HttpRequest unauthorize(const QString &siteId, const QString &clientId) const;

private:
    [[nodiscard]] HttpRequest get(const QString &path) const;
    [[nodiscard]] HttpRequest page(const QString &path, qint64 offset) const;
    [[nodiscard]] HttpRequest action(
        const QString &siteId, const QString &clientId, const QJsonObject &body) const;

    QString m_apiPath;
    QByteArray m_key;
};

} // namespace wire::unifi_integration
