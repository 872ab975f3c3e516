#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

/// A 48-bit MAC address, compared as a number and therefore free of notation.
class MacAddress
{
public:
    MacAddress() = default;
    explicit constexpr MacAddress(quint64 bits)
        : m_bits(bits & 0xffff'ffff'ffffULL)
    {
    }

    /// Reads any usual notation: aa:bb:cc:dd:ee:ff, AA-BB-…, aabb.ccdd.eeff, bare hex; blanks
    /// around it are ignored.
    [[nodiscard]] static std::optional<MacAddress> parse(QStringView text);

    /// The hexadecimal digits that text holds when it can be part of a MAC address ("9F", "10:a1",
    /// "10-A1"), lower case without separators; empty when text holds anything else.
    [[nodiscard]] static QString digitsOf(QStringView text);

    [[nodiscard]] constexpr quint64 bits() const { return m_bits; }
    [[nodiscard]] constexpr bool isNull() const { return m_bits == 0; }

    /// aa:bb:cc:dd:ee:ff, the spelling of the table, the CLI and UniFi.
    [[nodiscard]] QString toString() const { return spelled(QLatin1Char(':'), false); }

    /// AA-BB-CC-DD-EE-FF, the spelling of Omada.
    [[nodiscard]] QString toHyphens() const { return spelled(QLatin1Char('-'), true); }

    /// aabbccddeeff, for searching.
    [[nodiscard]] QString toDigits() const;

    /// The locally-administered bit is set: the device made this address up and may come back with
    /// another.
    [[nodiscard]] constexpr bool isPrivate() const { return (m_bits >> 40) & 0x02; }

    // clang-tidy 14 takes a defaulted comparison for a null pointer.
    // NOLINTNEXTLINE(modernize-use-nullptr)
    friend constexpr auto operator<=>(MacAddress, MacAddress) = default;
    friend size_t qHash(MacAddress mac, size_t seed = 0) { return ::qHash(mac.m_bits, seed); }

private:
    [[nodiscard]] QString spelled(QLatin1Char separator, bool upper) const;

    quint64 m_bits = 0;
};
