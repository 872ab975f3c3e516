#include "net/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

/// An inflating zlib stream that cleans up after itself.
class Inflater
{
public:
    Inflater()
    {
        constexpr int gzipOnly = 16;
        m_ready = inflateInit2(&m_stream, MAX_WBITS + gzipOnly) == Z_OK;
    }
    ~Inflater()
    {
        if (m_ready)
            inflateEnd(&m_stream);
    }
    Q_DISABLE_COPY_MOVE(Inflater)

    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] z_stream &stream() { return m_stream; }

private:
    z_stream m_stream{};
    bool m_ready = false;
};

} // namespace

bool looksGzipped(QByteArrayView bytes)
{
    return bytes.size() > 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

Result<QByteArray> inflateGzip(const QByteArray &bytes, qint64 maxBytes)
{
    Inflater inflater;
    if (!inflater.isReady() || bytes.size() > std::numeric_limits<uInt>::max())
        return fail(Failure::Kind::UnreadableReply, u"the gzip body cannot be inflated"_s);
    z_stream &stream = inflater.stream();
    // zlib's interface is not const-correct; it only reads here.
    stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());

    QByteArray result;
    std::array<char, 64 * 1024> chunk{};
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(chunk.data());
        stream.avail_out = uInt(chunk.size());
        state = inflate(&stream, Z_NO_FLUSH);
        const qsizetype got = qsizetype(chunk.size() - stream.avail_out);
        if (result.size() + got > maxBytes)
            return fail(Failure::Kind::UnreadableReply,
                u"the inflated body is longer than %1 bytes"_s.arg(maxBytes));
        result.append(chunk.data(), got);
    }
    if (state != Z_STREAM_END)
        return fail(Failure::Kind::UnreadableReply, u"the gzip body is damaged or cut short"_s);
    return result;
}
