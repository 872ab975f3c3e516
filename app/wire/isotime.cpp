#include "wire/isotime.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono;

namespace wire {

namespace {

/// Takes a text apart from its beginning. Once something does not fit, nothing does.
class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_left(text)
    {
    }

    [[nodiscard]] bool fits() const { return m_fits; }
    [[nodiscard]] bool isAtEnd() const { return m_left.empty(); }

    /// Exactly so many digits.
    int number(size_t digits)
    {
        int value = 0;
        for (; digits > 0; --digits)
            value = value * 10 + digit();
        return value;
    }

    /// Whether one of these comes next, which is taken then.
    bool takes(std::string_view any)
    {
        if (m_left.empty() || any.find(m_left.front()) == std::string_view::npos)
            return false;
        m_left.remove_prefix(1);
        return true;
    }

    void require(bool holds) { m_fits = m_fits && holds; }
    void expect(std::string_view any) { require(takes(any)); }

    /// Milliseconds of a fraction such as ".754603972"; 0 where there is none.
    int fraction()
    {
        int value = 0;
        if (takes("."))
            for (int weight = 100; isDigit(); weight /= 10)
                value += digit() * weight;
        return value;
    }

private:
    [[nodiscard]] bool isDigit() const
    {
        return !m_left.empty() && m_left.front() >= '0' && m_left.front() <= '9';
    }

    int digit()
    {
        require(isDigit());
        if (!m_fits)
            return 0;
        const int value = m_left.front() - '0';
        m_left.remove_prefix(1);
        return value;
    }

    std::string_view m_left;
    bool m_fits = true;
};

sys_days dayIn(Reader &reader)
{
    const year inYear(reader.number(4));
    reader.expect("-");
    const month inMonth(unsigned(reader.number(2)));
    reader.expect("-");
    const year_month_day date(inYear, inMonth, day(unsigned(reader.number(2))));
    reader.require(date.ok());
    return date;
}

milliseconds timeIn(Reader &reader)
{
    const hours hour(reader.number(2));
    reader.expect(":");
    const minutes minute(reader.number(2));
    reader.expect(":");
    const seconds second(reader.number(2));
    reader.require(hour < 24h && minute < 60min && second < 60s);
    return hour + minute + second + milliseconds(reader.fraction());
}

/// What a zone such as "Z", "+01:00" or "-0230" is ahead of UTC.
minutes offsetIn(Reader &reader)
{
    if (reader.isAtEnd() || reader.takes("Zz"))
        return 0min;
    const bool isBehind = reader.takes("-");
    if (!isBehind)
        reader.expect("+");
    const hours hour(reader.number(2));
    reader.takes(":");
    const minutes ahead = hour + minutes(reader.number(2));
    return isBehind ? -ahead : ahead;
}

} // namespace

std::optional<QDateTime> fromIsoTime(std::string_view text)
{
    Reader reader(text);
    const sys_days day = dayIn(reader);
    reader.expect("T ");
    const milliseconds time = timeIn(reader);
    const minutes ahead = offsetIn(reader);
    if (!reader.fits() || !reader.isAtEnd())
        return std::nullopt;
    const auto utc = day + time - ahead;
    return QDateTime::fromMSecsSinceEpoch(utc.time_since_epoch().count(), Qt::UTC);
}

} // namespace wire
