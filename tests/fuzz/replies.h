#pragma once

#include "core/http.h"
#include "wire/page.h"

#include <cstdlib>
#include <span>

/// A reply as it stands in the corpus and in the transcripts: status line, header lines, an empty
/// line, the body. Any bytes give one; what is missing is empty.
inline HttpReply replyOf(QByteArrayView text)
{
    HttpReply reply;
    const auto nextLine = [&text] {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        return line.endsWith('\r') ? line.chopped(1) : line;
    };
    reply.status = nextLine().toByteArray().split(' ').value(1).toInt();
    for (QByteArrayView line = nextLine(); !line.isEmpty(); line = nextLine()) {
        const qsizetype colon = std::max<qsizetype>(line.indexOf(':'), 0);
        reply.headers.append({line.first(colon).toByteArray(),
            line.sliced(std::min(colon + 1, line.size())).trimmed().toByteArray()});
    }
    reply.body = text.toByteArray();
    return reply;
}

using ReplyReader = void (*)(const HttpReply &);

/// The first byte says by which reader the rest is read.
inline int readAs(std::span<const ReplyReader> readers, const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView text(bytes, qsizetype(size));
    readers[bytes[0] % readers.size()](replyOf(text.sliced(1)));
    return 0;
}

/// A page that claims less than it holds would make a list end too early.
template <typename Row>
void check(const Result<wire::Page<Row>> &page)
{
    if (page && page->count < page->rows.size())
        std::abort();
}
