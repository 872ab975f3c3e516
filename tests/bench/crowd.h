#pragma once

#include "core/clientsnapshot.h"

#include <random>
#include <string>
#include <vector>

/// An invented crowd on one site of one controller, and what the controller says of it in one poll
/// after the other. The same count gives the same crowd.
class Crowd
{
public:
    static inline const QString controllerId = QStringLiteral("controller");
    static inline const QString siteId = QStringLiteral("site");

    explicit Crowd(int count);

    [[nodiscard]] const std::vector<WifiClient> &clients() const { return m_clients; }
    [[nodiscard]] ClientSnapshot snapshot() const;

    /// So many of a hundred clients, each time others, have another signal and have used more data.
    /// Returns their places in clients().
    std::vector<int> stir(int percent);

    /// What a search looks through: a line of lower-case UTF-8 for each client.
    [[nodiscard]] std::string searchableText() const;

private:
    int below(int most) { return int(m_dice() % unsigned(most)); }
    WifiClient invented(int number);

    std::mt19937 m_dice{1};
    std::vector<WifiClient> m_clients;
};
