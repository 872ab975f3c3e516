#pragma once

#include "drivers/simulated.h"

#include <QTest>

// Guests of a simulated Omada controller, as a hotspot operator's driver meets them.

inline const QString authPath = QStringLiteral("/extPortal/auth");
inline const QString signInPath = QStringLiteral("/hotspot/login");
inline constexpr int fourHours = 240;

[[nodiscard]] SimulatorOptions annex(const QString &generation, const QString &version = {});

/// Test rows: generation and version of each controller that takes hotspot operators.
void addVersions();

/// The first one to this simulator's portal that is of a wired client, or of a wireless one.
[[nodiscard]] CapturedRedirect aRedirect(Simulated &simulated, bool wired = false);

[[nodiscard]] AuthorizeOrder orderOf(
    Simulated &simulated, const CapturedRedirect &redirect, const Limits &limits);

/// As another list would tell the same client.
[[nodiscard]] WifiClient listed(Simulated &simulated, const CapturedRedirect &redirect);

[[nodiscard]] Result<ActionAnswer> admit(ControllerDriver &driver, const AuthorizeOrder &order);
[[nodiscard]] Result<ActionAnswer> admit(Simulated &simulated, const AuthorizeOrder &order);

/// Lets the driver know what identify() finds out.
void identify(Simulated &simulated);

/// Of a client's authorization, by the controller's clock; -1 where no end is told.
[[nodiscard]] qint64 minutesLeft(Simulated &simulated, const WifiClient &client);
