// What a person pastes, and what a browser brings.
#include "wire/redirect/redirect.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray text = QByteArrayView(bytes, qsizetype(size)).sliced(1).toByteArray();
    const auto read = bytes[0] % 2 == 0 ? wire::readRedirect(QString::fromUtf8(text))
                                        : wire::readRedirectTarget(text);
    // A person gets the redirect or a sentence, and never another kind of failure.
    if (!read && (read.error().kind != Failure::Kind::InvalidInput || read.error().said.isEmpty()))
        std::abort();
    return 0;
}
