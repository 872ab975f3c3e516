#include "wire/foreigntext.h"

namespace wire {

QString foreignText(const QString &text)
{
    constexpr qsizetype mostCharacters = 300;
    // Simplifying walks over everything: a body of megabytes is cut before.
    QString line = text.left(8 * mostCharacters).simplified();
    line.removeIf([](QChar character) {
        return character.category() == QChar::Other_Control
            || character.category() == QChar::Other_Format;
    });
    if (line.size() > mostCharacters)
        line = line.left(mostCharacters - 1) + u'…';
    return line;
}

} // namespace wire
