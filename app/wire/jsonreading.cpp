#include "wire/jsonreading.h"

#include "wire/isotime.h"
#include "wire/jsondocument.h"
#include "wire/rowslices.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <span>

using namespace Qt::StringLiterals;
namespace dom = simdjson::dom;

namespace wire {

namespace {

static_assert(
    sizeof(JsonPlace) == sizeof(dom::element) && sizeof(JsonPlace) == sizeof(dom::array::iterator));

JsonPlace placeOf(dom::element element)
{
    return std::bit_cast<JsonPlace>(element);
}

/// The value as a T; nothing where it is none or something else.
template <typename T>
std::optional<T> valueAt(JsonPlace place)
{
    T value;
    if (!place.document || std::bit_cast<dom::element>(place).get(value) != simdjson::SUCCESS)
        return std::nullopt;
    return value;
}

bool isTypeAt(JsonPlace place, dom::element_type type)
{
    return place.document && std::bit_cast<dom::element>(place).type() == type;
}

std::string_view viewOf(QLatin1StringView text)
{
    return {text.data(), size_t(text.size())};
}

bool isWord(std::string_view text, QLatin1StringView word)
{
    return QLatin1StringView(text.data(), qsizetype(text.size())).compare(word, Qt::CaseInsensitive)
        == 0;
}

std::optional<qint64> integerAt(JsonPlace place)
{
    constexpr qint64 exact = 9007199254740992; // 2^53: beyond it JSON's numbers have gaps
    if (const auto text = valueAt<std::string_view>(place)) {
        bool isNumber = false;
        const qint64 number = QByteArrayView(*text).trimmed().toLongLong(&isNumber);
        return isNumber ? std::optional(number) : std::nullopt;
    }
    if (isTypeAt(place, dom::element_type::DOUBLE)) {
        const double number = valueAt<double>(place).value_or(0);
        const bool isWhole = std::trunc(number) == number && std::abs(number) <= double(exact);
        return isWhole ? std::optional(qint64(number)) : std::nullopt;
    }
    const auto number = valueAt<int64_t>(place);
    return number && *number <= exact && *number >= -exact ? std::optional(qint64(*number))
                                                           : std::nullopt;
}

/// Some servers begin with a byte order mark.
QByteArrayView withoutMark(QByteArrayView body)
{
    constexpr QByteArrayView mark = "\xef\xbb\xbf";
    return body.startsWith(mark) ? body.sliced(mark.size()) : body;
}

} // namespace

QString JsonPath::toString() const
{
    QString path;
    for (const Step &step : std::span(m_steps).first(m_length)) {
        if (!path.isEmpty())
            path += u'.';
        path += step.key;
        if (step.row >= 0)
            path += u"[%1]"_s.arg(step.row);
    }
    return path;
}

std::optional<MacAddress> macIn(std::string_view text)
{
    std::array<char16_t, 32> characters; // what is longer is no address, only blanks are missed
    if (text.size() > characters.size())
        return std::nullopt;
    std::ranges::transform(
        text, characters.begin(), [](char c) { return static_cast<unsigned char>(c); });
    return MacAddress::parse(QStringView(characters.data(), qsizetype(text.size())));
}

JsonReading::JsonReading(const QByteArray &body)
    : m_document(JsonDocument::lend())
{
    parse({withoutMark(body)});
}

JsonReading::JsonReading(
    const QByteArray &body, QLatin1StringView list, const ReadRow &readRow, qsizetype sliceBytes)
    : m_document(JsonDocument::lend())
{
    JsonPath path;
    path.append(list);
    qsizetype rowsRead = 0;
    const auto handOver = [this, &path, &rowsRead, &readRow](JsonPlace place) {
        const JsonRows rows(JsonCursor(this, place, path), rowsRead);
        for (const JsonCursor &row : rows)
            readRow(row);
        rowsRead += rows.size();
    };
    const QByteArrayView json = withoutMark(body);
    const qsizetype start = json.size() > sliceBytes ? listStart(json, list) : -1;
    qsizetype at = start;
    while (at >= 0 && json.size() - at > sliceBytes) {
        const std::optional<qsizetype> end = parseSlice(json, at, sliceBytes);
        if (!end)
            return;
        if (*end < 0)
            break;
        handOver(rootPlace());
        at = *end + 1;
    }
    // Less the rows that have been read, it is a body as any other.
    const bool isRead = rowsRead == 0 ? parse({json}) : parse({json.first(start), json.sliced(at)});
    if (isRead)
        handOver(root().at(list).m_place);
}

JsonReading::~JsonReading() = default;

void JsonReading::GiveBack::operator()(JsonDocument *document) const
{
    JsonDocument::giveBack(document);
}

/// Joins the pieces to the document; complains where it is none.
bool JsonReading::parse(std::initializer_list<QByteArrayView> pieces)
{
    const std::optional<QString> complaint = m_document->parse(pieces);
    if (complaint)
        complain(*complaint);
    return !complaint;
}

/// Parses whole rows as a list, about sliceBytes of them; answers where they end, at a comma: -1
/// where the list ends first. Nothing, after a complaint, where they cannot be read.
std::optional<qsizetype> JsonReading::parseSlice(
    QByteArrayView json, qsizetype from, qsizetype sliceBytes)
{
    // A guess that parses is right: a cut inside a text or a row leaves quotes or brackets open.
    constexpr QByteArrayView between = "},{";
    constexpr qsizetype worthwhile = 64 * 1024;
    const QByteArrayView there = json.sliced(from + sliceBytes)
                                     .first(std::min(worthwhile, json.size() - from - sliceBytes));
    const qsizetype guess = there.indexOf(between);
    const qsizetype guessed = sliceBytes + guess + 1;
    if (guess >= 0 && !m_document->parse({"[", json.sliced(from, guessed), "]"}))
        return from + guessed;
    const qsizetype end = rowsEnd(json, from, sliceBytes);
    if (end >= 0 && !parse({"[", json.sliced(from, end - from), "]"}))
        return std::nullopt;
    return end;
}

JsonPlace JsonReading::rootPlace() const
{
    return placeOf(m_document->root());
}

JsonCursor JsonReading::root()
{
    return {this, rootPlace(), {}};
}

void JsonReading::complain(const QString &what)
{
    if (!m_complaint)
        m_complaint = what;
}

JsonCursor::JsonCursor(JsonReading *reading, JsonPlace place, const JsonPath &path)
    : m_reading(reading)
    , m_place(place)
    , m_path(path)
{
}

bool JsonCursor::exists() const
{
    return m_place.document && !isTypeAt(m_place, dom::element_type::NULL_VALUE);
}

bool JsonCursor::isObject() const
{
    return isTypeAt(m_place, dom::element_type::OBJECT);
}

bool JsonCursor::isList() const
{
    return isTypeAt(m_place, dom::element_type::ARRAY);
}

/// Of several with one key the last counts.
JsonPlace JsonCursor::find(QLatin1StringView key) const
{
    const auto object = valueAt<dom::object>(m_place);
    if (!object)
        return {};
    if (FieldTable::isWorthwhile(object->size())) {
        const auto found
            = m_reading->m_document->fields().find(*object, m_place.index, viewOf(key));
        return found ? placeOf(*found) : JsonPlace{};
    }
    JsonPlace found;
    const auto end = object->end();
    for (auto field = object->begin(); field != end; ++field)
        if (field.key_equals(viewOf(key)))
            found = placeOf(field.value());
    return found;
}

void JsonCursor::complain(const QString &what) const
{
    const QString path = m_path.toString();
    m_reading->complain((path.isEmpty() ? u"the answer"_s : path) + u' ' + what);
}

void JsonCursor::complainAt(QLatin1StringView key, const QString &what) const
{
    JsonPath path = m_path;
    path.append(key);
    m_reading->complain(path.toString() + u' ' + what);
}

JsonCursor JsonCursor::at(QLatin1StringView key) const
{
    JsonCursor found(m_reading, find(key), m_path);
    found.m_path.append(key);
    return found;
}

JsonCursor JsonCursor::requiredObject(QLatin1StringView key) const
{
    JsonCursor found = at(key);
    if (!found.isObject())
        found.complain(found.exists() ? u"is not an object"_s : u"is missing"_s);
    return found;
}

JsonRows JsonCursor::requiredRows(QLatin1StringView key) const
{
    const JsonCursor found = at(key);
    if (!found.isList())
        found.complain(found.exists() ? u"is not a list"_s : u"is missing"_s);
    return JsonRows(found);
}

JsonRows JsonCursor::rows(QLatin1StringView key) const
{
    return JsonRows(at(key));
}

QString JsonCursor::requiredText(QLatin1StringView key) const
{
    const std::string_view found = requiredView(key);
    return QString::fromUtf8(found.data(), qsizetype(found.size()));
}

std::string_view JsonCursor::requiredView(QLatin1StringView key) const
{
    const JsonPlace place = find(key);
    const std::string_view found = valueAt<std::string_view>(place).value_or(std::string_view());
    if (found.empty()) {
        const bool isThere = place.document && !isTypeAt(place, dom::element_type::NULL_VALUE);
        complainAt(key, isThere ? u"is not a text"_s : u"is missing"_s);
    }
    return found;
}

qint64 JsonCursor::requiredInteger(QLatin1StringView key) const
{
    const std::optional<qint64> number = integer(key);
    if (!number)
        complainAt(key, at(key).exists() ? u"is not a whole number"_s : u"is missing"_s);
    return number.value_or(0);
}

QString JsonCursor::text(QLatin1StringView key) const
{
    const std::string_view found = view(key);
    return QString::fromUtf8(found.data(), qsizetype(found.size()));
}

std::string_view JsonCursor::view(QLatin1StringView key) const
{
    return valueAt<std::string_view>(find(key)).value_or(std::string_view());
}

std::string_view JsonCursor::trimmedView(QLatin1StringView key) const
{
    const QByteArrayView trimmed = QByteArrayView(view(key)).trimmed();
    return {trimmed.data(), size_t(trimmed.size())};
}

bool JsonCursor::says(QLatin1StringView key, QLatin1StringView word) const
{
    return isWord(view(key), word);
}

std::optional<qint64> JsonCursor::integer(QLatin1StringView key) const
{
    return integerAt(find(key));
}

std::optional<int> JsonCursor::smallInteger(QLatin1StringView key) const
{
    const std::optional<qint64> number = integer(key);
    if (!number || *number > std::numeric_limits<int>::max()
        || *number < std::numeric_limits<int>::min())
        return std::nullopt;
    return int(*number);
}

std::optional<bool> JsonCursor::boolean(QLatin1StringView key) const
{
    const JsonPlace place = find(key);
    if (const auto value = valueAt<bool>(place))
        return value;
    const std::string_view word = valueAt<std::string_view>(place).value_or(std::string_view());
    if (isWord(word, "true"_L1))
        return true;
    return isWord(word, "false"_L1) ? std::optional(false) : std::nullopt;
}

std::optional<MacAddress> JsonCursor::mac(QLatin1StringView key) const
{
    return macIn(view(key));
}

std::optional<QDateTime> JsonCursor::isoTime(QLatin1StringView key) const
{
    return fromIsoTime(view(key));
}

std::optional<QDateTime> JsonCursor::msTime(QLatin1StringView key) const
{
    const std::optional<qint64> ms = integer(key);
    constexpr qint64 latest = 253402300799999; // the end of year 9999
    if (!ms || *ms <= 0 || *ms > latest)
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(*ms, Qt::UTC);
}

JsonRows::JsonRows(const JsonCursor &list, qsizetype firstRow)
    : m_list(list)
    , m_firstRow(firstRow)
{
    if (const auto array = valueAt<dom::array>(list.m_place))
        m_size = qsizetype(array->size());
}

JsonRows::Iterator JsonRows::begin() const
{
    Iterator first(m_list, m_size);
    first.m_number = m_firstRow;
    first.m_row.m_path.setRow(m_firstRow);
    first.m_row.m_place = {};
    if (m_size > 0)
        first.m_row.m_place = std::bit_cast<JsonPlace>(
            std::bit_cast<dom::element>(m_list.m_place).get_array().begin());
    return first;
}

JsonRows::Iterator &JsonRows::Iterator::operator++()
{
    --m_left;
    m_row.m_path.setRow(++m_number);
    auto place = std::bit_cast<dom::array::iterator>(m_row.m_place);
    ++place;
    m_row.m_place = std::bit_cast<JsonPlace>(place);
    return *this;
}

} // namespace wire
