#pragma once

#include <QString>

#include <optional>

/// Where the desktop's message bus listens: a path, or @name for an abstract socket; empty:
/// nowhere. Nothing: somewhere that is not a local socket. See the D-Bus specification, "Server
/// Addresses".
[[nodiscard]] std::optional<QString> sessionBusSocket(
    const QString &addresses, const QString &runtimeDirectory);

/// Whether somebody listens there. Always true where keychains need no bus (Windows, macOS).
[[nodiscard]] bool sessionBusAnswers();
