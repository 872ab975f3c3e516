#include "ui/house.h"

#include "store/profiledirectory.h"

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

SimulatorOptions unifi(int clients, int waiting)
{
    return simulated(u"unifi-integration"_s, clients, waiting);
}

SimulatorOptions omada(int clients, int waiting)
{
    return simulated(u"omada-openapi"_s, clients, waiting);
}
