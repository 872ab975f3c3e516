#pragma once

#include "core/http.h"
#include "core/limits.h"
#include "core/macaddress.h"
#include "core/secret.h"

class QJsonObject;

namespace wire::unifi_classic {

/// Which kind of controller this is: where its paths lie, and how it is signed in to.
enum class Style {
    UnifiOs, ///< a console or a UniFi OS Server: the Network application behind a proxy
    SelfHosted, ///< a Network Server of its own, usually at port 8443
};

/// What can be set while authorizing, and in which range.
[[nodiscard]] LimitRules limitRules();

/// Asks for the root, whose answer tells the style: see readStyle().
[[nodiscard]] HttpRequest root();

/// Sent at most once, for every attempt counts against the limit of sign-ins.
[[nodiscard]] HttpRequest signIn(Style style, const QString &account, const Secret &password);

/// The requests of one signed-in session, below the controller's origin; its cookies are the
/// channel's business. Sites go by their short name, which is case-sensitive.
class Requests
{
public:
    /// csrfToken: empty where none has been told.
    Requests(Style style, const Secret &csrfToken);

    [[nodiscard]] HttpRequest sites() const;
    [[nodiscard]] HttpRequest system(const QString &site) const;
    [[nodiscard]] HttpRequest stations(const QString &site) const;
    /// Authorizations that are live or were within the longest time that one can last. Changes
    /// nothing, though it is a POST.
    [[nodiscard]] HttpRequest guests(const QString &site) const;
    [[nodiscard]] HttpRequest devices(const QString &site) const;
    /// Everybody that the site knows, also those who are not connected.
    [[nodiscard]] HttpRequest knownStations(const QString &site) const;
    /// Where a site tells over a WebSocket what happens at it.
    [[nodiscard]] QString eventsPath(const QString &site) const;
    /// How long a guest is let in where nobody says how long.
    [[nodiscard]] HttpRequest guestAccess(const QString &site) const;

    /// Unset limits are left out, for 0 would not mean "none". Unset minutes, too, make the
    /// controller apply its own default. accessPoint: enforced sooner where it is named.
    [[nodiscard]] HttpRequest authorize(const QString &site, MacAddress mac, const Limits &limits,
        std::optional<MacAddress> accessPoint) const;
    [[nodiscard]] HttpRequest unauthorize(const QString &site, MacAddress mac) const;
    [[nodiscard]] HttpRequest block(const QString &site, MacAddress mac) const;
    [[nodiscard]] HttpRequest unblock(const QString &site, MacAddress mac) const;

private:
    [[nodiscard]] QString below(const QString &path) const;
    [[nodiscard]] HttpRequest get(const QString &path) const;
    [[nodiscard]] HttpRequest post(const QString &path, const QJsonObject &body) const;
    [[nodiscard]] HttpRequest command(
        const QString &site, const QString &word, MacAddress mac, QJsonObject body) const;

    Style m_style;
    QByteArray m_csrfToken;
};

/// The CSRF token that a request was sent with.
[[nodiscard]] QByteArray csrfTokenOf(const HttpRequest &request);

} // namespace wire::unifi_classic
