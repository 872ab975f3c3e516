#include "core/textpool.h"

TextPool::TextPool()
    : m_texts{QByteArray("")}
{
}

quint32 TextPool::add(std::string_view text)
{
    if (text.empty())
        return 0;
    const auto known
        = m_numbers.constFind(QByteArray::fromRawData(text.data(), qsizetype(text.size())));
    if (known != m_numbers.cend())
        return *known;
    const quint32 number = size();
    m_texts.append(QByteArray(text.data(), qsizetype(text.size())));
    m_numbers.insert(m_texts.last(), number);
    return number;
}

std::string_view TextPool::at(quint32 number) const
{
    const QByteArray &text = m_texts[number];
    return {text.constData(), size_t(text.size())};
}

QList<quint32> TextPool::numbersOf(const TextPool &other)
{
    QList<quint32> numbers;
    numbers.reserve(other.m_texts.size());
    for (const QByteArray &text : other.m_texts)
        numbers.append(add({text.constData(), size_t(text.size())}));
    return numbers;
}
