#include "assembly/portalanswers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView doorPrefix = "/for/";
constexpr qsizetype longestDestination = 1024;

/// Never kept, never framed, nothing loaded, and the address with its query goes nowhere else.
void addSafety(InboundReply &reply)
{
    reply.headers = {{"Cache-Control", "no-store"},
        {"Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; "
            "base-uri 'none'; form-action 'none'"},
        {"Referrer-Policy", "no-referrer"}, {"X-Content-Type-Options", "nosniff"}};
}

} // namespace

PortalTarget portalTargetOf(const QByteArray &target)
{
    if (!target.startsWith(doorPrefix))
        return {{}, target};
    const QByteArray inside = target.sliced(doorPrefix.size());
    const auto isEnd = [](char c) { return c == '/' || c == '?'; };
    const qsizetype length = std::ranges::find_if(inside, isEnd) - inside.begin();
    QByteArray rest = inside.sliced(length);
    if (!rest.startsWith('/'))
        rest.prepend('/');
    return {QString::fromLatin1(inside.first(length)), rest};
}

bool isProbe(const QByteArray &path)
{
    static const QByteArrayList names = {"generate_204", "gen_204", "hotspot-detect.html",
        "connecttest.txt", "ncsi.txt", "success.txt", "success.html", "canonical.html",
        "check_network_status.txt", "kindle-wifi/wifistub.html", "favicon.ico", "robots.txt",
        "apple-touch-icon.png", "apple-touch-icon-precomposed.png"};
    return std::ranges::any_of(names, [&path](const QByteArray &name) {
        return path.endsWith(name) && path.at(path.size() - name.size() - 1) == '/';
    });
}

std::optional<QUrl> plainDestination(const QString &destination, const QByteArray &ownHost)
{
    if (destination.size() > longestDestination)
        return std::nullopt;
    const QUrl url(destination, QUrl::TolerantMode);
    const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty())
        return std::nullopt;
    const QUrl own(u"http://"_s + QString::fromLatin1(ownHost));
    constexpr int plainPort = 80;
    const bool isOurs = url.host() == own.host()
        && (url.scheme() == u"https" || url.port(plainPort) == own.port(plainPort));
    return isOurs ? std::nullopt : std::optional(url);
}

InboundReply htmlAnswer(int status, const QByteArray &page)
{
    InboundReply reply;
    reply.status = status;
    reply.contentType = "text/html; charset=utf-8";
    addSafety(reply);
    reply.body = page;
    return reply;
}

InboundReply shortAnswer(int status)
{
    InboundReply reply;
    reply.status = status;
    addSafety(reply);
    return reply;
}
