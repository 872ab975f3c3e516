#pragma once

#include <optional>

/// What an authorization may be limited to. An unset quota or rate means no limit from this
/// authorization. An unset duration means the controller's own default, never "for ever".
struct Limits
{
    std::optional<int> minutes = {}; ///< duration in minutes, 1 or more
    std::optional<int> dataMb = {}; ///< data quota in MB (megabytes), 1 or more
    std::optional<int> downKbps = {}; ///< download rate in kbit/s, as the guest sees it
    std::optional<int> upKbps = {}; ///< upload rate in kbit/s, as the guest sees it

    [[nodiscard]] bool isEmpty() const { return !minutes && !dataMb && !downKbps && !upKbps; }

    friend bool operator==(const Limits &, const Limits &) = default;
};

/// The four things that Limits can limit.
enum class Limit { Duration, Data, Download, Upload };

/// Both ends inclusive, in the unit of the limit.
struct LimitRange
{
    int least = 1;
    int most = 1;

    [[nodiscard]] bool holds(int value) const { return value >= least && value <= most; }
    friend bool operator==(const LimitRange &, const LimitRange &) = default;
};

/// What a controller can set while it authorizes, with the credentials it has. An absent range: it
/// cannot set this.
struct LimitRules
{
    std::optional<LimitRange> minutes;
    std::optional<LimitRange> dataMb;
    std::optional<LimitRange> downKbps;
    std::optional<LimitRange> upKbps;

    /// What is asked where nobody asked for a duration: set for protocols that must be told one.
    /// Absent: the controller applies its own.
    std::optional<int> minutesWhenUnset = {};

    /// Rates above this are whole Mbit/s on this controller and are rounded up to the next 1000
    /// kbit/s; 0: any kbit/s.
    int wholeMbitAboveKbps = 0;

    friend bool operator==(const LimitRules &, const LimitRules &) = default;
};

[[nodiscard]] std::optional<int> valueOf(const Limits &limits, Limit limit);
void setValue(Limits &limits, Limit limit, std::optional<int> value);
[[nodiscard]] std::optional<LimitRange> rangeOf(const LimitRules &rules, Limit limit);

inline constexpr Limit allLimits[] = {Limit::Duration, Limit::Data, Limit::Download, Limit::Upload};

/// The limits as this controller will set them: rates rounded as its rules say, a duration where
/// it must be told one, limits that it cannot set left out.
[[nodiscard]] Limits settable(const Limits &asked, const LimitRules &rules);
