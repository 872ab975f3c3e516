#include "wire/redirect/pastedtext.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace wire {

namespace {

/// Without the marks of a quoted mail.
QStringView unquoted(QStringView line)
{
    line = line.trimmed();
    while (line.startsWith(u'>'))
        line = line.sliced(1).trimmed();
    return line;
}

/// A line that a mail broke off the address before it, not the next sentence: one word, or more
/// parameters.
bool continues(QStringView line)
{
    return !line.isEmpty() && (!line.contains(u' ') || line.contains(u'='));
}

} // namespace

QString unfolded(const QString &pasted)
{
    QString text = pasted;
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    for (const QChar quote : QStringView(u"“”„«»"))
        text.replace(quote, u'"');
    text.replace(QChar::Nbsp, u' ');
    static const QRegularExpression lineBreak(u"\r\n?|\n|\u2028|\u2029"_s);
    const QStringList lines = text.split(lineBreak);
    QString whole;
    for (const QString &each : lines) {
        const QStringView line = unquoted(each);
        if (!whole.isEmpty() && !continues(line))
            whole += u' ';
        whole += line;
    }
    if (whole.size() > 1 && whole.startsWith(u'\'') && whole.endsWith(u'\''))
        whole = whole.sliced(1, whole.size() - 2);
    return whole;
}

} // namespace wire
