#include "sim/eventfeed.h"

#include <QCryptographicHash>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace eventfeed {

namespace {

constexpr quint8 final = 0x80;
enum Opcode : quint8 { Text = 0x1, Close = 0x8, Ping = 0x9, Pong = 0xa };

constexpr qsizetype longestShort = 125; ///< and of every control frame
constexpr quint8 twoMore = 126;
constexpr quint8 eightMore = 127;

QByteArray frame(Opcode opcode, const QByteArray &payload)
{
    QByteArray head(1, char(final | opcode));
    if (payload.size() <= longestShort) {
        head += char(payload.size());
    } else if (payload.size() <= 0xffff) {
        const quint16 length = qToBigEndian(quint16(payload.size()));
        head += char(twoMore) + QByteArray(reinterpret_cast<const char *>(&length), 2);
    } else {
        const quint64 length = qToBigEndian(quint64(payload.size()));
        head += char(eightMore) + QByteArray(reinterpret_cast<const char *>(&length), 8);
    }
    return head + payload;
}

} // namespace

SimReply opened(const SimRequest &request, const QByteArray &feed)
{
    const QByteArray key = request.header("sec-websocket-key");
    if (request.header("upgrade").toLower() != "websocket" || key.isEmpty())
        return jsonReply(400, {}, u"refused a feed of events: no upgrade"_s);
    const QByteArray accept = QCryptographicHash::hash(
        key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1);
    SimReply reply;
    reply.status = 101;
    reply.headers = {{"Upgrade", "websocket"}, {"Sec-WebSocket-Accept", accept.toBase64()}};
    reply.feed = feed;
    reply.did = u"opened a feed of events"_s;
    return reply;
}

QByteArray headOf(const SimReply &opened)
{
    QByteArray head = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\n";
    for (const auto &[name, value] : opened.headers)
        head += name + ": " + value + "\r\n";
    return head + "\r\n";
}

QByteArray textFrame(const QByteArray &text)
{
    return frame(Text, text);
}

/// Clients mask what they send; only their short frames matter here, and longer ones end it.
Response respond(QByteArray &unread)
{
    constexpr qsizetype headAndMask = 6;
    Response response;
    while (unread.size() >= headAndMask && !response.ends) {
        const quint8 opcode = quint8(unread.at(0)) & 0x0f;
        const qsizetype length = quint8(unread.at(1)) & 0x7f;
        if (length > longestShort) {
            response.ends = true;
            break;
        }
        if (unread.size() < headAndMask + length)
            break;
        QByteArray payload = unread.mid(headAndMask, length);
        for (qsizetype i = 0; i < length; ++i)
            payload[i] = char(payload.at(i) ^ unread.at(2 + i % 4));
        unread.remove(0, headAndMask + length);
        if (opcode == Ping)
            response.bytes += frame(Pong, payload);
        response.ends = opcode == Close;
        if (response.ends)
            response.bytes += frame(Close, payload);
    }
    return response;
}

} // namespace eventfeed
