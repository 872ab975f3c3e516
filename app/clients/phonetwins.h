#pragma once

#include "clients/helddevices.h"
#include "core/limits.h"
#include "core/wificlient.h"

#include <QList>

#include <optional>

/// A device that is let in, of which a waiting one may be the new address.
struct PhoneCandidate
{
    ClientKey key;
    QString name; ///< as the device or a person called it
    QString hostName;
    Guest guest;
    Limits left; ///< what remains of its authorization: minutes begun, MB, the rates
    bool isSilent = false; ///< the controller does not list it now
};

/// The same phone under the address that it made up before.
struct PhoneTwin
{
    ClientKey from;
    QString name; ///< by which both were recognised
    Guest guest;
    Limits left; ///< what the new address is to get
};

/// A phone changes its made-up address and keeps its name. Nothing where that is not certain enough
/// to be offered: an address that is not made up, another site, a device that is still heard, a
/// name that nobody or more than one has.
[[nodiscard]] std::optional<PhoneTwin> phoneTwinOf(
    const WifiClient &waiting, const QList<PhoneCandidate> &candidates);

/// The made-up addresses that the history let in on this device's site under its name, and of which
/// nothing says that they are out again. None where it has no name. For phoneTwinOf(), once their
/// rows are known.
[[nodiscard]] Result<QList<HeldDevice>> heldNamedAs(
    const AuditLog &audit, const WifiClient &waiting, const QDateTime &now);

/// What is left of it at this time, by the history alone. The data used is not known there: the
/// quota is whole.
[[nodiscard]] Limits leftOf(const HeldDevice &device, const QDateTime &now);
