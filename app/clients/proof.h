#pragma once

#include "clients/actionrun.h"

/// What was sent, and what the controller said just before.
struct SentAction
{
    AuditAction action = AuditAction::Authorize;
    Limits asked; ///< as the controller was asked: rounded to what it can set
    WifiClient before;
    QDateTime sentAt; ///< UTC, in the controller's clock
    std::chrono::seconds endTolerance{120};
    bool restartsUsage = false; ///< extending makes the remaining quota the new one
};

/// What the controller's state says about an action that was sent.
struct Proof
{
    enum class Verdict {
        NotYet, ///< the state does not show it, or does not tell enough
        Shown, ///< exactly what was asked
        ShownOtherwise, ///< it took effect with other limits: see differences
    };

    Verdict verdict = Verdict::NotYet;
    QList<LimitDifference> differences;
    Limits got;
    std::optional<QDateTime> until; ///< UTC, in the controller's clock
};

[[nodiscard]] Proof proofOf(const SentAction &sent, const WifiClient &now);
