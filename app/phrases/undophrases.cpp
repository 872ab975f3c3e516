#include "phrases/phrases.h"

#include <QCoreApplication>

namespace {

struct UndoPhrases
{
    Q_DECLARE_TR_FUNCTIONS(Undo)
};

/// What the offer says is meant for somebody who asks for the action itself.
QString byOffer(const UndoRefusal &refusal)
{
    if (refusal.offer == Offer::NeedsRedirect)
        return UndoPhrases::tr("This cannot be undone: on this controller the device must come "
                               "back to the portal by itself before it can be let in again.");
    if (refusal.offer == Offer::NotOnThisController && refusal.action == ClientAction::Cancel)
        return UndoPhrases::tr("This cannot be undone: this controller cannot be told to cancel an "
                               "authorization, which ends at its time.");
    //: %1 a sentence such as "This device is authorized already."
    return UndoPhrases::tr("This cannot be undone: %1")
        .arg(phrases::text(refusal.offer, refusal.action, refusal.unlockedBy));
}

} // namespace

QString phrases::text(const UndoRefusal &refusal)
{
    using Reason = UndoRefusal::Reason;
    switch (refusal.reason) {
    case Reason::NothingDone:
        return UndoPhrases::tr("There is nothing to undo: the controller has not shown that this "
                               "was done.");
    case Reason::Undone:
        return UndoPhrases::tr("This was undone already.");
    case Reason::IsAnUndo:
        return UndoPhrases::tr("This undid an earlier action. Ask for that one again instead.");
    case Reason::Erased:
        return UndoPhrases::tr("This record was erased: nobody knows any more which device it was "
                               "about.");
    case Reason::ActedOnSince:
        return UndoPhrases::tr("Something else was done with this device since. Undo that first, "
                               "or look at the device as it is now.");
    case Reason::NotKept:
        return UndoPhrases::tr("This cannot be undone: the controller does not tell how much time "
                               "is left. Authorize the device anew instead.");
    case Reason::TimeIsOver:
        return UndoPhrases::tr("The time that was left then is over by now.");
    case Reason::CannotShorten:
        return UndoPhrases::tr("This cannot be undone: this controller cannot take back time that "
                               "was added. Cancel the authorization instead.");
    case Reason::Limits:
        //: %1 one or more sentences that each name a limit
        return UndoPhrases::tr("This cannot be undone with the same limits. %1")
            .arg(text(refusal.objections));
    case Reason::Offer:
        return byOffer(refusal);
    }
    Q_UNREACHABLE();
}
