#include "core/packedattachment.h"

#include <cstring>
#include <limits>

namespace {

constexpr qint32 notTold = std::numeric_limits<qint32>::min();
constexpr quint64 isTold = quint64(1) << 63;

struct Packed
{
    quint64 accessPoint = 0; ///< with isTold
    quint64 gateway = 0; ///< with isTold
    qint32 radio = notTold;
    qint32 vlan = notTold;
};

quint64 packed(std::optional<MacAddress> address)
{
    return address ? address->bits() | isTold : 0;
}

std::optional<MacAddress> addressIn(quint64 bits)
{
    return bits == 0 ? std::nullopt : std::optional(MacAddress(bits));
}

std::optional<int> numberIn(qint32 number)
{
    return number == notTold ? std::nullopt : std::optional<int>(number);
}

} // namespace

std::string packAttachment(const Attachment &attachment)
{
    if (attachment == Attachment())
        return {};
    const Packed bytes{packed(attachment.accessPoint), packed(attachment.gateway),
        attachment.radio.value_or(notTold), attachment.vlan.value_or(notTold)};
    return {reinterpret_cast<const char *>(&bytes), sizeof bytes};
}

Attachment unpackAttachment(std::string_view bytes)
{
    Packed packed;
    if (bytes.size() != sizeof packed)
        return {};
    std::memcpy(&packed, bytes.data(), sizeof packed);
    return {addressIn(packed.accessPoint), numberIn(packed.radio), addressIn(packed.gateway),
        numberIn(packed.vlan)};
}
