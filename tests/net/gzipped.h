#pragma once

#include <QByteArray>

#include <zlib.h>

/// bytes as a gzip stream.
[[nodiscard]] inline QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream{};
    constexpr int gzipOnly = 16;
    deflateInit2(
        &stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzipOnly, 8, Z_DEFAULT_STRATEGY);
    QByteArray result(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = uInt(result.size());
    deflate(&stream, Z_FINISH);
    result.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return result;
}
