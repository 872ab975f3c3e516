#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <QTranslator>

#include <memory>

namespace phrases {

/// The languages that Gatehouse has a catalog for, as codes such as "de"; English is among them.
[[nodiscard]] QStringList languages();

/// The first of the wanted languages ("de", "de-AT", "zh_Hant_TW"; best first) that has a catalog,
/// as that catalog's code. A territory or script without a catalog of its own takes the wider one.
/// Empty when none has.
[[nodiscard]] QString languageFor(const QStringList &wanted);

/// Gives the program its language, with Qt's own texts: the one that was asked for, else the first
/// of the system's UI languages that has a catalog, else English. Numbers and dates follow a
/// language that was asked for. Call once, after the application object is made and before any
/// text. False when the one that was asked for has no catalog; the program then speaks English.
bool installLanguage(QCoreApplication &app, const QString &asked = {});

/// The texts of one language, for a reader who is not the one at the window. Null when there are
/// none.
[[nodiscard]] std::unique_ptr<QTranslator> catalogOf(const QString &code);

} // namespace phrases
