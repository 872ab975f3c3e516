#include "proof/killfigures.h"

using namespace Qt::StringLiterals;

namespace {

QString counts(const QMap<Outcome, int> &outcomes)
{
    QStringList parts;
    for (auto it = outcomes.cbegin(); it != outcomes.cend(); ++it)
        parts += u"%1 %2"_s.arg(it.value()).arg(toWord(it.key()));
    return parts.isEmpty() ? u"none"_s : parts.join(u", "_s);
}

} // namespace

void KillFigures::add(const KillFigures &other)
{
    for (int KillFigures::*const field :
        {&KillFigures::kills, &KillFigures::completed, &KillFigures::beforeIntent,
            &KillFigures::recorded, &KillFigures::done, &KillFigures::withOutcome,
            &KillFigures::records, &KillFigures::actions, &KillFigures::falseRecords,
            &KillFigures::missing, &KillFigures::twice, &KillFigures::open, &KillFigures::broken})
        this->*field += other.*field;
    for (const Outcome outcome : allOutcomes) {
        if (other.outcomes.contains(outcome))
            outcomes[outcome] += other.outcomes[outcome];
        if (other.settled.contains(outcome))
            settled[outcome] += other.settled[outcome];
    }
    complaints += other.complaints;
}

QString KillFigures::text(const QString &title) const
{
    return u"%1\n"
           "  %2 kills, %3 programs ended before theirs\n"
           "  killed: %4 before the intent, %5 with an intent and nothing done, %6 when it was "
           "done, "
           "%7 after the outcome\n"
           "  %8 records, %9 actions in the controllers' logs\n"_s.arg(title)
               .arg(kills)
               .arg(completed)
               .arg(beforeIntent)
               .arg(recorded)
               .arg(done)
               .arg(withOutcome)
               .arg(records)
               .arg(actions)
        + u"  outcomes: %1\n  of those that were left open: %2\n"_s.arg(
            counts(outcomes), counts(settled))
        + u"  false %1, missing %2, done twice %3, still open %4, not verified %5\n"_s.arg(
            QString::number(falseRecords), QString::number(missing), QString::number(twice),
            QString::number(open), QString::number(broken))
        + (complaints.isEmpty() ? QString() : complaints.join(u'\n') + u'\n');
}
