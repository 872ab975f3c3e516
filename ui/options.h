#pragma once

#include "core/result.h"
#include "ui/look/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

/// What the command line of the window asks for.
struct Options
{
    bool demo = false;
    QString profile; ///< folder; empty: the usual one of this person
    QString language; ///< empty: as the profile or the system says
    std::optional<SchemeChoice> scheme; ///< absent: as the profile says
    std::optional<QSize> size; ///< of the window, device-independent pixels
    QString screenshot; ///< PNG to write; the program ends afterwards

    bool selfCheck = false;
    QString checkLog; ///< file that also gets the lines
    QString checkShot; ///< PNG of a window, to prove that it paints
    QUrl checkUrl; ///< an https server of one's own to try instead of the embedded one
    QString checkCertificate; ///< PEM of the certificate that it shows
    bool checkKeychain = false;

    QString answer; ///< text of --help or --version: print it and end
};

/// Reads the arguments, the program's name first. InvalidInput with a sentence in `said` when they
/// make no sense. Needs an application object.
[[nodiscard]] Result<Options> readOptions(const QStringList &arguments);

/// Whether these arguments can be answered without a window system: --help, --version.
[[nodiscard]] bool needNoWindow(const QStringList &arguments);

/// Whether a window is only painted, never shown to anybody: --screenshot, --selfcheck.
[[nodiscard]] bool onlyPaint(const QStringList &arguments);
