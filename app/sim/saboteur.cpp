#include "sim/saboteur.h"

using namespace Qt::StringLiterals;

namespace {

QByteArray gzipped(const QByteArray &plain)
{
    // qCompress gives a zlib stream behind four bytes of length; gzip wants the raw deflate data
    // within, and a CRC.
    const QByteArray deflated = qCompress(plain).sliced(6).chopped(4);
    quint32 crc = ~0u;
    for (const char byte : plain) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? crc >> 1 ^ 0xedb88320u : crc >> 1;
    }
    const auto littleEndian = [](quint32 value) {
        QByteArray bytes;
        for (int shift = 0; shift < 32; shift += 8)
            bytes += char(value >> shift & 0xff);
        return bytes;
    };
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10) + deflated + littleEndian(~crc)
        + littleEndian(quint32(plain.size()));
}

QByteArray hugeJson(int megabytes)
{
    QByteArray body = "{\"data\":[";
    const QByteArray filler = "\"" + QByteArray(1022, 'x') + "\",";
    body.reserve(qsizetype(megabytes) * 1024 * 1025 + 64);
    for (int i = 0; i < megabytes * 1024; ++i)
        body += filler;
    return body + "\"\"]}";
}

QByteArray deepJson()
{
    constexpr int levels = 100'000;
    return "{\"data\":" + QByteArray(levels, '[') + QByteArray(levels, ']') + '}';
}

SimReply unanswered(SimReply::Fate fate, const QString &did)
{
    SimReply reply;
    reply.fate = fate;
    reply.status = 0;
    reply.did = did;
    return reply;
}

} // namespace

std::optional<SimReply> Saboteur::before()
{
    Faults &faults = m_world.faults;
    if (faults.strikes(Fault::CutBefore))
        return unanswered(SimReply::Fate::Dropped, u"cut the connection before doing anything"_s);
    if (faults.strikes(Fault::Hang))
        return unanswered(SimReply::Fate::Never, u"never answered"_s);
    if (faults.strikes(Fault::Html502))
        return htmlReply(502,
            "<html>\n<head><title>502 Bad Gateway</title></head>\n<body><center>"
            "<h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body>\n</html>",
            u"502 with HTML"_s);
    if (faults.strikes(Fault::Empty503)) {
        SimReply reply;
        reply.status = 503;
        reply.did = u"503 without a body"_s;
        return reply;
    }
    if (faults.strikes(Fault::LoginPage200))
        return m_protocol.signInPage();
    return rateLimited();
}

std::optional<SimReply> Saboteur::rateLimited()
{
    Faults &faults = m_world.faults;
    if (!faults.has(Fault::RateLimit))
        return std::nullopt;
    const qint64 now = m_world.now();
    if (m_limitedUntil == 0)
        m_limitedUntil = now + qint64(faults.argument(Fault::RateLimit)) * 1000;
    if (now >= m_limitedUntil) {
        faults.remove(Fault::RateLimit);
        m_limitedUntil = 0;
        return std::nullopt;
    }
    SimReply reply = m_protocol.tooManyRequests();
    reply.headers.emplace_back(
        "Retry-After", QByteArray::number((m_limitedUntil - now + 999) / 1000));
    return reply;
}

void Saboteur::after(SimReply &reply)
{
    Faults &faults = m_world.faults;
    reply.delay = std::chrono::milliseconds(
        faults.argument(Fault::Slow) + (reply.acted ? faults.argument(Fault::SlowActions) : 0));
    if (reply.acted && faults.strikes(Fault::CutAfterAction)) {
        reply.fate = SimReply::Fate::Dropped;
        reply.did += u", then cut the connection"_s;
    }
    if (reply.acted && faults.strikes(Fault::Html500AfterAction)) {
        reply.status = 500;
        reply.contentType = "text/html;charset=utf-8";
        reply.body = "<html><head><title>Error 500</title></head>"
                     "<body><h1>HTTP Status 500</h1></body></html>";
        reply.did += u", then answered 500"_s;
    }
    if (faults.strikes(Fault::TruncatedBody))
        reply.fate = SimReply::Fate::CutShort;
    if (faults.strikes(Fault::EmptyBody))
        reply.body.clear();
    if (faults.strikes(Fault::BadJson))
        reply.body.truncate(reply.body.size() * 2 / 3);
    if (faults.has(Fault::HugeBody))
        reply.body = hugeJson(faults.argument(Fault::HugeBody));
    if (faults.strikes(Fault::DeepJson))
        reply.body = deepJson();
    if (faults.has(Fault::GzipWithoutHeader))
        reply.body = gzipped(reply.body);
}

void Saboteur::cutHead(SimReply &reply)
{
    const Faults &faults = m_world.faults;
    const int bytes = faults.argument(Fault::CutHead);
    if (!reply.acted || !faults.has(Fault::CutHead) || bytes >= headOf(reply, true).size())
        return;
    reply.fate = SimReply::Fate::CutInHead;
    reply.headBytes = bytes;
    reply.did += u", then cut the connection after %1 bytes of the head"_s.arg(bytes);
}
