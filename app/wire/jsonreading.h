#pragma once

#include "core/macaddress.h"
#include "core/result.h"

#include <QDateTime>
#include <QString>

#include <array>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string_view>

namespace wire {

class JsonCursor;
class JsonDocument;
class JsonRows;

/// Keys and numbers of rows from the root on, for complaints alone: a cursor carries them along and
/// nobody spells them out before there is something to say. What lies deeper than any of our
/// protocols goes without a name.
class JsonPath
{
public:
    void append(QLatin1StringView key) { append({key, -1}); }
    void setRow(qsizetype row) { m_steps[m_length - 1].row = row; }
    [[nodiscard]] QString toString() const;

private:
    struct Step
    {
        QLatin1StringView key;
        qsizetype row = -1; ///< -1: not in a list
    };
    void append(Step step)
    {
        m_length = std::min(m_length + 1, m_steps.size());
        m_steps[m_length - 1] = step;
    }

    std::array<Step, 5> m_steps;
    size_t m_length = 0;
};

/// A value in a parsed body, or none: where it stands on the parser's tape.
struct JsonPlace
{
    const void *document = nullptr;
    size_t index = 0;
};

/// Of a UTF-8 text, in any usual notation.
[[nodiscard]] std::optional<MacAddress> macIn(std::string_view text);

/// One body being read. Reading never stops and never throws: what is required and not there leaves
/// the first complaint here, with its path ("data[3].mac is missing"), and the reader asks for it
/// once at the end. A single broken value (half a character, a number beyond all bounds) does not
/// hide the others.
class JsonReading
{
public:
    using ReadRow = std::function<void(const JsonCursor &row)>;
    static constexpr qsizetype usualSlice = 256 * 1024;

    explicit JsonReading(const QByteArray &body);

    /// The same of a body that holds a list under a key of its root, which may be far longer than
    /// the rest: readRow gets every row of it, here and now, while a long list is read in slices of
    /// whole rows. What is left of the body is the root; rows of the list may be missing there.
    JsonReading(const QByteArray &body, QLatin1StringView list, const ReadRow &readRow,
        qsizetype sliceBytes = usualSlice);
    ~JsonReading();
    Q_DISABLE_COPY_MOVE(JsonReading)

    /// The cursors live no longer than the reading.
    [[nodiscard]] JsonCursor root();

    [[nodiscard]] bool failed() const { return m_complaint.has_value(); }

    /// value, or the first complaint as UnreadableReply.
    template <typename T>
    [[nodiscard]] Result<T> result(T value) const
    {
        if (m_complaint)
            return fail(Failure::Kind::UnreadableReply, *m_complaint);
        return value;
    }

    void complain(const QString &what);

private:
    friend class JsonCursor;
    struct GiveBack
    {
        void operator()(JsonDocument *document) const;
    };

    bool parse(std::initializer_list<QByteArrayView> pieces);
    [[nodiscard]] std::optional<qsizetype> parseSlice(
        QByteArrayView json, qsizetype from, qsizetype sliceBytes);
    [[nodiscard]] JsonPlace rootPlace() const;

    std::unique_ptr<JsonDocument, GiveBack> m_document; ///< the body, or a slice of it
    std::optional<QString> m_complaint;
};

/// A place in a body. Readers of what is required complain; readers of what may be absent answer
/// nothing, also to a wrong type. Numbers and booleans may come as text.
class JsonCursor
{
public:
    JsonCursor(JsonReading *reading, JsonPlace place, const JsonPath &path);

    [[nodiscard]] bool exists() const;
    [[nodiscard]] bool isObject() const;

    /// The value of a key; one that does not exist where there is no such key or no object.
    [[nodiscard]] JsonCursor at(QLatin1StringView key) const;

    [[nodiscard]] JsonCursor requiredObject(QLatin1StringView key) const;
    [[nodiscard]] JsonRows requiredRows(QLatin1StringView key) const;
    [[nodiscard]] QString requiredText(QLatin1StringView key) const;
    [[nodiscard]] qint64 requiredInteger(QLatin1StringView key) const;

    [[nodiscard]] JsonRows rows(QLatin1StringView key) const;
    [[nodiscard]] QString text(QLatin1StringView key) const;
    /// The same as UTF-8, which lives as long as the reading, or the row of a long list.
    [[nodiscard]] std::string_view view(QLatin1StringView key) const;
    [[nodiscard]] std::string_view requiredView(QLatin1StringView key) const;
    /// Without blanks around it.
    [[nodiscard]] std::string_view trimmedView(QLatin1StringView key) const;
    /// Whether it is this text, in any case of its letters.
    [[nodiscard]] bool says(QLatin1StringView key, QLatin1StringView word) const;
    [[nodiscard]] std::optional<qint64> integer(QLatin1StringView key) const;
    [[nodiscard]] std::optional<int> smallInteger(QLatin1StringView key) const;
    [[nodiscard]] std::optional<bool> boolean(QLatin1StringView key) const;
    [[nodiscard]] std::optional<MacAddress> mac(QLatin1StringView key) const;
    [[nodiscard]] std::optional<QDateTime> isoTime(QLatin1StringView key) const;
    [[nodiscard]] std::optional<QDateTime> msTime(QLatin1StringView key) const; ///< ms since 1970

    /// Says what is wrong here; the first complaint of a reading counts.
    void complain(const QString &what) const;
    void complainAt(QLatin1StringView key, const QString &what) const;

private:
    friend class JsonReading;
    friend class JsonRows;

    [[nodiscard]] JsonPlace find(QLatin1StringView key) const;
    [[nodiscard]] bool isList() const;

    JsonReading *m_reading;
    JsonPlace m_place;
    JsonPath m_path;
};

/// The rows of a list, one cursor after the other.
class JsonRows
{
public:
    class Iterator
    {
    public:
        const JsonCursor &operator*() const { return m_row; }
        Iterator &operator++();
        bool operator==(const Iterator &other) const { return m_left == other.m_left; }

    private:
        friend class JsonRows;
        Iterator(const JsonCursor &row, qsizetype left)
            : m_row(row)
            , m_left(left)
        {
        }

        JsonCursor m_row;
        qsizetype m_number = 0;
        qsizetype m_left;
    };

    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const { return {m_list, 0}; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] JsonCursor first() const { return *begin(); }

private:
    friend class JsonCursor;
    friend class JsonReading;
    /// No list: no rows. firstRow: the number of the first one.
    explicit JsonRows(const JsonCursor &list, qsizetype firstRow = 0);

    JsonCursor m_list;
    qsizetype m_firstRow;
    qsizetype m_size = 0;
};

} // namespace wire
