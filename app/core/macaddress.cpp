#include "core/macaddress.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int macDigits = 12;

bool isSeparator(QChar c)
{
    return c == u':' || c == u'-' || c == u'.';
}

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

} // namespace

QString MacAddress::digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text.trimmed()) {
        if (isHexDigit(c))
            digits += c.toLower();
        else if (!isSeparator(c))
            return {};
    }
    return digits.size() <= macDigits ? digits : QString();
}

std::optional<MacAddress> MacAddress::parse(QStringView text)
{
    const QString digits = digitsOf(text);
    if (digits.size() != macDigits)
        return std::nullopt;
    return MacAddress(digits.toULongLong(nullptr, 16));
}

QString MacAddress::toDigits() const
{
    return u"%1"_s.arg(m_bits, macDigits, 16, QLatin1Char('0'));
}

QString MacAddress::spelled(QLatin1Char separator, bool upper) const
{
    const QString digits = upper ? toDigits().toUpper() : toDigits();
    QString text;
    text.reserve(17);
    for (int i = 0; i < macDigits; i += 2) {
        if (i > 0)
            text += separator;
        text += QStringView(digits).sliced(i, 2);
    }
    return text;
}
