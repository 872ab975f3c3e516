#include "ui/widgets/quantity.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

constexpr int minutesPerHour = 60;
constexpr int minutesPerDay = 24 * minutesPerHour;
constexpr int minutesPerWeek = 7 * minutesPerDay;
constexpr int perThousand = 1000;
constexpr int mbPerGb = 1024;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(quantity)
};

/// Whether word is one of these, separated by '|': the English ones or their translation.
bool isAny(const QString &word, const char *words)
{
    const QString english = QString::fromLatin1(words);
    const auto holds = [&word](const QString &list) {
        return list.split(u'|', Qt::SkipEmptyParts).contains(word, Qt::CaseInsensitive);
    };
    return holds(english) || holds(Words::tr(words));
}

bool saysNoLimit(const QString &text)
{
    //: words for "not limited" that people may type, separated by |, lower case
    static const char *words = QT_TRANSLATE_NOOP("quantity", "no limit|unlimited|none|-|∞");
    return text.isEmpty() || isAny(text, words);
}

/// The digits of any script as 0…9, Arabic decimal points as ours, blanks of any kind as one.
QString plain(const QString &text)
{
    QString result;
    for (const QChar c : text.simplified())
        result += c.isDigit() ? QChar(u'0' + c.digitValue()) : c == u'\u066b' ? QChar(u'.') : c;
    return result;
}

/// A number as the locale or the other half of the world writes it: a mark of the locale's own
/// stands for what it stands for there; a foreign one is a decimal point, unless exactly three
/// digits follow the locale's group mark.
std::optional<double> number(const QString &text, const QLocale &locale)
{
    static const QRegularExpression shape(u"^(\\d+)(?:([.,])(\\d+))?$"_s);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString fraction = match.captured(3);
    if (fraction.isEmpty())
        return match.captured(1).toDouble();
    const bool grouped = match.captured(2) == locale.groupSeparator() && fraction.size() == 3;
    return (match.captured(1) + (grouped ? u""_s : u"."_s) + fraction).toDouble();
}

quantity::Reading whole(double value)
{
    if (value > double(std::numeric_limits<int>::max()))
        return tl::unexpected(quantity::Problem::TooLarge);
    return std::optional<int>(int(std::lround(value)));
}

struct Part
{
    double number;
    QString unit; ///< as typed
};

/// "1 h 30 min" as (1, h) (30, min); nothing when anything else is in the text.
std::optional<QList<Part>> parts(const QString &text, const QLocale &locale)
{
    static const QRegularExpression shape(u"\\G\\s*(\\d+(?:[.,]\\d+)?)\\s*([^\\d\\s]*)"_s);
    QList<Part> result;
    qsizetype end = 0;
    for (auto each = shape.globalMatch(text); each.hasNext();) {
        const auto match = each.next();
        const auto value = number(match.captured(1), locale);
        if (!value)
            return std::nullopt;
        result << Part{*value, match.captured(2)};
        end = match.capturedEnd();
    }
    if (result.isEmpty() || end != text.size())
        return std::nullopt;
    return result;
}

std::optional<int> minutesPer(const QString &unit)
{
    if (unit.isEmpty() || isAny(unit, QT_TRANSLATE_NOOP("quantity", "h|hr|hrs|hour|hours")))
        return minutesPerHour;
    if (isAny(unit, QT_TRANSLATE_NOOP("quantity", "m|min|mins|min.|minute|minutes")))
        return 1;
    if (isAny(unit, QT_TRANSLATE_NOOP("quantity", "d|day|days")))
        return minutesPerDay;
    if (isAny(unit, QT_TRANSLATE_NOOP("quantity", "w|week|weeks")))
        return minutesPerWeek;
    return std::nullopt;
}

/// 1…7 for a day's name in English or the locale's language, long or short; 0 for anything else.
int dayOfWeek(const QString &word, const QLocale &locale)
{
    const QString bare = word.endsWith(u'.') ? word.chopped(1) : word;
    for (int day = 1; day <= 7; ++day) {
        for (const QLocale &tongue : {locale, QLocale::c()}) {
            for (const auto format : {QLocale::ShortFormat, QLocale::LongFormat}) {
                QString name = tongue.standaloneDayName(day, format);
                name.remove(u'.');
                if (name.compare(bare, Qt::CaseInsensitive) == 0)
                    return day;
            }
        }
    }
    return 0;
}

std::optional<QTime> clockTime(const QString &word)
{
    static const QRegularExpression shape(
        u"^(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?$"_s, QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    int hour = match.captured(1).toInt();
    const QString half = match.captured(3).toLower();
    if (!half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (half == "pm"_L1 ? 12 : 0);
    }
    const QTime time(hour, match.captured(2).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// The words behind "until": a time, with a day before or behind it.
quantity::Reading readEnd(const QStringList &words, const QLocale &locale, const QDateTime &now)
{
    std::optional<QTime> time;
    int daysOn = -1; // not said
    int weekday = 0;
    for (const QString &word : words) {
        if (isAny(word, QT_TRANSLATE_NOOP("quantity", "tomorrow")))
            daysOn = 1;
        else if (isAny(word, QT_TRANSLATE_NOOP("quantity", "today")))
            daysOn = 0;
        else if (const int day = dayOfWeek(word, locale); day > 0)
            weekday = day;
        else if (const auto read = clockTime(word); read && !time)
            time = read;
        else
            return tl::unexpected(quantity::Problem::NotUnderstood);
    }
    if (!time)
        return tl::unexpected(quantity::Problem::NotUnderstood);
    QDate date = now.date();
    if (weekday > 0)
        date = date.addDays((weekday - date.dayOfWeek() + 7) % 7);
    else if (daysOn > 0)
        date = date.addDays(daysOn);
    QDateTime end(date, *time);
    if (end <= now && daysOn < 0)
        end = QDateTime(date.addDays(weekday > 0 ? 7 : 1), *time);
    if (end <= now)
        return tl::unexpected(quantity::Problem::NotUnderstood);
    return whole(std::ceil(double(now.secsTo(end)) / minutesPerHour));
}

/// "until 11:00" without its first word; nothing when the text does not begin so.
std::optional<QStringList> wordsOfEnd(const QString &text)
{
    static const QRegularExpression glued(
        u"(\\d)\\s+(am|pm)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    QStringList words = QString(text).replace(glued, u"\\1\\2"_s).split(u' ');
    if (!isAny(words.first(), QT_TRANSLATE_NOOP("quantity", "until|till|to")))
        return std::nullopt;
    words.removeFirst();
    return words;
}

/// One number and one unit in text; the unit's factor comes from the table.
template <typename Factor>
quantity::Reading readSingle(const QString &typed, const QLocale &locale, Factor factorOf)
{
    const QString text = plain(typed);
    if (saysNoLimit(text))
        return std::optional<int>();
    const auto read = parts(text, locale);
    if (!read || read->size() != 1)
        return tl::unexpected(quantity::Problem::NotUnderstood);
    const std::optional<double> factor = factorOf(read->first().unit);
    if (!factor)
        return tl::unexpected(quantity::Problem::NotUnderstood);
    return whole(read->first().number * *factor);
}

QString decimal(double value, const QLocale &locale)
{
    const double tenths = std::round(value * 100) / 100;
    const int digits = tenths == std::floor(tenths) ? 0
        : tenths * 10 == std::floor(tenths * 10)    ? 1
                                                    : 2;
    QLocale bare(locale);
    bare.setNumberOptions(
        QLocale::OmitGroupSeparator); // it would be read as a decimal point elsewhere
    return bare.toString(value, 'f', digits);
}

} // namespace

namespace quantity {

Reading readDuration(const QString &typed, const QLocale &locale, const QDateTime &localNow)
{
    const QString text = plain(typed);
    if (saysNoLimit(text))
        return std::optional<int>();
    if (const auto words = wordsOfEnd(text))
        return readEnd(*words, locale, localNow);
    static const QRegularExpression hoursAndMinutes(u"^(\\d{1,4}):([0-5]\\d)$"_s);
    if (const auto match = hoursAndMinutes.match(text); match.hasMatch())
        return match.captured(1).toInt() * minutesPerHour + match.captured(2).toInt();
    const auto read = parts(text, locale);
    if (!read)
        return tl::unexpected(Problem::NotUnderstood);
    double minutes = 0;
    int last = 0;
    for (const Part &part : *read) {
        // In "1h30" the bare number goes with the hours before it.
        const bool trailing = part.unit.isEmpty() && last == minutesPerHour;
        const auto factor = trailing ? std::optional<int>(1) : minutesPer(part.unit);
        if (!factor || (last != 0 && *factor >= last))
            return tl::unexpected(Problem::NotUnderstood);
        minutes += part.number * *factor;
        last = *factor;
    }
    return whole(minutes);
}

Reading readRate(const QString &text, const QLocale &locale)
{
    return readSingle(text, locale, [](const QString &unit) -> std::optional<double> {
        if (unit.contains(u'B')) // bytes
            return std::nullopt;
        if (isAny(unit, "k|kb|kbit|kbits|kbps|kb/s|kbit/s|kbits/s"))
            return 1;
        if (unit.isEmpty() || isAny(unit, "m|mb|mbit|mbits|mbps|mb/s|mbit/s|mbits/s"))
            return perThousand;
        if (isAny(unit, "g|gb|gbit|gbits|gbps|gb/s|gbit/s|gbits/s"))
            return perThousand * perThousand;
        return std::nullopt;
    });
}

Reading readAmount(const QString &text, const QLocale &locale)
{
    return readSingle(text, locale, [](const QString &unit) -> std::optional<double> {
        if (unit.isEmpty() || isAny(unit, "m|mb|mib|mo"))
            return 1;
        if (isAny(unit, "g|gb|gib|go"))
            return mbPerGb;
        if (isAny(unit, "t|tb|tib|to"))
            return mbPerGb * mbPerGb;
        return std::nullopt;
    });
}

QString durationText(int minutes, const QLocale &locale)
{
    QStringList said;
    const int days = minutes / minutesPerDay;
    const int hours = minutes % minutesPerDay / minutesPerHour;
    const int rest = minutes % minutesPerHour;
    // A day and a night is what a desk calls "24 h".
    if (days == 1 && hours == 0 && rest == 0)
        return Words::tr("%1 h").arg(locale.toString(hours + 24));
    if (days > 0)
        said << Words::tr("%n days", nullptr, days);
    if (hours > 0)
        said << Words::tr("%1 h").arg(locale.toString(hours));
    if (rest > 0 || said.isEmpty())
        said << Words::tr("%1 min").arg(locale.toString(rest));
    return said.join(u' ');
}

QString rateText(int kbps, const QLocale &locale)
{
    if (kbps < perThousand || kbps % 10 != 0)
        return Words::tr("%1 kbit/s").arg(decimal(kbps, locale));
    return Words::tr("%1 Mbit/s").arg(decimal(double(kbps) / perThousand, locale));
}

QString amountText(int megabytes, const QLocale &locale)
{
    // Only what reads back as the same number is said in GB.
    const double gigabytes = double(megabytes) / mbPerGb;
    if (megabytes < mbPerGb || gigabytes * 4 != std::floor(gigabytes * 4))
        return Words::tr("%1 MB").arg(decimal(megabytes, locale));
    return Words::tr("%1 GB").arg(decimal(gigabytes, locale));
}

} // namespace quantity
