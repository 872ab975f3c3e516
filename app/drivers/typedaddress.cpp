#include "drivers/typedaddress.h"

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int httpsPort = 443;

/// UniFi console or Omada hardware, UniFi OS Server, self-hosted UniFi, Omada software controller.
constexpr std::array usualPorts{httpsPort, 11443, 8443, 8043};

QUrl parsed(QString text)
{
    const bool isBareIpv6 = text.count(u':') > 1 && !text.contains(u'[') && !text.contains(u'/');
    if (isBareIpv6)
        text = u'[' + text + u']';
    if (!text.contains("://"_L1))
        text.prepend("https://"_L1);
    return QUrl(text, QUrl::TolerantMode);
}

/// The part of a path that says where the API is; what a browser shows of the web interface says
/// nothing.
QString meaningfulPath(const QString &path)
{
    static const QString connector = u"/v1/connector/consoles/"_s;
    if (path.startsWith(connector))
        return connector + path.mid(connector.size()).section(u'/', 0, 0);
    for (const QString &known : {u"/proxy/network/integration/v1"_s, u"/integration/v1"_s,
             u"/proxy/network/integration"_s, u"/integration"_s, u"/proxy/network"_s})
        if (path == known || path == known + u'/')
            return known;
    return {};
}

QUrl baseUrl(const QString &host, int port, const QString &path)
{
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(host);
    if (port != httpsPort)
        url.setPort(port);
    url.setPath(path);
    return url;
}

} // namespace

Result<QList<QUrl>> candidatesFor(const QString &typed)
{
    const QUrl url = parsed(typed.trimmed());
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || url.host().isEmpty() || !isWeb)
        return fail(Failure::Kind::InvalidInput, u"the address names no host"_s);

    const QString path = meaningfulPath(url.path());
    if (!path.isEmpty())
        return QList<QUrl>{baseUrl(url.host(), url.port(httpsPort), path)};

    QList<QUrl> candidates;
    if (url.port() > 0)
        candidates.append(baseUrl(url.host(), url.port(), {}));
    for (const int port : usualPorts)
        if (const QUrl usual = baseUrl(url.host(), port, {}); !candidates.contains(usual))
            candidates.append(usual);
    return candidates;
}
