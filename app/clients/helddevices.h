#pragma once

#include "core/audit.h"

#include <QList>

#include <optional>

// Who holds which devices, as the history tells it. What the controller says is asked afterwards.

/// A device that was let in, and of which nothing says that it is out again.
struct HeldDevice
{
    ClientKey key;
    QString name; ///< as the controller told it then; empty where it told none
    Guest guest;
    QDateTime since; ///< UTC, our clock
    std::optional<QDateTime> until; ///< UTC, our clock; absent: nobody knows
    Limits limits; ///< those that the controller showed, else those that were asked
    std::optional<qint64> putOff; ///< the record of a cancel that waits for the device to be seen
    bool isAway = false; ///< asked, the controller does not list it

    /// Its name, or else its address.
    [[nodiscard]] QString label() const { return name.isEmpty() ? key.mac.toString() : name; }
};

/// What the records of one device, newest first, come to; nothing where it is out.
[[nodiscard]] std::optional<HeldDevice> heldAccordingTo(
    const QList<AuditRecord> &ofDevice, const QDateTime &now);

/// The same, read from the history.
[[nodiscard]] Result<std::optional<HeldDevice>> heldDevice(
    const AuditLog &audit, const ClientKey &key, const QDateTime &now);

/// The devices of whoever has all set parts of `counted`, on one site or (empty site id) on all of
/// the controller; longest in first. A device that was let in for somebody else since is not
/// theirs.
[[nodiscard]] Result<QList<HeldDevice>> devicesHeldBy(const AuditLog &audit, const Guest &counted,
    const QString &controllerId, const QString &siteId, const QDateTime &now);
