#pragma once

#include "clients/actionrun.h"

/// What there is to compare when the program that wrote an intent has died before it knew how it
/// ended.
struct SettlingEvidence
{
    AuditIntent intent;
    std::optional<WifiClient> now; ///< absent: the controller does not list it
    QDateTime controllerNow; ///< UTC, in the controller's clock
    bool actedOnSince = false; ///< a later record may have made the state what it is
    std::chrono::seconds endTolerance{120}; ///< see ReadBackPatience
};

/// What the controller's state says about it.
struct Settlement
{
    enum class Verdict {
        Confirmed, ///< it shows what was asked, and that it came about after the intent
        Differs, ///< it shows that it took effect, with other limits
        NotConfirmed, ///< it shows that what was asked is not so
        Unproven, ///< it may be so for another reason, or does not tell enough
    };

    Verdict verdict = Verdict::Unproven;
    QList<LimitDifference> differences = {};
    Limits got = {};
    std::optional<QDateTime> until = {}; ///< UTC, in the controller's clock
};

/// Claims nothing that the state does not prove: an authorization that began before the intent, or
/// long after it, one that would have ended by itself, a device that is not listed, all leave it
/// open.
[[nodiscard]] Settlement settlementOf(const SettlingEvidence &evidence);
