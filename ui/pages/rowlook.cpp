#include "ui/pages/rowlook.h"

ChipKind chipKind(RowChip chip)
{
    switch (chip) {
    case RowChip::Waiting:
        return ChipKind::Waiting;
    case RowChip::Authorized:
        return ChipKind::Authorized;
    case RowChip::Expired:
        return ChipKind::Expired;
    case RowChip::NotGuest:
        return ChipKind::NotGuest;
    case RowChip::Unknown:
        return ChipKind::Unknown;
    case RowChip::Asked:
        return ChipKind::Asked;
    case RowChip::Differs:
        return ChipKind::Differs;
    case RowChip::NotConfirmed:
        return ChipKind::NotConfirmed;
    case RowChip::Refused:
        return ChipKind::Refused;
    case RowChip::Failed:
        return ChipKind::Failed;
    }
    Q_UNREACHABLE();
}

ChipKind chipKind(const std::optional<AuditOutcome> &outcome)
{
    return outcome ? chipKind(outcome->outcome) : ChipKind::Unknown;
}

ChipKind chipKind(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Confirmed:
        return ChipKind::Confirmed;
    case Outcome::Differs:
        return ChipKind::Differs;
    case Outcome::NotConfirmed:
        return ChipKind::NotConfirmed;
    case Outcome::Refused:
        return ChipKind::Refused;
    case Outcome::Failed:
        return ChipKind::Failed;
    case Outcome::Unknown:
        return ChipKind::Unknown;
    }
    Q_UNREACHABLE();
}
