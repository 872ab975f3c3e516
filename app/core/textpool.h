#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <string_view>

/// Texts that many rows share (networks, access points, makers), each kept once under a number.
/// Number 0 is the empty text. A plain value; one thread at a time.
class TextPool
{
public:
    TextPool();

    [[nodiscard]] quint32 add(std::string_view text); ///< UTF-8; the number it had before, if any
    [[nodiscard]] std::string_view at(quint32 number) const; ///< until the next add()
    [[nodiscard]] quint32 size() const { return quint32(m_texts.size()); }

    /// The numbers that the texts of another pool have here, by their number there.
    [[nodiscard]] QList<quint32> numbersOf(const TextPool &other);

private:
    QList<QByteArray> m_texts;
    QHash<QByteArray, quint32> m_numbers;
};
