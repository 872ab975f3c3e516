#include "sim/products.h"

#include "sim/omadaopenapisimulator.h"
#include "sim/unifiintegrationsimulator.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<ControllerSimulator> unifiIntegration(
    SimWorld &world, const SimulatorOptions &options)
{
    return std::make_unique<UnifiIntegrationSimulator>(world,
        UnifiIntegrationOptions{
            options.deployment, options.version, options.seed, options.reconnectSeconds});
}

std::unique_ptr<ControllerSimulator> omadaOpenApi(SimWorld &world, const SimulatorOptions &options)
{
    return std::make_unique<OmadaOpenApiSimulator>(
        world, OmadaOpenApiOptions{options.version, options.seed});
}

constexpr SimulatedProduct products[] = {
    {"unifi-integration", "10.0.162", "9.0", nullptr, "Default", "Conference", true, true,
        unifiIntegration},
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
