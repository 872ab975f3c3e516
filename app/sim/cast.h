#pragma once

#include <QString>

#include <random>

/// Chance with a seed: the same seed gives the same world on every platform, for std's
/// distributions differ.
class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_engine(seed)
    {
    }

    /// From 0 to below, each as likely.
    [[nodiscard]] int below(int most) { return most <= 1 ? 0 : int(m_engine() % quint32(most)); }
    [[nodiscard]] int between(int least, int most) { return least + below(most - least + 1); }
    [[nodiscard]] bool percent(int chance) { return below(100) < chance; }
    [[nodiscard]] quint32 bits() { return quint32(m_engine()); }
    template <typename Row>
    [[nodiscard]] const auto &oneOf(const Row &row)
    {
        return row[size_t(below(int(std::size(row))))];
    }

private:
    std::mt19937 m_engine;
};

/// An invented device and how it presents itself.
struct CastDevice
{
    QString name; ///< as the controller shows it; may be empty
    QString hostName; ///< what the device calls itself; may be empty
    QString vendor; ///< maker of the network card
    QString kind; ///< phone, laptop, tablet, watch, game console, printer …
    quint32 makerPrefix = 0; ///< the first three octets of its address
    bool privateAddress = false; ///< it makes its address up
};

/// A device such as a guest carries.
[[nodiscard]] CastDevice guestDevice(Dice &dice);
/// A device that belongs to the house: printers, tills, telephones.
[[nodiscard]] CastDevice houseDevice(Dice &dice);
