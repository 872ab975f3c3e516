#include "sim/products.h"

#include "sim/eapsimulator.h"
#include "sim/omadasimulator.h"
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

std::unique_ptr<ControllerSimulator> omada(SimWorld &world, const SimulatorOptions &options)
{
    return std::make_unique<OmadaSimulator>(world, OmadaOptions{options.version, options.seed});
}

std::unique_ptr<ControllerSimulator> eap(SimWorld &world, const SimulatorOptions &options)
{
    return std::make_unique<EapSimulator>(world, EapOptions{options.version, options.seed});
}

constexpr SimulatedProduct products[] = {
    {"unifi-integration", "10.0.162", "9.0", nullptr, "Default", "Conference", unifiIntegration,
        true, true},
    {"unifi-classic", "10.0.162", "8.0", nullptr, "Default", "Conference", unifiClassic, true,
        true},
    {"omada-openapi", "5.15.24", "5.12", nullptr, "Annex", "Boathouse", omada, false, false, true,
        true},
    {"omada5", "5.15.24", "5.0.15", nullptr, "Annex", "Boathouse", omada, false, false, true, true},
    {"omada4", "4.4.6", "4.1.5", "4.4", "Annex", "Boathouse", omada, false, false, true, true},
    {"omada3", "3.2.17", "2.6", "3.2", "Annex", "Boathouse", eap, false, false},
    {"eap2", "2.5.4", "2.0", "2.5.4", "Annex", "Boathouse", eap, false, false},
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
