#pragma once

#include "core/result.h"

#include <QByteArray>

/// Whether bytes begin as a gzip stream does. No JSON or HTML begins so; some hosted controllers
/// send gzip without saying it in Content-Encoding.
[[nodiscard]] bool looksGzipped(QByteArrayView bytes);

/// Inflates a gzip stream to at most maxBytes, and never holds more. Fails as UnreadableReply: too
/// large, damaged, or cut short.
[[nodiscard]] Result<QByteArray> inflateGzip(const QByteArray &bytes, qint64 maxBytes);
