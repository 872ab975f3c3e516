#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace wire::portal_form {

/// The members success, message and value of an answer, as text: of valid JSON, of JSON with bare
/// keys, and of bare keys with a message without quotes, in which blanks, commas and colons may
/// stand. Nothing for any other bytes, and where a member stands twice with different values.
[[nodiscard]] std::optional<QHash<QString, QString>> looseMembers(const QByteArray &body);

} // namespace wire::portal_form
