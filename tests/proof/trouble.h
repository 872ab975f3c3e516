#pragma once

#include "clients/actionrun.h"

#include <QString>

#include <functional>
#include <vector>

class ProofBench;

/// Something that goes wrong while an action is done.
struct Trouble
{
    using Doing = std::function<void(ProofBench &)>;

    QString name;
    Doing begin = [](ProofBench &) {};
    Doing end = [](ProofBench &) {};

    /// When it begins; absent: before the controller is signed in to.
    std::optional<ActionRun::Stage> begins = {};
    /// When it is over; absent: once it was seen what the run has done.
    std::optional<ActionRun::Stage> ends = {};

    /// The controller says that it did nothing, so that asking once more is no repetition.
    bool mayAskAgain = false;
    /// The history cannot be written to.
    bool hindersHistory = false;
    /// It takes seconds.
    bool isLengthy = false;
    /// The session before it is good enough for it, and goes on.
    bool staysSignedIn = false;
};

/// Nothing goes wrong.
[[nodiscard]] Trouble noTrouble();

/// Every trouble but a cut in the head of an answer.
[[nodiscard]] std::vector<Trouble> allTroubles();

/// The connection ends after so many bytes of the head of the answer.
[[nodiscard]] Trouble cutAt(int headBytes);
