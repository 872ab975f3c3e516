#pragma once

#include "sim/simulator.h"

#include <QStringList>

/// What somebody who started gatehouse-simulator wants.
struct SimulatorCommand
{
    enum class Wish { Run, Help, Version };

    Wish wish = Wish::Run;
    SimulatorOptions options;
    int lifetimeSeconds = 0; ///< 0: until it is told to stop
};

/// The error is a sentence for stderr; the exit code is then 2.
[[nodiscard]] tl::expected<SimulatorCommand, QString> readCommand(const QStringList &arguments);
[[nodiscard]] QString helpText();
