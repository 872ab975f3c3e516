#pragma once

#include "sim/exchange.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

/// One generation's protocol over a simulated world. Keeps sessions and ids, knows nothing of
/// sockets.
class ControllerSimulator
{
public:
    virtual ~ControllerSimulator() = default;

    [[nodiscard]] virtual SimReply answer(const SimRequest &request) = 0;

    /// What the base URL is below https://host:port; empty where the controller lives at the root.
    [[nodiscard]] virtual QString basePath() const { return {}; }
    [[nodiscard]] virtual QJsonObject credentials() const = 0;
    [[nodiscard]] virtual QJsonArray sites() const = 0; ///< objects with id and name
    [[nodiscard]] virtual QString macSpelling(quint64 mac) const = 0;
    [[nodiscard]] virtual QString commonName() const = 0; ///< of the certificate

    /// Where the browsers of those who wait are sent, in the order of Venue::waiting(), when the
    /// external portal is at this address. Empty where this product sends nobody to one.
    [[nodiscard]] virtual QList<QUrl> redirects(const QUrl &portal) const
    {
        Q_UNUSED(portal)
        return {};
    }

    /// What happened since this was asked last, for those who listen: the feed and one message
    /// each.
    [[nodiscard]] virtual QList<std::pair<QByteArray, QByteArray>> takeEvents() { return {}; }

    /// Status 200 with HTML where JSON was wanted.
    [[nodiscard]] virtual SimReply signInPage() const = 0;
    /// Status 429 in this product's shape; Retry-After is added to it.
    [[nodiscard]] virtual SimReply tooManyRequests() const = 0;
};

/// Twelve hexadecimal digits, with or without separators.
[[nodiscard]] QString spelledMac(quint64 mac, QLatin1StringView separator, bool upper);
/// The reverse: only for exactly this spelling.
[[nodiscard]] std::optional<quint64> macSpelledAs(
    const QString &text, QLatin1StringView separator, bool upper);
/// A portal's address with these parameters, in this order, every special sign encoded.
[[nodiscard]] QUrl redirectTo(
    const QUrl &portal, const QList<std::pair<QString, QString>> &parameters);
/// Hexadecimal digits that follow from a seed and a purpose, for keys and ids.
[[nodiscard]] QString seededHex(quint32 seed, const QString &purpose, int digits);
