#include "wire/jsonrepair.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace wire {

namespace {

constexpr QByteArrayView replacement = "\\ufffd";
constexpr qsizetype escapeLength = 6; // \u and four digits

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNumeric(char c)
{
    return isDigit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// The code unit of an escape such as "\u00e9" at the beginning of text.
std::optional<unsigned> codeUnitAt(QByteArrayView text)
{
    if (text.size() < escapeLength || !text.startsWith("\\u"))
        return std::nullopt;
    unsigned unit = 0;
    const char *const end = text.data() + escapeLength;
    const auto read = std::from_chars(text.data() + 2, end, unit, 16);
    return read.ptr == end ? std::optional(unit) : std::nullopt;
}

/// Copies JSON, piece by piece, with what is wrong put right.
class Repair
{
public:
    explicit Repair(QByteArrayView json)
        : m_left(json)
    {
        m_result.reserve(json.size() + json.size() / 8);
    }

    QByteArray run()
    {
        while (!m_left.isEmpty()) {
            if (m_left.front() == '"')
                takeText();
            else if (isDigit(m_left.front()) || m_left.front() == '-')
                takeNumber();
            else
                take(1);
        }
        return std::move(m_result);
    }

private:
    void take(qsizetype length)
    {
        m_result.append(m_left.first(length));
        m_left = m_left.sliced(length);
    }

    void put(QByteArrayView instead, qsizetype length)
    {
        m_result.append(instead);
        m_left = m_left.sliced(length);
    }

    void takeText()
    {
        take(1);
        while (!m_left.isEmpty() && m_left.front() != '"') {
            const auto plain = std::ranges::find_if(m_left, [](char c) {
                return c == '"' || c == '\\' || static_cast<unsigned char>(c) < ' ';
            });
            if (plain != m_left.begin())
                takeUtf8(plain - m_left.begin());
            else if (m_left.front() == '\\')
                takeEscape();
            else
                put(" ", 1);
        }
        if (!m_left.isEmpty())
            take(1);
    }

    /// What is broken becomes U+FFFD.
    void takeUtf8(qsizetype length)
    {
        put(QString::fromUtf8(m_left.first(length)).toUtf8(), length);
    }

    void takeEscape()
    {
        constexpr QByteArrayView known = "\"\\/bfnrt";
        if (m_left.size() > 1 && known.contains(m_left[1]))
            return take(2);
        const std::optional<unsigned> unit = codeUnitAt(m_left);
        if (!unit)
            return put({}, 1);
        if (!QChar::isSurrogate(*unit))
            return take(escapeLength);
        const std::optional<unsigned> next = codeUnitAt(m_left.sliced(escapeLength));
        if (QChar::isHighSurrogate(*unit) && next && QChar::isLowSurrogate(*next))
            return take(2 * escapeLength);
        put(replacement, escapeLength);
    }

    void takeNumber()
    {
        constexpr qsizetype longestWhole = 18; // digits that always fit into 64 bits
        const qsizetype length = std::ranges::find_if_not(m_left, isNumeric) - m_left.begin();
        const QByteArrayView written = m_left.first(length);
        const bool isWhole
            = std::ranges::all_of(written.sliced(written.startsWith('-') ? 1 : 0), isDigit);
        bool fits = false;
        (void)written.toDouble(&fits);
        if (fits && (!isWhole || length <= longestWhole))
            take(length);
        else
            put("1e300", length);
    }

    QByteArrayView m_left;
    QByteArray m_result;
};

} // namespace

QByteArray repairedJson(QByteArrayView json)
{
    return Repair(json).run();
}

} // namespace wire
