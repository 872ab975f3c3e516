#include "core/packedtext.h"

#include <array>
#include <charconv>
#include <cstring>

namespace {

// The first byte is the length of a short text, or one of these.
constexpr uint8_t isLong = 252; ///< four bytes of length follow
constexpr uint8_t isUuid = 253; ///< 16 bytes follow
constexpr uint8_t isHex24 = 254; ///< 12 bytes follow
constexpr uint8_t isIpv4 = 255; ///< 4 bytes follow

constexpr size_t uuidLength = 36;
constexpr size_t hex24Length = 24;
constexpr std::string_view hexDigits = "0123456789abcdef";

bool isDashOfUuid(size_t i)
{
    return i == 8 || i == 13 || i == 18 || i == 23;
}

int hexValue(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

/// The bytes that lower-case digits spell, without dashes; false where it is anything else.
bool readHex(std::string_view text, bool hasDashes, std::string &bytes)
{
    const size_t begin = bytes.size();
    int half = -1;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool dash = hasDashes && isDashOfUuid(i);
        const int value = hexValue(text[i]);
        if (dash ? text[i] != '-' : value < 0) {
            bytes.resize(begin);
            return false;
        }
        if (dash)
            continue;
        if (half >= 0)
            bytes += char(half << 4 | value);
        half = half >= 0 ? -1 : value;
    }
    return true;
}

std::string spellHex(std::string_view bytes, bool hasDashes)
{
    std::string text;
    for (const char byte : bytes) {
        if (hasDashes && isDashOfUuid(text.size()))
            text += '-';
        text += hexDigits[uint8_t(byte) >> 4];
        text += hexDigits[byte & 0xf];
    }
    return text;
}

/// Only the spelling that spellIpv4() gives back.
std::optional<std::array<char, 4>> readIpv4(std::string_view text)
{
    std::array<char, 4> address{};
    const char *at = text.data();
    const char *end = at + text.size();
    for (size_t part = 0; part < address.size(); ++part) {
        unsigned value = 0;
        const auto [next, error] = std::from_chars(at, end, value);
        const bool isPlain = error == std::errc() && value <= 255 && (*at != '0' || next - at == 1);
        if (!isPlain || (part < 3 ? next == end || *next != '.' : next != end))
            return std::nullopt;
        address[part] = char(value);
        at = next + 1;
    }
    return address;
}

std::string spellIpv4(std::string_view bytes)
{
    std::string text;
    for (const char byte : bytes) {
        if (!text.empty())
            text += '.';
        text += std::to_string(uint8_t(byte));
    }
    return text;
}

bool packSpecial(std::string_view text, std::string &bytes)
{
    const size_t begin = bytes.size();
    if (text.size() == uuidLength || text.size() == hex24Length) {
        const bool isUuidLong = text.size() == uuidLength;
        bytes += char(isUuidLong ? isUuid : isHex24);
        if (readHex(text, isUuidLong, bytes))
            return true;
        bytes.resize(begin);
        return false;
    }
    constexpr size_t shortest = 7;
    constexpr size_t longest = 15;
    if (text.size() < shortest || text.size() > longest)
        return false;
    const auto address = readIpv4(text);
    if (!address)
        return false;
    bytes += char(isIpv4);
    bytes.append(address->data(), address->size());
    return true;
}

/// Where the text's bytes begin and how many there are.
std::string_view bodyOf(std::string_view bytes)
{
    const auto first = uint8_t(bytes.front());
    if (first < isLong)
        return bytes.substr(1, first);
    if (first == isUuid)
        return bytes.substr(1, 16);
    if (first == isHex24)
        return bytes.substr(1, 12);
    if (first == isIpv4)
        return bytes.substr(1, 4);
    uint32_t length = 0;
    std::memcpy(&length, bytes.data() + 1, sizeof length);
    return bytes.substr(1 + sizeof length, length);
}

} // namespace

void packText(std::string_view text, std::string &bytes)
{
    if (packSpecial(text, bytes))
        return;
    if (text.size() < isLong) {
        bytes += char(text.size());
    } else {
        const auto length = uint32_t(text.size());
        bytes += char(isLong);
        bytes.append(reinterpret_cast<const char *>(&length), sizeof length);
    }
    bytes += text;
}

std::string takeText(std::string_view &bytes)
{
    const auto first = uint8_t(bytes.front());
    const std::string_view body = bodyOf(bytes);
    skipText(bytes);
    if (first == isUuid || first == isHex24)
        return spellHex(body, first == isUuid);
    return first == isIpv4 ? spellIpv4(body) : std::string(body);
}

std::optional<uint32_t> ipv4In(std::string_view bytes)
{
    if (uint8_t(bytes.front()) != isIpv4)
        return std::nullopt;
    uint32_t address = 0;
    for (const char part : bodyOf(bytes))
        address = address << 8 | uint8_t(part);
    return address;
}

void skipText(std::string_view &bytes)
{
    const std::string_view body = bodyOf(bytes);
    bytes.remove_prefix(size_t(body.data() - bytes.data()) + body.size());
}
