#pragma once

#include "proof/killfigures.h"

#include <QSet>

/// One thing that a simulated controller did, as its own log tells.
struct LoggedAction
{
    QDateTime at; ///< UTC
    MacAddress mac;
    QSet<AuditAction> fits; ///< the actions that it can be the work of
    QString did;
};

/// The log that gatehouse-simulator wrote; only what changed how a client stands.
[[nodiscard]] QList<LoggedAction> readControllerLog(const QString &path);

/// Lays the history beside the controller's log and counts what does not fit. leftOpen: records
/// that a kill left without an outcome.
void compare(const QList<AuditRecord> &records, const QList<LoggedAction> &log,
    const QSet<qint64> &leftOpen, KillFigures &figures);
