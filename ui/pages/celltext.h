#pragma once

#include "ui/look/theme.h"

#include <QCache>
#include <QStaticText>
#include <QString>

#include <array>
#include <optional>

class QPainter;
class QRect;

/// Draws single lines of plain text, elided at their end, and keeps what it has laid out and
/// measured: a table repaints the same few hundred texts over and over.
class CellText
{
public:
    CellText();

    /// In the painter's pen. Alignment is visual: mirror it before.
    void draw(QPainter *painter, const QRect &room, const QString &text, TextRole role,
        Qt::Alignment alignment);

    /// The same as width() and lineHeight(), from what is kept.
    [[nodiscard]] int keptWidth(const QString &text, TextRole role);
    [[nodiscard]] int keptLineHeight(TextRole role) { return typeOf(role).lineHeight; }

    /// Width of the text in this role, not elided.
    [[nodiscard]] static int width(const QString &text, TextRole role);
    [[nodiscard]] static int lineHeight(TextRole role);

    /// After a change of font.
    void forget();

private:
    struct Key
    {
        QString text;
        int role = 0;
        int width = 0;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, key.role, key.width);
        }
    };

    struct Line
    {
        QStaticText text;
        QSizeF size;
    };

    struct Type
    {
        QFont font;
        int lineHeight = 0;
    };

    const Type &typeOf(TextRole role);

    QCache<Key, Line> m_laidOut;
    QCache<Key, int> m_widths; ///< by text and role
    std::array<std::optional<Type>, textRoleCount> m_types;
};
