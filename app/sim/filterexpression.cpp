#include "sim/filterexpression.h"

#include <QDateTime>
#include <QUuid>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 50;

QString wordOf(FilterProperty::Type type)
{
    switch (type) {
    case FilterProperty::Type::String:
        return u"STRING"_s;
    case FilterProperty::Type::Uuid:
        return u"UUID"_s;
    case FilterProperty::Type::Timestamp:
        return u"TIMESTAMP"_s;
    case FilterProperty::Type::Boolean:
        return u"BOOLEAN"_s;
    }
    Q_UNREACHABLE();
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'.' || c == u'_';
}

bool compare(const QString &function, const FilterValue &value, const FilterValue &with)
{
    if (function == "eq"_L1)
        return value == with;
    if (function == "ne"_L1)
        return value != with;
    if (function == "gt"_L1)
        return value > with;
    if (function == "ge"_L1)
        return value >= with;
    if (function == "lt"_L1)
        return value < with;
    return value <= with;
}

bool holds(const QString &function, const FilterValue &value, const std::vector<FilterValue> &args)
{
    const bool isNull = std::holds_alternative<std::monostate>(value);
    if (function == "isNull"_L1)
        return isNull;
    if (isNull)
        return false; // nothing compares with what is not there
    if (function == "isNotNull"_L1)
        return true;
    if (function == "in"_L1)
        return std::ranges::find(args, value) != args.end();
    if (function == "notIn"_L1)
        return std::ranges::find(args, value) == args.end();
    return compare(function, value, args.front());
}

} // namespace

/// Reads one expression from left to right; stops at the first thing that is wrong.
class FilterParser
{
public:
    using Test = FilterExpression::Test;
    using Parsed = tl::expected<Test, QString>;

    FilterParser(const QString &text, std::span<const FilterProperty> schema)
        : m_text(text)
        , m_schema(schema)
    {
    }

    Parsed whole()
    {
        Parsed test = expression(0);
        if (!test)
            return test;
        skipBlanks();
        return m_at == m_text.size() ? test : wrong(u"unexpected input"_s);
    }

private:
    struct Literal
    {
        FilterValue value;
        FilterProperty::Type type;
    };

    Parsed expression(int depth)
    {
        skipBlanks();
        const qsizetype start = m_at;
        const QString word = readWord();
        if (word.isEmpty())
            return wrong(u"expected an expression"_s);
        if (!take(u'('))
            return wrong(u"expected '('"_s);
        if (word == "and"_L1 || word == "or"_L1 || word == "not"_L1)
            return depth < deepest ? combination(word, depth) : wrong(u"nested too deep"_s);
        return comparison(word, start);
    }

    Parsed combination(const QString &word, int depth)
    {
        std::vector<Test> parts;
        do {
            Parsed part = expression(depth + 1);
            if (!part)
                return part;
            parts.push_back(std::move(*part));
        } while (take(u','));
        if (!take(u')'))
            return wrong(u"expected ')'"_s);
        if (word == "not"_L1) {
            if (parts.size() != 1)
                return wrong(u"'not' takes one expression"_s);
            return Test([part = parts.front()](const auto &valueOf) { return !part(valueOf); });
        }
        if (parts.size() < 2)
            return wrong(u"'%1' takes two or more expressions"_s.arg(word));
        const bool all = word == "and"_L1;
        return Test([parts = std::move(parts), all](const auto &valueOf) {
            const auto says = [&valueOf](const Test &part) { return part(valueOf); };
            return all ? std::ranges::all_of(parts, says) : std::ranges::any_of(parts, says);
        });
    }

    Parsed comparison(const QString &word, qsizetype start)
    {
        const QString name = word.left(word.lastIndexOf(u'.'));
        const QString function = word.mid(word.lastIndexOf(u'.') + 1);
        const auto property
            = std::ranges::find_if(m_schema, [&name](const FilterProperty &candidate) {
                  return name == QStringView(candidate.name);
              });
        if (property == m_schema.end())
            return wrong(u"unknown property '%1'"_s.arg(name), start);
        const QStringView allowed(
            property->functions.data(), qsizetype(property->functions.size()));
        if (!allowed.split(u' ').contains(function))
            return wrong(u"function '%1' is not allowed for property '%2'"_s.arg(function, name),
                start + name.size() + 1);
        auto args = arguments(property->type);
        if (!args)
            return tl::make_unexpected(args.error());
        if (!fits(function, args->size()))
            return wrong(u"wrong number of arguments for function '%1'"_s.arg(function));
        const int index = int(property - m_schema.begin());
        return Test([function, index, args = std::move(*args)](
                        const auto &valueOf) { return holds(function, valueOf(index), args); });
    }

    static bool fits(const QString &function, size_t count)
    {
        if (function == "isNull"_L1 || function == "isNotNull"_L1)
            return count == 0;
        return function == "in"_L1 || function == "notIn"_L1 ? count > 0 : count == 1;
    }

    tl::expected<std::vector<FilterValue>, QString> arguments(FilterProperty::Type type)
    {
        std::vector<FilterValue> args;
        if (take(u')'))
            return args;
        do {
            skipBlanks();
            const qsizetype start = m_at;
            const auto literal = readLiteral();
            if (!literal)
                return tl::make_unexpected(literal.error());
            if (literal->type != type)
                return wrong(
                    u"expected %1 but got %2"_s.arg(wordOf(type), wordOf(literal->type)), start);
            args.push_back(literal->value);
        } while (take(u','));
        if (!take(u')'))
            return wrong(u"expected ')'"_s);
        return args;
    }

    tl::expected<Literal, QString> readLiteral()
    {
        if (m_at < m_text.size() && m_text[m_at] == u'\'')
            return readString();
        const qsizetype start = m_at;
        while (
            m_at < m_text.size() && (isWordPart(m_text[m_at]) || u"-:+"_s.contains(m_text[m_at])))
            ++m_at;
        const QString word = m_text.mid(start, m_at - start);
        if (word == "true"_L1 || word == "false"_L1)
            return Literal{word == "true"_L1, FilterProperty::Type::Boolean};
        if (const QUuid uuid = QUuid::fromString(word); !uuid.isNull())
            return Literal{uuid.toString(QUuid::WithoutBraces), FilterProperty::Type::Uuid};
        if (const auto time = QDateTime::fromString(word, Qt::ISODateWithMs); time.isValid())
            return Literal{time.toMSecsSinceEpoch(), FilterProperty::Type::Timestamp};
        return wrong(u"cannot read '%1'"_s.arg(word), start);
    }

    tl::expected<Literal, QString> readString()
    {
        const qsizetype start = m_at++;
        QString value;
        for (; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] != u'\'') {
                value += m_text[m_at];
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\'') {
                value += m_text[m_at++];
            } else {
                ++m_at;
                return Literal{value, FilterProperty::Type::String};
            }
        }
        return wrong(u"unterminated string"_s, start);
    }

    QString readWord()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && isWordPart(m_text[m_at]))
            ++m_at;
        return m_text.mid(start, m_at - start);
    }

    bool take(QChar wanted)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at] == u' ')
            ++m_at;
    }

    tl::unexpected<QString> wrong(const QString &what, qsizetype at = -1) const
    {
        return tl::make_unexpected(u"failed to parse filter expression: %1 (1:%2)"_s.arg(
            what, QString::number((at < 0 ? m_at : at) + 1)));
    }

    QString m_text;
    std::span<const FilterProperty> m_schema;
    qsizetype m_at = 0;
};

tl::expected<FilterExpression, QString> FilterExpression::parse(
    const QString &text, std::span<const FilterProperty> schema)
{
    auto test = FilterParser(text, schema).whole();
    if (!test)
        return tl::make_unexpected(test.error());
    FilterExpression expression;
    expression.m_test = std::move(*test);
    return expression;
}
