#pragma once

#include "core/controllerdriver.h"
#include "core/controllerprofile.h"
#include "drivers/jobanswer.h"
#include "sim/simulator.h"

/// A simulated controller with a real driver on a real, pinned channel.
class Simulated
{
public:
    explicit Simulated(const SimulatorOptions &options);

    [[nodiscard]] Simulator &controller() { return *m_simulator; }
    [[nodiscard]] ControllerDriver &driver() { return *m_driver; }
    [[nodiscard]] const ControllerProfile &profile() const { return m_profile; }
    [[nodiscard]] QString site(int index = 0) const;
    [[nodiscard]] MacAddress waiting(int index = 0) const;

    /// Signs in anew, as with this secret or these credentials.
    void signInWith(const QString &secret);
    void signInWith(const Credentials &credentials);
    /// As the simulator printed it; its secret is empty where the controller takes no such
    /// credential.
    [[nodiscard]] Credential credential(CredentialKind kind) const;
    void addFault(const QString &text);

    [[nodiscard]] Result<ClientSnapshot> list();
    [[nodiscard]] Result<WifiClient> read(MacAddress mac);
    [[nodiscard]] WifiClient row(MacAddress mac); ///< of the list; a null key where it has none
    [[nodiscard]] Result<ActionAnswer> authorize(const WifiClient &client, const Limits &limits);
    [[nodiscard]] Result<ActionAnswer> cancel(const WifiClient &client);
    [[nodiscard]] Result<ActionAnswer> extend(const WifiClient &client, int minutes);

    /// Requests so far whose method and path (its end, or a part of it) are these.
    [[nodiscard]] int requests(const QString &method, const QString &part) const;

private:
    std::unique_ptr<Simulator> m_simulator;
    ControllerProfile m_profile;
    std::unique_ptr<ControllerDriver> m_driver;
};
