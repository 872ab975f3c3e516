#include "core/audit.h"

using namespace Qt::StringLiterals;

Job<qint64> *AuditLog::beginLater(const AuditIntent &intent)
{
    return Job<qint64>::settled(begin(intent));
}

Job<Done> *AuditLog::finishLater(qint64 record, const AuditOutcome &outcome)
{
    return Job<Done>::settled(finish(record, outcome));
}

QString toWord(AuditAction action)
{
    switch (action) {
    case AuditAction::Authorize:
        return u"authorize"_s;
    case AuditAction::Extend:
        return u"extend"_s;
    case AuditAction::Cancel:
        return u"cancel"_s;
    case AuditAction::Block:
        return u"block"_s;
    case AuditAction::Unblock:
        return u"unblock"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Confirmed:
        return u"confirmed"_s;
    case Outcome::Differs:
        return u"differs"_s;
    case Outcome::NotConfirmed:
        return u"notConfirmed"_s;
    case Outcome::Refused:
        return u"refused"_s;
    case Outcome::Failed:
        return u"failed"_s;
    case Outcome::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

std::optional<AuditAction> auditActionFromWord(QStringView word)
{
    for (const AuditAction action : {AuditAction::Authorize, AuditAction::Extend,
             AuditAction::Cancel, AuditAction::Block, AuditAction::Unblock})
        if (toWord(action) == word)
            return action;
    return std::nullopt;
}

std::optional<Outcome> outcomeFromWord(QStringView word)
{
    for (const Outcome outcome : allOutcomes)
        if (toWord(outcome) == word)
            return outcome;
    return std::nullopt;
}
