#pragma once

#include "clients/actionrun.h"

// What an action run writes into the audit history, and what others read out of it.

/// What is left of a client's authorization; nothing where it has none, or none was told.
[[nodiscard]] std::optional<Limits> remainingOf(
    const WifiClient &client, const QDateTime &controllerNow);

/// Before anything is sent. client is as the controller told it a moment ago, asked what it will be
/// asked for.
[[nodiscard]] AuditIntent intentOf(const ActionRequest &request, const WifiClient &client,
    const Limits &asked, const QDateTime &now, const QDateTime &controllerNow);

/// At the end, without the times in the controller's clock.
[[nodiscard]] AuditOutcome outcomeOf(const ActionReport &report, const ReportWording &wording);

/// Whether a later record may have changed the state of this one's device.
[[nodiscard]] Result<bool> isActedOnSince(const AuditRecord &record, const AuditLog &audit);

/// One record; NotFound when there is none of this number.
[[nodiscard]] Result<AuditRecord> findRecord(qint64 record, const AuditLog &audit);
