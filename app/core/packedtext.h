#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Appends a text with its length. The usual spellings of UUIDs, of 24 hexadecimal digits and of
/// IPv4 addresses take half the room or less.
void packText(std::string_view text, std::string &bytes);

/// The text that bytes begin with; takes it off them. Only for bytes that packText() wrote.
[[nodiscard]] std::string takeText(std::string_view &bytes);

/// The IPv4 address that bytes begin with, 10.0.0.1 being 0x0a000001; nothing where they begin with
/// another text.
[[nodiscard]] std::optional<uint32_t> ipv4In(std::string_view bytes);

/// Takes it off without reading it.
void skipText(std::string_view &bytes);
