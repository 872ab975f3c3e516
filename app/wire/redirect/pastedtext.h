#pragma once

#include <QString>

namespace wire {

/// Text as somebody pastes it out of a mail, with its addresses in one piece again: without quote
/// marks, line breaks within an address, invisible characters and outer apostrophes. Sentences
/// after an address begin with a blank.
[[nodiscard]] QString unfolded(const QString &pasted);

} // namespace wire
