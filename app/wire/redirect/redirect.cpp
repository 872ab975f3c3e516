#include "wire/redirect/redirect.h"

#include "wire/foreigntext.h"
#include "wire/redirect/pastedtext.h"
#include "wire/redirect/redirectquery.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

/// The sentences of this file; at the top, where lupdate finds its context.
class RedirectPhrases
{
    Q_DECLARE_TR_FUNCTIONS(RedirectPhrases)
};

namespace wire {

namespace {

constexpr qsizetype mostCharacters = 32 * 1024; // of a whole mail that somebody pastes
constexpr int mostOfSsid = 32; // IEEE 802.11: octets
constexpr int mostOfSite = 128;
constexpr int mostOfDestination = 2000;

tl::unexpected<Failure> invalid(const QString &detail, const QString &said)
{
    return fail(Failure{Failure::Kind::InvalidInput, detail, said});
}

/// Foreign text whose blanks count. Joiners stay: they are part of names in some scripts.
QString plain(const QByteArray &utf8, int most)
{
    QString text = QString::fromUtf8(utf8.left(4 * qsizetype(most)));
    text.removeIf([](QChar c) {
        constexpr QChar nonJoiner(0x200c);
        constexpr QChar joiner(0x200d);
        return c.category() == QChar::Other_Control
            || (c.category() == QChar::Other_Format && c != nonJoiner && c != joiner)
            || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
    });
    text.truncate(most);
    if (text.endsWith(QChar::ReplacementCharacter)
        || (!text.isEmpty() && text.back().isHighSurrogate()))
        text.chop(1); // half a character, by our own cut or theirs
    return text;
}

std::optional<MacAddress> macOf(const QByteArray &text)
{
    return MacAddress::parse(QString::fromUtf8(text));
}

std::optional<int> numberOf(const QByteArray &text, int least, int most)
{
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    return isNumber && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

/// In seconds, milliseconds or microseconds since 1970: which one, its size tells until the year
/// 5138.
std::optional<QDateTime> timeOf(const QByteArray &text)
{
    constexpr qint64 leastMs = 100'000'000'000;
    bool isNumber = false;
    qint64 time = text.trimmed().toLongLong(&isNumber);
    if (!isNumber || time <= 0)
        return std::nullopt;
    if (time < leastMs)
        time *= 1000;
    else if (time >= leastMs * 1000)
        time /= 1000;
    return time < leastMs * 1000 ? std::optional(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC))
                                 : std::nullopt;
}

QString ipOf(const QByteArray &text)
{
    constexpr qsizetype longest = 45;
    const QString address = QString::fromUtf8(text).trimmed();
    const bool good = address.size() <= longest && std::ranges::all_of(address, [](QChar c) {
        return QStringView(u"0123456789abcdefABCDEF.:").contains(c);
    });
    return good ? address : QString();
}

/// Only what a browser can have asked for.
QString destinationOf(const QByteArray &text)
{
    const QString address = plain(text, mostOfDestination).trimmed();
    const bool isWeb = address.startsWith("http://"_L1, Qt::CaseInsensitive)
        || address.startsWith("https://"_L1, Qt::CaseInsensitive);
    return isWeb ? address : QString();
}

CapturedRedirect::Spelling spellingOf(const QByteArray &deviceName)
{
    using Spelling = CapturedRedirect::Spelling;
    return deviceName == "id" ? Spelling::Unifi
        : deviceName == "cid" ? Spelling::Cid
                              : Spelling::ClientMac;
}

/// UniFi tells its site in the path: /guest/s/<site>/
QByteArray siteOf(const RedirectQuery &query)
{
    constexpr QByteArrayView folder("/guest/s/");
    const qsizetype at = query.before.toLower().lastIndexOf(folder);
    if (query.deviceName != "id" || at < 0)
        return query.value({"site"});
    const QByteArray rest = query.before.mid(at + folder.size());
    const auto end
        = std::ranges::find_if(rest, [](char c) { return c == '/' || c == '?' || c == '#'; });
    return rest.left(end - rest.begin());
}

Result<CapturedRedirect> redirectOf(const RedirectQuery &query)
{
    CapturedRedirect redirect;
    redirect.spelling = spellingOf(query.deviceName);
    redirect.client = query.devices.first();
    constexpr quint64 groupBit = 0x0100'0000'0000;
    if (redirect.client.isNull() || (redirect.client.bits() & groupBit) != 0)
        return invalid(u"not the address of a device"_s,
            RedirectPhrases::tr("“%1” is not the MAC address of a device.")
                .arg(redirect.client.toString()));
    if (query.devices.count(redirect.client) != query.devices.size())
        return invalid(u"two devices"_s,
            RedirectPhrases::tr(
                "This address names two devices. Copy the address from the device that waits."));
    redirect.site = plain(siteOf(query), mostOfSite);
    redirect.accessPoint = macOf(query.value({"apmac", "ap"}));
    redirect.gateway = macOf(query.value({"gatewaymac"}));
    redirect.vlan = numberOf(query.value({"vid"}), 1, 4094);
    redirect.radio = numberOf(query.value({"radioid", "rid"}), 0, 3);
    redirect.ssid = plain(query.value({"ssidname", "ssid"}), mostOfSsid);
    if (redirect.spelling == CapturedRedirect::Spelling::Unifi)
        redirect.ssid = redirect.ssid.trimmed(); // padded there, and never sent back
    redirect.clientIp = ipOf(query.value({"clientip"}));
    redirect.redirectedAt = timeOf(query.value({"t"}));
    redirect.destination = destinationOf(query.value({"redirecturl", "url"}));
    return redirect;
}

Result<CapturedRedirect> withoutDevice(const QByteArray &text)
{
    const QByteArray unreadable = unreadableDeviceIn(text);
    if (!unreadable.isEmpty())
        return invalid(u"no MAC address"_s,
            RedirectPhrases::tr("“%1” in this address is not a MAC address. Copy the whole address "
                                "from the browser "
                                "of the device that waits.")
                .arg(foreignText(QString::fromUtf8(unreadable))));
    // The built-in portal of UniFi (ports 8880 and 8843) encrypts what it knows.
    if (text.contains("/guest/s/") && text.contains("ec="))
        return invalid(u"encrypted by UniFi"_s,
            RedirectPhrases::tr("This address of UniFi's own portal does not tell the device. Only "
                                "an external portal "
                                "gets addresses that do."));
    return invalid(u"no device"_s,
        RedirectPhrases::tr("This address does not tell which device waits. Copy the whole address "
                            "from the browser of "
                            "the device that waits."));
}

tl::unexpected<Failure> tooLong()
{
    return invalid(u"too long"_s,
        RedirectPhrases::tr("This is too long for an address. Copy only the address from the "
                            "browser of the device that "
                            "waits."));
}

} // namespace

Result<CapturedRedirect> readRedirect(const QString &pasted)
{
    if (pasted.size() > mostCharacters)
        return tooLong();
    QByteArray text = unfolded(pasted).toUtf8();
    constexpr int mostLinks = 3; // one link inside another
    for (int i = 0; i < mostLinks; ++i) {
        if (const auto query = redirectQueryIn(text, AfterQuery::Anything))
            return redirectOf(*query);
        text = percentDecoded(text);
    }
    return withoutDevice(text);
}

Result<CapturedRedirect> readRedirectTarget(const QByteArray &target)
{
    if (target.size() > mostCharacters)
        return tooLong();
    const auto query = redirectQueryIn(target, AfterQuery::Nothing);
    return query ? redirectOf(*query) : withoutDevice(target);
}

} // namespace wire
