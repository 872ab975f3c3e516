#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace wire {

class JsonCursor;

/// One body being read. Reading never stops and never throws: what is required and not there leaves
/// the first complaint here, with its path ("data[3].mac is missing"), and the reader asks for it
/// once at the end.
class JsonReading
{
public:
    explicit JsonReading(const QByteArray &body);
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
    QJsonValue m_root;
    std::optional<QString> m_complaint;
};

/// A place in a body. Readers of what is required complain; readers of what may be absent answer
/// nothing, also to a wrong type. Numbers and booleans may come as text.
class JsonCursor
{
public:
    JsonCursor(JsonReading *reading, QJsonValue value, QString path);

    [[nodiscard]] bool exists() const { return !m_value.isUndefined() && !m_value.isNull(); }
    [[nodiscard]] bool isObject() const { return m_value.isObject(); }

    /// The value of a key; one that does not exist where there is no such key or no object.
    [[nodiscard]] JsonCursor at(QLatin1StringView key) const;

    [[nodiscard]] JsonCursor requiredObject(QLatin1StringView key) const;
    [[nodiscard]] QList<JsonCursor> requiredRows(QLatin1StringView key) const;
    [[nodiscard]] QString requiredText(QLatin1StringView key) const;
    [[nodiscard]] qint64 requiredInteger(QLatin1StringView key) const;

    [[nodiscard]] QList<JsonCursor> rows(QLatin1StringView key) const;
    [[nodiscard]] QString text(QLatin1StringView key) const;
    [[nodiscard]] std::optional<qint64> integer(QLatin1StringView key) const;
    [[nodiscard]] std::optional<int> smallInteger(QLatin1StringView key) const;
    [[nodiscard]] std::optional<bool> boolean(QLatin1StringView key) const;
    [[nodiscard]] std::optional<QDateTime> isoTime(QLatin1StringView key) const;
    [[nodiscard]] std::optional<QDateTime> msTime(QLatin1StringView key) const; ///< ms since 1970

    /// Says what is wrong here; the first complaint of a reading counts.
    void complain(const QString &what) const;
    void complainAt(QLatin1StringView key, const QString &what) const;

private:
    [[nodiscard]] QString pathOf(QLatin1StringView key) const;

    JsonReading *m_reading;
    QJsonValue m_value;
    QString m_path;
};

} // namespace wire
