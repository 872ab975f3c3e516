#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <variant>

/// What a filter compares: nothing, a text or UUID, a point in time (ms UTC), a truth value.
using FilterValue = std::variant<std::monostate, QString, qint64, bool>;

/// One property that a list can be filtered by, and the functions it takes.
struct FilterProperty
{
    enum class Type { String, Uuid, Timestamp, Boolean };

    const char16_t *name;
    Type type;
    std::u16string_view functions; ///< separated by blanks
};

/// A filter expression of the UniFi integration API: property.function(args), and(…), or(…),
/// not(…).
class FilterExpression
{
public:
    /// Gives the value of the property with this index of the schema.
    using Lookup = std::function<FilterValue(int)>;

    /// The error is the message of the controller's answer, with line:column.
    [[nodiscard]] static tl::expected<FilterExpression, QString> parse(
        const QString &text, std::span<const FilterProperty> schema);

    [[nodiscard]] bool matches(const Lookup &valueOf) const { return m_test(valueOf); }

private:
    using Test = std::function<bool(const Lookup &)>;
    friend class FilterParser;

    Test m_test;
};
