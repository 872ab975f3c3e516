// Requests from any browser or scanner in the network, in pieces as they arrive.
#include "inbound/requestparser.h"

#include <cstdlib>

namespace {

constexpr RequestParser::Limits limits{2048, 4096};

/// All requests in these bytes, until one cannot be read.
void readAll(RequestParser &parser, QByteArray input)
{
    while (parser.feed(input) == RequestParser::State::Complete) {
        const InboundRequest request = parser.takeRequest();
        if (quint64(request.body.size()) > limits.body)
            std::abort();
        std::ignore = request.pathParts();
        std::ignore = request.header("host");
        std::ignore = parser.keepsAlive();
    }
}

} // namespace

/// The first byte says where the stream breaks in two.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView stream = QByteArrayView(bytes, qsizetype(size)).sliced(1);
    const qsizetype first = std::min<qsizetype>(bytes[0], stream.size());
    RequestParser parser(limits);
    QByteArray input = stream.first(first).toByteArray();
    const auto state = parser.feed(input);
    if (state == RequestParser::State::NeedsMore)
        readAll(parser, input + stream.sliced(first).toByteArray());
    return 0;
}
