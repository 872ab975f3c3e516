#pragma once

#include "ui/widgets/textlabel.h"

/// Labels as every dialog and page uses them.
namespace labels {

/// Secondary ink and size, wrapped over as many lines as it needs.
[[nodiscard]] TextLabel *hint(const QString &text = {}, Token ink = Token::Ink2);

/// What is wrong with a field, below it. Hidden until say() gives it a sentence.
[[nodiscard]] TextLabel *problem();

/// The name of a field; its mnemonic leads there.
[[nodiscard]] TextLabel *forField(const QString &text, QWidget *field);

/// A field below its name, for fields that never have anything said beneath them: those take a
/// FormRow.
[[nodiscard]] QWidget *above(const QString &text, QWidget *field);

/// A line of the fixed font that can be selected and copied, such as a fingerprint.
[[nodiscard]] TextLabel *fixed(const QString &text = {});

/// Shows a sentence, or hides the label when there is none.
void say(QLabel *label, const QString &sentence);

} // namespace labels
