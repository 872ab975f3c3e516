#include "sim/products.h"

#include "sim/omadaopenapisimulator.h"
#include "sim/unificontrollersimulator.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<ControllerSimulator> unifiIntegration(
    SimWorld &world, const SimulatorOptions &options)
{
    return std::make_unique<UnifiControllerSimulator>(world,
        UnifiIntegrationOptions{
            options.deployment, options.version, options.seed, options.reconnectSeconds},
        UnifiControllerSimulator::Asked::Integration);
}

std::unique_ptr<ControllerSimulator> unifiClassic(SimWorld &world, const SimulatorOptions &options)
{
    using Deployment = UnifiIntegrationOptions::Deployment;
    // As the versions are found in the field: an old one on somebody's server, a new one on a
    // console.
    const bool isOld = QVersionNumber::fromString(options.version) < QVersionNumber(9, 1);
    const Deployment deployment = isOld ? Deployment::SelfHosted : options.deployment;
    return std::make_unique<UnifiControllerSimulator>(world,
        UnifiIntegrationOptions{
            deployment, options.version, options.seed, options.reconnectSeconds},
        UnifiControllerSimulator::Asked::Classic);
}

std::unique_ptr<ControllerSimulator> omadaOpenApi(SimWorld &world, const SimulatorOptions &options)
{
    return std::make_unique<OmadaOpenApiSimulator>(
        world, OmadaOpenApiOptions{options.version, options.seed});
}

constexpr SimulatedProduct products[] = {
    {"unifi-integration", "10.0.162", "9.0", nullptr, "Default", "Conference", true, true,
        unifiIntegration},
    {"unifi-classic", "10.0.162", "8.0", nullptr, "Default", "Conference", true, true,
        unifiClassic},
    {"omada-openapi", "5.15.24", "5.12", nullptr, "Annex", "Boathouse", false, false, omadaOpenApi},
};

QString wordOf(const SimulatedProduct &product)
{
    return QString::fromLatin1(product.generation);
}

} // namespace

std::span<const SimulatedProduct> allProducts()
{
    return products;
}

const SimulatedProduct *productOf(const QString &generation)
{
    const auto found = std::ranges::find(products, generation, wordOf);
    return found == std::end(products) ? nullptr : found;
}

QString productWords()
{
    QStringList words;
    for (const SimulatedProduct &product : products)
        words += wordOf(product);
    const QString last = words.takeLast();
    return words.join(u", "_s) + u" or "_s + last;
}
