#pragma once

#include "clients/clientdirectory.h"
#include "ui/models/clienttablemodel.h"

/// What the cells of one row say at one moment. What the controller did not say is "–", never a
/// guess.
class ClientCells
{
public:
    /// Everything must outlive the cells: they are made for one call.
    ClientCells(const ClientRow &row, const PlaceNames &places, const QDateTime &now,
        const QDateTime &controllerNow);

    [[nodiscard]] RowChip chip() const;
    [[nodiscard]] QString secondary() const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QString toolTip(int column) const;
    [[nodiscard]] QString accessibleText(int column) const;
    [[nodiscard]] std::optional<qint64> secondsLeft() const;
    [[nodiscard]] std::optional<double> usedFraction() const;

private:
    [[nodiscard]] bool actionIsNews() const;
    [[nodiscard]] QString chipWord() const;
    [[nodiscard]] QString grantedHere() const;
    [[nodiscard]] QString signal() const;
    [[nodiscard]] QString since() const;
    [[nodiscard]] QString timeLeft() const;
    [[nodiscard]] QString usage() const;
    [[nodiscard]] QString presence() const;
    [[nodiscard]] bool isAuthorized() const;

    const ClientRow &m_row;
    const WifiClient &m_client;
    const PlaceNames &m_places;
    const QDateTime &m_now;
    const QDateTime &m_controllerNow;
};
