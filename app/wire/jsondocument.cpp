#include "wire/jsondocument.h"

#include "wire/jsonrepair.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace wire {

namespace {

using Idle = std::vector<std::unique_ptr<JsonDocument>>;

Idle &idleOnThisThread()
{
    static thread_local Idle idle;
    return idle;
}

/// Well spread over the names of one row, and cheap: from their length, beginning and end.
quint8 spread(std::string_view key)
{
    quint64 begin = 0;
    quint64 end = 0;
    if (key.size() >= sizeof begin) {
        std::memcpy(&begin, key.data(), sizeof begin);
        std::memcpy(&end, key.data() + key.size() - sizeof end, sizeof end);
    } else {
        for (const char c : key)
            begin = (begin << 8) | static_cast<unsigned char>(c);
    }
    constexpr quint64 odd = 0x9e3779b97f4a7c15;
    return quint8(((begin ^ std::rotl(end, 29)) + key.size()) * odd >> 56);
}

/// What one bad value causes; everything else is the structure.
bool isRepairable(simdjson::error_code error)
{
    using enum simdjson::error_code;
    return error == UTF8_ERROR || error == STRING_ERROR || error == UNESCAPED_CHARS
        || error == NUMBER_ERROR;
}

/// A page that is none should not cost the memory of a parser.
bool isContainer(QByteArrayView text)
{
    const QByteArrayView trimmed = text.trimmed();
    return trimmed.startsWith('{') || trimmed.startsWith('[');
}

} // namespace

bool FieldTable::isWorthwhile(size_t fields)
{
    constexpr size_t narrow = 16;
    return fields > narrow && fields <= mostFields;
}

quint8 &FieldTable::slotOf(std::string_view key)
{
    size_t slot = spread(key);
    while (m_slots[slot] != 0 && m_fields[m_slots[slot] - 1].key != key)
        slot = (slot + 1) % m_slots.size();
    return m_slots[slot];
}

void FieldTable::fill(simdjson::dom::object object)
{
    m_slots.fill(0);
    m_count = 0;
    const auto end = object.end();
    for (auto field = object.begin(); field != end; ++field) {
        m_fields[m_count] = {field.key(), field.value()};
        slotOf(field.key()) = ++m_count;
    }
}

std::optional<simdjson::dom::element> FieldTable::find(
    simdjson::dom::object object, size_t place, std::string_view key)
{
    if (m_place != place)
        fill(object);
    m_place = place;
    const quint8 number = slotOf(key);
    return number == 0 ? std::nullopt : std::optional(m_fields[number - 1].value);
}

JsonDocument *JsonDocument::lend()
{
    Idle &idle = idleOnThisThread();
    if (idle.empty())
        return new JsonDocument;
    JsonDocument *document = idle.back().release();
    idle.pop_back();
    return document;
}

void JsonDocument::giveBack(JsonDocument *document)
{
    constexpr size_t mostIdle = 4;
    constexpr size_t largestKept = 1024 * 1024;
    std::unique_ptr<JsonDocument> returned(document);
    Idle &idle = idleOnThisThread();
    if (idle.size() < mostIdle && returned->m_parser.capacity() <= largestKept)
        idle.push_back(std::move(returned));
}

std::optional<QString> JsonDocument::parse(std::initializer_list<QByteArrayView> pieces)
{
    m_fields.forget();
    m_root = {};
    qsizetype size = 0;
    for (const QByteArrayView piece : pieces)
        size += piece.size();
    m_text.resize(0);
    m_text.reserve(size + qsizetype(simdjson::SIMDJSON_PADDING));
    for (const QByteArrayView piece : pieces)
        m_text.append(piece);
    if (!isContainer(m_text))
        return m_text.trimmed().isEmpty() ? u"the answer is empty"_s : u"not JSON"_s;
    simdjson::error_code error = parseText();
    if (isRepairable(error)) {
        m_text = repairedJson(m_text);
        m_text.reserve(m_text.size() + qsizetype(simdjson::SIMDJSON_PADDING));
        error = parseText();
    }
    if (error == simdjson::SUCCESS)
        return std::nullopt;
    return u"not JSON: "_s + QLatin1StringView(simdjson::error_message(error));
}

simdjson::error_code JsonDocument::parseText()
{
    const auto size = size_t(m_text.size());
    if (m_parser.capacity() < size) {
        // Pages are about as long as each other: the next one should fit as well.
        const size_t capacity = std::max<size_t>(size + size / 4, 4096);
        if (const auto error = m_parser.doc.allocate(capacity))
            return error;
        if (const auto error = m_parser.allocate(capacity))
            return error;
    }
    return m_parser.parse(m_text.constData(), size, false).get(m_root);
}

} // namespace wire
