#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <optional>

#include <tl/expected.hpp>

/// What people type for limits, in numbers, and back. Units may be glued to the number or stand
/// apart, in English or in the program's language; case does not matter but for MB and Mb.
namespace quantity {

enum class Problem {
    NotUnderstood,
    TooLarge, ///< more than an int can hold
};

/// A number in the unit of the limit; no number: no limit (empty text, "no limit", "unlimited",
/// "-").
using Reading = tl::expected<std::optional<int>, Problem>;

/// Minutes. "2 h", "90 min", "1 h 30 min", "1:30", "1.5 h", "3 days", "2 weeks", "until 11:00",
/// "until tomorrow 11:00", "until Sun 11:00". A bare number is hours. A clock time is the next one
/// after localNow, rounded up to a minute.
[[nodiscard]] Reading readDuration(
    const QString &text, const QLocale &locale, const QDateTime &localNow);

/// kbit/s. "5 Mbit/s", "5M", "500 kbit/s", "0.5 mbps", "1 Gbit/s"; Mbit is 1000 kbit. A bare number
/// is Mbit/s. Bytes
/// ("5 MB/s") are not understood: guessing would be wrong by eight.
[[nodiscard]] Reading readRate(const QString &text, const QLocale &locale);

/// MB. "500 MB", "2 GB", "1.5g", "1 TB"; GB is 1024 MB. A bare number is MB.
[[nodiscard]] Reading readAmount(const QString &text, const QLocale &locale);

/// "2 h 30 min", "3 days", "45 min"
[[nodiscard]] QString durationText(int minutes, const QLocale &locale);
/// "5 Mbit/s", "2.5 Mbit/s", "500 kbit/s"
[[nodiscard]] QString rateText(int kbps, const QLocale &locale);
/// "500 MB", "1.5 GB"
[[nodiscard]] QString amountText(int megabytes, const QLocale &locale);

} // namespace quantity
