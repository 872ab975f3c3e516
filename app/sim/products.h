#pragma once

#include "sim/controllersimulator.h"
#include "sim/simulator.h"

#include <memory>
#include <span>

/// One generation that can be simulated: which versions it has, and what its world is like.
struct SimulatedProduct
{
    const char *generation; ///< the word of the CLI
    const char *standardVersion;
    const char *oldestVersion;
    const char *newestVersion; ///< null: no end yet
    const char *firstSite; ///< names of the sites where nobody names them
    const char *secondSite;
    std::unique_ptr<ControllerSimulator> (*make)(SimWorld &world, const SimulatorOptions &options);
    bool remoteRows; ///< VPN and Teleport clients
    bool quotas; ///< grants with a data quota
    bool wiredGuest = false; ///< one guest waits behind a gateway
    bool recordsPileUp = false; ///< a client may have several live authorizations
};

[[nodiscard]] std::span<const SimulatedProduct> allProducts();

/// Null when there is none of this name.
[[nodiscard]] const SimulatedProduct *productOf(const QString &generation);

/// The words of all generations, for a sentence: "a, b or c".
[[nodiscard]] QString productWords();
