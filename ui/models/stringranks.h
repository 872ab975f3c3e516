#pragma once

#include <QCollator>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

/// Compares as a person of this language does: no case, 2 before 10.
[[nodiscard]] QCollator textCollator();

/// Texts that many rows share, in the order of the person's language, each compared only when it is
/// new.
class StringRanks
{
public:
    StringRanks();

    /// A number for this text that never changes.
    int idOf(const QString &text);
    [[nodiscard]] size_t size() const { return m_texts.size(); } ///< how many texts there are
    /// Its place among all texts, nothing for an empty one; call settle() after new ones came.
    [[nodiscard]] std::optional<quint64> rankOf(int id) const
    {
        return m_texts[size_t(id)].isEmpty() ? std::nullopt : std::optional(m_rankOfId[size_t(id)]);
    }
    /// Returns true when places changed.
    bool settle();

private:
    QCollator m_collator;
    QHash<QString, int> m_ids;
    std::vector<QString> m_texts; ///< by id
    std::vector<int> m_sorted; ///< ids
    std::vector<quint64> m_rankOfId;
};
