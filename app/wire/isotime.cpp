#include "wire/isotime.h"

using namespace Qt::StringLiterals;

namespace wire {

namespace {

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// Milliseconds of a fraction such as ".754603972"; sets length to the characters it takes.
int millisecondsOf(QStringView fraction, qsizetype &length)
{
    length = 0;
    if (fraction.isEmpty() || fraction.front() != u'.')
        return 0;
    int milliseconds = 0;
    int weight = 100;
    for (length = 1; length < fraction.size() && isDigit(fraction[length]); ++length) {
        milliseconds += (fraction[length].unicode() - u'0') * weight;
        weight /= 10;
    }
    return milliseconds;
}

/// Seconds east of UTC that a zone such as "Z", "+01:00" or "-0230" means.
std::optional<int> offsetOf(QStringView zone)
{
    if (zone.isEmpty() || zone.compare(u'Z', Qt::CaseInsensitive) == 0)
        return 0;
    const QString digits = zone.mid(1).toString().remove(u':');
    bool isNumber = false;
    const int number = digits.toInt(&isNumber);
    if ((zone.front() != u'+' && zone.front() != u'-') || digits.size() != 4 || !isNumber)
        return std::nullopt;
    const int seconds = (number / 100) * 3600 + (number % 100) * 60;
    return zone.front() == u'-' ? -seconds : seconds;
}

} // namespace

std::optional<QDateTime> fromIsoTime(QStringView text)
{
    constexpr qsizetype plainLength = 19; // 2026-03-02T09:20:00
    if (text.size() < plainLength)
        return std::nullopt;
    const QDateTime whole = QDateTime::fromString(text.left(plainLength).toString(), Qt::ISODate);
    if (!whole.isValid())
        return std::nullopt;
    qsizetype fractionLength = 0;
    const int milliseconds = millisecondsOf(text.mid(plainLength), fractionLength);
    const std::optional<int> offset = offsetOf(text.mid(plainLength + fractionLength));
    if (!offset)
        return std::nullopt;
    return QDateTime(whole.date(), whole.time(), Qt::UTC).addSecs(-*offset).addMSecs(milliseconds);
}

} // namespace wire
