#include "ui/house.h"

#include "store/profiledirectory.h"
#include "ui/pages/clientspage.h"

#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

House::House(const QList<SimulatorOptions> &controllers, Keys keys)
    : SimulatedGatehouse(controllers, keys)
    , m_preferences(ProfileDirectory::at(folder()).settingsFile())
    , m_window(std::make_unique<MainWindow>(gatehouse(), m_preferences, false))
{
}

void House::open()
{
    m_window->show();
    gatehouse().connectAll();
}

void House::reopen()
{
    m_window->close();
    m_window.reset();
    m_window = std::make_unique<MainWindow>(gatehouse(), m_preferences, false);
    m_window->show();
}

bool showsText(const QWidget *root, const QString &part)
{
    const auto labels = root->findChildren<QLabel *>();
    return std::ranges::any_of(labels,
        [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
}

ClientTable *tableOf(House &house)
{
    return house.window().clientsPage()->table();
}

SimulatorOptions unifi(int clients, int waiting)
{
    return simulated(u"unifi-integration"_s, clients, waiting);
}

SimulatorOptions omada(int clients, int waiting)
{
    return simulated(u"omada-openapi"_s, clients, waiting);
}
