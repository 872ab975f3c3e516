#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <initializer_list>
#include <optional>
#include <simdjson.h>
#include <string_view>

namespace wire {

/// The fields of one wide object by name: a reader that asks for twenty of seventy costs one pass
/// over them, not twenty. Of fields with one name the last counts.
class FieldTable
{
public:
    /// Narrower objects are searched as fast; wider ones do not fit.
    [[nodiscard]] static bool isWorthwhile(size_t fields);

    [[nodiscard]] std::optional<simdjson::dom::element> find(
        simdjson::dom::object object, size_t place, std::string_view key);

    /// The document has changed.
    void forget() { m_place = 0; }

private:
    struct Field
    {
        std::string_view key;
        simdjson::dom::element value;
    };
    static constexpr size_t mostFields = 128;

    void fill(simdjson::dom::object object);
    [[nodiscard]] quint8 &slotOf(std::string_view key);

    size_t m_place = 0; ///< of the object on its document's tape; 0: none
    quint8 m_count = 0;
    std::array<quint8, 2 *mostFields> m_slots = {}; ///< number of the field, from 1; 0: free
    std::array<Field, mostFields> m_fields;
};

/// JSON in the memory of a parser. Each thread keeps a few of them, so that page after page costs
/// no large allocation.
class JsonDocument
{
public:
    /// For this thread, which gives it back.
    [[nodiscard]] static JsonDocument *lend();
    static void giveBack(JsonDocument *document);

    /// Reads the pieces, joined, as one object or list. What is wrong with a single value does not
    /// hide the others; otherwise nothing is read, and the answer says why.
    [[nodiscard]] std::optional<QString> parse(std::initializer_list<QByteArrayView> pieces);

    [[nodiscard]] simdjson::dom::element root() const { return m_root; }
    [[nodiscard]] FieldTable &fields() { return m_fields; }

private:
    [[nodiscard]] simdjson::error_code parseText();

    QByteArray m_text; ///< with capacity for the parser's padding
    simdjson::dom::parser m_parser;
    simdjson::dom::element m_root;
    FieldTable m_fields;
};

} // namespace wire
