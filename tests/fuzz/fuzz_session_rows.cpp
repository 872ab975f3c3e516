// The rows of the last session, from a file that anything may have happened to.
#include "store/sessionrows.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const auto rows = decodeSessionRows(QByteArrayView(bytes, qsizetype(size)));
    if (rows && decodeSessionRows(encodeSessionRows(*rows)) != rows)
        std::abort();
    return 0;
}
