#include "wire/rowslices.h"

namespace wire {

namespace {

qsizetype afterBlanks(QByteArrayView json, qsizetype at)
{
    while (at < json.size() && QByteArrayView(" \t\r\n").contains(json[at]))
        ++at;
    return at;
}

bool isAt(QByteArrayView json, qsizetype at, char c)
{
    return at < json.size() && json[at] == c;
}

/// Behind the text whose opening quote is at this place; the end of json where it does not close.
qsizetype afterText(QByteArrayView json, qsizetype quote)
{
    for (qsizetype at = quote + 1;;) {
        const qsizetype close = json.indexOf('"', at);
        if (close < 0)
            return json.size();
        qsizetype escapes = close;
        while (json[escapes - 1] == '\\')
            --escapes;
        if ((close - escapes) % 2 == 0)
            return close + 1;
        at = close + 1;
    }
}

} // namespace

qsizetype listStart(QByteArrayView json, QLatin1StringView key)
{
    constexpr qsizetype longestHead = 16 * 1024;
    json = json.first(std::min(json.size(), longestHead));
    qsizetype at = afterBlanks(json, 0);
    if (!isAt(json, at, '{'))
        return -1;
    do {
        const qsizetype quote = afterBlanks(json, at + 1);
        if (!isAt(json, quote, '"'))
            return -1;
        const qsizetype end = afterText(json, quote);
        const qsizetype colon = afterBlanks(json, end);
        if (!isAt(json, colon, ':'))
            return -1;
        const qsizetype value = afterBlanks(json, colon + 1);
        if (json.sliced(quote + 1, end - quote - 2) == QByteArrayView(key.data(), key.size()))
            return isAt(json, value, '[') ? value + 1 : -1;
        at = rowsEnd(json, value, 0);
    } while (at >= 0);
    return -1;
}

qsizetype rowsEnd(QByteArrayView json, qsizetype from, qsizetype atLeast)
{
    qsizetype depth = 0;
    for (qsizetype at = from; at < json.size(); ++at) {
        switch (json[at]) {
        case '"':
            at = afterText(json, at) - 1;
            break;
        case '{':
        case '[':
            ++depth;
            break;
        case '}':
        case ']':
            if (--depth < 0)
                return -1;
            break;
        case ',':
            if (depth == 0 && at - from >= atLeast)
                return at;
            break;
        default:
            break;
        }
    }
    return -1;
}

} // namespace wire
