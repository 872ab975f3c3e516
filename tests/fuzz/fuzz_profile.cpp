// controllers.json, which people edit and copy about.
#include "store/profilejson.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const auto profile = readProfile(
        QByteArray::fromRawData(reinterpret_cast<const char *>(bytes), qsizetype(size)));
    // What could be read can be written, and says the same when it is read again.
    if (profile && readProfile(toJson(*profile)) != profile)
        std::abort();
    return 0;
}
