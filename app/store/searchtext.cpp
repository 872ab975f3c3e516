#include "store/searchtext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t fieldStart = u'\x02';
constexpr char16_t fieldEnd = u'\x03';
constexpr int trigram = 3;

/// The first half of an address is its maker's, and the same for many: the last digits tell devices
/// apart, and every hit is compared whole.
constexpr int tellingDigits = 6;

bool isShort(const QString &typed)
{
    return typed.toUcs4().size() < trigram;
}

bool beginsWord(const QString &field, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = field[at - 1];
    return !before.isLetterOrNumber() && !before.isMark() && !before.isSurrogate();
}

QString startMarks()
{
    return QString(2, fieldStart);
}

QString endMarks()
{
    return QString(2, fieldEnd);
}

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString inColumns(const QString &columns, const QString &text)
{
    return u"{%1} : "_s.arg(columns) + quoted(text);
}

/// Marks of our own in what was typed would only confuse.
QString typedForm(const QString &typed)
{
    return searchForm(typed.trimmed()).remove(fieldStart).remove(fieldEnd);
}

QString partOf(const QString &columns, const QString &form)
{
    return inColumns(columns, isShort(form) ? startMarks() + form : form);
}

QString partOfMac(const QString &digits)
{
    if (digits.size() >= trigram)
        return inColumns(u"mac"_s, digits.right(tellingDigits));
    return u"(%1 OR %2)"_s.arg(
        inColumns(u"mac"_s, startMarks() + digits), inColumns(u"mac"_s, digits + endMarks()));
}

QString wordExpression(const QString &word)
{
    const QString text = partOf(u"guest other"_s, typedForm(word));
    const QString digits = MacAddress::digitsOf(word);
    return digits.isEmpty() ? text : u"(%1 OR %2)"_s.arg(text, partOfMac(digits));
}

} // namespace

QString searchForm(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

bool holds(const QString &field, const QString &typed)
{
    if (!isShort(typed))
        return field.contains(typed);
    for (qsizetype at = field.indexOf(typed); at >= 0; at = field.indexOf(typed, at + 1))
        if (beginsWord(field, at))
            return true;
    return false;
}

bool holdsDigits(const QString &mac, const QString &typed)
{
    return typed.size() >= trigram ? mac.contains(typed)
                                   : mac.startsWith(typed) || mac.endsWith(typed);
}

QString indexedForm(const QString &field)
{
    QString text = field.trimmed();
    text.remove(fieldStart).remove(fieldEnd);
    if (text.isEmpty())
        return {};
    QString marked = startMarks() + text + endMarks();
    for (qsizetype at = 1; at < text.size(); ++at)
        if (beginsWord(text, at))
            marked += startMarks() + text.mid(at, 4);
    return marked;
}

QString matchExpression(const HistoryFilter &filter)
{
    QStringList terms;
    for (const QString &word : wordsOf(filter.text))
        terms += wordExpression(word);
    if (filter.mac)
        terms += inColumns(u"mac"_s, filter.mac->toDigits().right(tellingDigits) + endMarks());
    if (const QString form = typedForm(filter.guest); !form.isEmpty())
        terms += partOf(u"guest"_s, form);
    for (const QString &whole :
        {filter.exactGuest.name, filter.exactGuest.room, filter.exactGuest.login})
        if (const QString form = typedForm(whole); !form.isEmpty())
            terms += inColumns(u"guest"_s, startMarks() + form + endMarks());
    return terms.join(u" AND "_s);
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    return text.split(blanks, Qt::SkipEmptyParts);
}
