#pragma once

#include "core/controllerdriver.h"

#include <memory>
#include <vector>

/// One way to speak with a controller: a generation with the credentials that it takes, as its
/// driver stands before anything was asked.
struct WayToController
{
    QString word; ///< of the test, such as "omada5 6.2.10"
    QString product; ///< of the README
    QString credentials;
    std::unique_ptr<ControllerDriver> driver;
};

/// All of them, the pairs included.
[[nodiscard]] std::vector<WayToController> waysToControllers();

/// Around the table in README.md.
inline const QString tableStart
    = QStringLiteral("<!-- capabilities: written by tst_offertable --write -->\n");
inline const QString tableEnd = QStringLiteral("<!-- end of capabilities -->\n");

/// In Markdown, without the marks.
[[nodiscard]] QString capabilityTable();

/// The table in a text; empty where there are no marks.
[[nodiscard]] QString tableIn(const QString &text);
[[nodiscard]] QString withTable(const QString &text, const QString &table);
