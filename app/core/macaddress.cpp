#include "core/macaddress.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int macDigits = 12;

bool isSeparator(QChar c)
{
    return c == u':' || c == u'-' || c == u'.';
}

/// -1 for what is no hexadecimal digit.
int hexValue(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    if (c >= u'a' && c <= u'f')
        return c.unicode() - u'a' + 10;
    return c >= u'A' && c <= u'F' ? c.unicode() - u'A' + 10 : -1;
}

} // namespace

QString MacAddress::digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text.trimmed()) {
        if (hexValue(c) >= 0)
            digits += c.toLower();
        else if (!isSeparator(c))
            return {};
    }
    return digits.size() <= macDigits ? digits : QString();
}

std::optional<MacAddress> MacAddress::parse(QStringView text)
{
    quint64 bits = 0;
    int digits = 0;
    for (const QChar c : text.trimmed()) {
        const int value = hexValue(c);
        if (value >= 0 && ++digits <= macDigits)
            bits = (bits << 4) | quint64(value);
        else if (!isSeparator(c))
            return std::nullopt;
    }
    return digits == macDigits ? std::optional(MacAddress(bits)) : std::nullopt;
}

QString MacAddress::toDigits() const
{
    return u"%1"_s.arg(m_bits, macDigits, 16, QLatin1Char('0'));
}

QString MacAddress::spelled(QLatin1Char separator, bool upper) const
{
    const char *const digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    constexpr qsizetype length = 17;
    QString text(length, separator);
    QChar *at = text.data();
    for (int shift = 40; shift >= 0; shift -= 8, at += 3) {
        at[0] = QLatin1Char(digits[(m_bits >> (shift + 4)) & 0xf]);
        at[1] = QLatin1Char(digits[(m_bits >> shift) & 0xf]);
    }
    return text;
}
