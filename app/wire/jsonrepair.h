#pragma once

#include <QByteArrayView>

namespace wire {

/// The same JSON without what keeps a strict parser from the rest of a list: broken UTF-8, control
/// characters and half surrogates in a text, escapes that are none, numbers that no 64 bits hold or
/// that are none (they become 1e300). Texts, braces and commas stay where they are: a body whose
/// structure is broken stays broken. Any bytes give some.
[[nodiscard]] QByteArray repairedJson(QByteArrayView json);

} // namespace wire
