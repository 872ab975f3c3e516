#include "sim/unifisites.h"

#include "sim/controllersimulator.h"

using namespace Qt::StringLiterals;

namespace {

/// What is odd about one browser's redirect. Every address has its own, for good.
enum class Oddity {
    None,
    NoUrl,
    NoSsid,
    NeitherUrlNorSsid,
    EscapedSlash,
    BlanksAfterSsid,
    Default
};

Oddity oddityOf(quint64 mac)
{
    constexpr Oddity cycle[]
        = {Oddity::None, Oddity::NoUrl, Oddity::None, Oddity::EscapedSlash, Oddity::NoSsid,
            Oddity::None, Oddity::BlanksAfterSsid, Oddity::Default, Oddity::NeitherUrlNorSsid};
    return cycle[mac % std::size(cycle)];
}

QByteArray destination(Oddity oddity)
{
    return oddity == Oddity::EscapedSlash ? "http://connectivitycheck.gstatic.com%2Fgenerate_204"
                                          : "http://captive.apple.com/hotspot-detect.html";
}

QByteArray queryOf(const SimWorld &world, const SimClient &client, Oddity oddity)
{
    const auto spelled = [](quint64 mac) { return spelledMac(mac, ":"_L1, false).toLatin1(); };
    QByteArray query = "ap=" + spelled(world.venue.devices()[size_t(client.device)].mac)
        + "&id=" + spelled(client.mac) + "&t=" + QByteArray::number(client.connectedAt / 1000);
    if (oddity != Oddity::NoUrl && oddity != Oddity::NeitherUrlNorSsid)
        query += "&url=" + destination(oddity);
    if (oddity == Oddity::NoSsid || oddity == Oddity::NeitherUrlNorSsid)
        return query;
    query += "&ssid=" + world.venue.sites()[size_t(client.site)].ssid.toUtf8().toPercentEncoding();
    return oddity == Oddity::BlanksAfterSsid ? query + "%20%20" : query;
}

} // namespace

QString unifiShortName(quint32 seed, int site)
{
    return site == 0 ? u"default"_s : seededHex(seed + quint32(site), u"site"_s, 8);
}

QList<QUrl> unifiRedirects(const SimWorld &world, quint32 seed, const QUrl &portal)
{
    QList<QUrl> redirects;
    for (const quint64 mac : world.venue.waiting(world.now())) {
        const SimClient &client
            = world.venue.clients()[size_t(world.venue.clientByMac(mac).value())];
        const Oddity oddity = oddityOf(mac);
        const int site = oddity == Oddity::Default ? 0 : client.site;
        QUrl url = portal;
        url.setPath(u"/guest/s/%1/"_s.arg(unifiShortName(seed, site)));
        url.setQuery(QString::fromLatin1(queryOf(world, client, oddity)), QUrl::StrictMode);
        redirects += url;
    }
    return redirects;
}
