#pragma once

#include "assembly/gatehouse.h"

#include <QCoreApplication>

/// The devices that an action is about, in the words of a dialog, and which of them it can be asked
/// of now.
class ActionSubject
{
    Q_DECLARE_TR_FUNCTIONS(ActionSubject)

public:
    ActionSubject(Gatehouse &gatehouse, ClientAction action, const QList<ClientKey> &keys);

    /// The device's or guest's name, or "12 devices".
    [[nodiscard]] QString name() const;

    /// "harbour-udm · Lobby · by the UniFi integration API", or how many sites of how many
    /// controllers.
    [[nodiscard]] QString place() const;

    /// The devices that the action can be asked of.
    [[nodiscard]] const QList<ClientKey> &ready() const { return m_ready; }

    /// How many are left out, and why; empty when none is.
    [[nodiscard]] QString leftOut() const;

    /// Each controller once.
    [[nodiscard]] QList<ControllerLink *> links() const;

    /// The row, when there is just one device and it is still listed. Valid until the directory
    /// changes.
    [[nodiscard]] std::optional<ClientRow> onlyRow() const;

private:
    Gatehouse &m_gatehouse;
    QList<ClientKey> m_keys;
    QList<ClientKey> m_ready;
    QStringList m_reasons; ///< why others are left out, each once
};
