#include "wire/redirect/redirectquery.h"

#include <algorithm>

namespace wire {

namespace {

/// The names that a device's address goes by; id is UniFi's and means other things elsewhere.
constexpr const char *deviceNames[] = {"clientmac", "cid", "id"};
constexpr const char *otherNames[] = {"apmac", "ap", "ssidname", "ssid", "radioid", "rid", "t",
    "site", "gatewaymac", "vid", "clientip", "redirecturl", "url"};

/// As often as somebody encodes what is encoded already.
constexpr int mostEncodings = 3;

bool isDeviceName(const QByteArray &name)
{
    return std::ranges::find(deviceNames, name) != std::end(deviceNames);
}

bool isKnown(const QByteArray &name)
{
    return isDeviceName(name) || std::ranges::find(otherNames, name) != std::end(otherNames);
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool isEscapeAt(QByteArrayView text, qsizetype at)
{
    return at + 2 < text.size() && text[at] == '%' && hexDigit(text[at + 1]) >= 0
        && hexDigit(text[at + 2]) >= 0;
}

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The name of "name=value", in lower case. HTML's "amp;" and words of a sentence may stand before
/// it.
QByteArray nameOf(const QByteArray &piece)
{
    const qsizetype end = std::max<qsizetype>(piece.indexOf('='), 0);
    qsizetype begin = end;
    while (begin > 0 && isWordCharacter(piece[begin - 1]))
        --begin;
    return piece.mid(begin, end - begin).toLower();
}

QByteArray valueOf(const QByteArray &piece)
{
    return piece.mid(piece.indexOf('=') + 1);
}

/// Up to what ends an address in running text.
QByteArray untilItEnds(const QByteArray &value)
{
    const auto end = std::ranges::find_if(
        value, [](char c) { return QByteArrayView(" \t\r\n\"<>#").contains(c); });
    return value.left(end - value.begin());
}

std::optional<MacAddress> macOf(const QByteArray &piece)
{
    QByteArray value = untilItEnds(valueOf(piece).trimmed());
    for (int i = 0; i < mostEncodings; ++i)
        value = percentDecoded(value);
    return MacAddress::parse(QString::fromUtf8(value));
}

/// Every escape in it stands for a percent sign that begins another: it was encoded once more.
bool isEncodedAgain(QByteArrayView query)
{
    bool escapes = false;
    for (qsizetype i = 0; i < query.size(); ++i) {
        if (query[i] != '%')
            continue;
        const bool again = query.sliced(i).startsWith("%25") && i + 4 < query.size()
            && hexDigit(query[i + 3]) >= 0 && hexDigit(query[i + 4]) >= 0;
        if (!again)
            return false;
        escapes = true;
    }
    return escapes;
}

struct Place
{
    qsizetype begin = 0; ///< of the query
    QByteArray deviceName;
    MacAddress device;
};

/// The query begins after the last question mark before the device: links may carry links.
std::optional<Place> placeOfQuery(const QByteArray &text)
{
    Place place;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = begin;
        while (end < text.size() && text[end] != '&' && text[end] != '?')
            ++end;
        const QByteArray piece = text.mid(begin, end - begin);
        place.deviceName = nameOf(piece);
        if (isDeviceName(place.deviceName)) {
            if (const std::optional<MacAddress> mac = macOf(piece)) {
                place.device = *mac;
                return place;
            }
        }
        if (end < text.size() && text[end] == '?')
            place.begin = end + 1;
        begin = end + 1;
    }
    return std::nullopt;
}

/// The parameters up to the last known one. What ends an address in running text is part of every
/// other value, for nobody encodes as they should.
QList<QByteArray> piecesOf(const QByteArray &query, AfterQuery after)
{
    QList<QByteArray> pieces = query.split('&');
    if (after == AfterQuery::Nothing)
        return pieces;
    while (!pieces.isEmpty() && !isKnown(nameOf(pieces.last())))
        pieces.removeLast();
    if (pieces.isEmpty())
        return pieces;
    QByteArray &last = pieces.last();
    const qsizetype value = last.indexOf('=') + 1;
    last = last.left(value) + untilItEnds(last.mid(value));
    return pieces;
}

} // namespace

QByteArray percentDecoded(QByteArrayView text)
{
    QByteArray decoded;
    decoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isEscapeAt(text, i)) {
            decoded += char(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

QByteArray RedirectQuery::value(std::initializer_list<const char *> names) const
{
    for (const char *name : names)
        if (const auto found = values.constFind(name); found != values.cend())
            return *found;
    return {};
}

std::optional<RedirectQuery> redirectQueryIn(const QByteArray &text, AfterQuery after)
{
    const std::optional<Place> place = placeOfQuery(text);
    if (!place)
        return std::nullopt;
    QByteArray encoded = text.mid(place->begin);
    for (int i = 1; i < mostEncodings && isEncodedAgain(encoded); ++i)
        encoded.replace("%25", "%");

    RedirectQuery query;
    query.before = percentDecoded(text.left(place->begin));
    query.deviceName = place->deviceName;
    query.devices = {place->device};
    const QList<QByteArray> pieces = piecesOf(encoded, after);
    for (const QByteArray &piece : pieces) {
        const QByteArray name = nameOf(piece);
        if (!isKnown(name))
            continue;
        if (const std::optional<MacAddress> mac = macOf(piece); isDeviceName(name) && mac)
            query.devices += *mac;
        if (!query.values.contains(name))
            query.values.insert(name, percentDecoded(valueOf(piece).replace('+', ' ')));
    }
    return query;
}

QByteArray unreadableDeviceIn(const QByteArray &text)
{
    for (const QByteArray &part : text.split('?'))
        for (const QByteArray &piece : part.split('&'))
            if (const QByteArray name = nameOf(piece); name == "clientmac" || name == "cid")
                return percentDecoded(valueOf(piece));
    return {};
}

} // namespace wire
