#pragma once

#include "core/result.h"

#include <QByteArray>

#include <memory>

/// Whether bytes begin as a gzip stream does. No JSON or HTML begins so; some hosted controllers
/// send gzip without saying it in Content-Encoding.
[[nodiscard]] bool looksGzipped(QByteArrayView bytes);

/// A gzip stream that is inflated piece by piece, so that a long one holds nobody up. Never makes
/// more than maxBytes of it.
class GzipInflation
{
public:
    /// compressed: its memory must last as long as this.
    GzipInflation(QByteArray compressed, qint64 maxBytes);
    ~GzipInflation();
    Q_DISABLE_COPY_MOVE(GzipInflation)

    /// Inflates about atMost bytes more; true when that was all. Fails as UnreadableReply: too
    /// long, damaged, or cut short. Not to be called again after either.
    [[nodiscard]] Result<bool> go(qint64 atMost);

    [[nodiscard]] QByteArray take() { return std::move(m_inflated); }

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_compressed;
    qint64 m_maxBytes;
    QByteArray m_inflated;
};

/// The same at once.
[[nodiscard]] Result<QByteArray> inflateGzip(const QByteArray &bytes, qint64 maxBytes);
