#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <vector>

/// A set of record numbers, kept and written as ranges: "5-9,12".
class RecordRanges
{
public:
    using Range = std::pair<qint64, qint64>; ///< first and last

    /// Nothing where the text is not one that toText() writes.
    [[nodiscard]] static std::optional<RecordRanges> fromText(const QString &text);
    [[nodiscard]] QString toText() const;

    void append(qint64 record); ///< greater than all so far
    void unite(const RecordRanges &other);

    [[nodiscard]] bool contains(qint64 record) const;
    [[nodiscard]] qint64 count() const;
    [[nodiscard]] bool isEmpty() const { return m_ranges.empty(); }
    [[nodiscard]] const std::vector<Range> &ranges() const { return m_ranges; }

private:
    std::vector<Range> m_ranges; ///< ascending, apart from each other
};
