#include "net/gzip.h"

#include <zlib.h>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

/// An inflating zlib stream that cleans up after itself.
struct GzipInflation::Stream
{
    Stream()
    {
        constexpr int gzipOnly = 16;
        ready = inflateInit2(&zlib, MAX_WBITS + gzipOnly) == Z_OK;
    }
    ~Stream()
    {
        if (ready)
            inflateEnd(&zlib);
    }
    Q_DISABLE_COPY_MOVE(Stream)

    z_stream zlib{};
    bool ready = false;
};

bool looksGzipped(QByteArrayView bytes)
{
    return bytes.size() > 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

GzipInflation::GzipInflation(QByteArray compressed, qint64 maxBytes)
    : m_stream(std::make_unique<Stream>())
    , m_compressed(std::move(compressed))
    , m_maxBytes(maxBytes)
{
    if (m_compressed.size() > std::numeric_limits<uInt>::max())
        return;
    // zlib's interface is not const-correct; it only reads here.
    m_stream->zlib.next_in
        = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(m_compressed.constData()));
    m_stream->zlib.avail_in = uInt(m_compressed.size());
}

GzipInflation::~GzipInflation() = default;

Result<bool> GzipInflation::go(qint64 atMost)
{
    z_stream &zlib = m_stream->zlib;
    if (!m_stream->ready || zlib.next_in == nullptr)
        return fail(Failure::Kind::UnreadableReply, u"the gzip body cannot be inflated"_s);
    std::array<char, 64 * 1024> chunk; // NOLINT(*-member-init): zlib fills what is read of it
    const qint64 enough = m_inflated.size() + atMost;
    while (m_inflated.size() < enough) {
        zlib.next_out = reinterpret_cast<Bytef *>(chunk.data());
        zlib.avail_out = uInt(chunk.size());
        const int state = inflate(&zlib, Z_NO_FLUSH);
        const qsizetype got = qsizetype(chunk.size() - zlib.avail_out);
        if (m_inflated.size() + got > m_maxBytes)
            return fail(Failure::Kind::UnreadableReply,
                u"the inflated body is longer than %1 bytes"_s.arg(m_maxBytes));
        m_inflated.append(chunk.data(), got);
        if (state == Z_STREAM_END)
            return true;
        if (state != Z_OK)
            return fail(Failure::Kind::UnreadableReply, u"the gzip body is damaged or cut short"_s);
    }
    return false;
}

Result<QByteArray> inflateGzip(const QByteArray &bytes, qint64 maxBytes)
{
    GzipInflation inflation(bytes, maxBytes);
    const Result<bool> done = inflation.go(std::numeric_limits<qint64>::max());
    if (!done)
        return fail(done.error());
    return inflation.take();
}
