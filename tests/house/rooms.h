#pragma once

#include <QString>
#include <QStringList>

/// The room that a source file belongs to: "core", "wire", "ui/models", "ui" (the files of ui/
/// itself), "tests/net". Empty for what belongs to no room, such as app/pch.h.
[[nodiscard]] QString roomOf(const QString &path);

/// What the include lines of one source file break: a room that it must not know, a room that
/// nobody declared, or a library that only another room may use. A sentence each.
/// `path` is relative to the repository.
[[nodiscard]] QStringList includeObjections(const QString &path, const QString &text);

/// What else is wrong with one source file: too long, or words that nobody should find in it.
[[nodiscard]] QStringList habitObjections(const QString &path, const QString &text);
