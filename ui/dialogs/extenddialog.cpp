#include "ui/dialogs/extenddialog.h"

#include "phrases/phrases.h"
#include "ui/dialogs/choicechips.h"
#include "ui/dialogs/labels.h"
#include "ui/widgets/quantityfield.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace {

constexpr int offered[] = {60, 4 * 60, 24 * 60}; // minutes

} // namespace

ExtendDialog::ExtendDialog(Gatehouse &gatehouse, const QList<ClientKey> &keys, QWidget *parent)
    : Sheet({}, tr("&Extend"), parent)
    , m_gatehouse(gatehouse)
    , m_subject(gatehouse, ClientAction::Extend, keys)
{
    setWindowTitle(tr("Extend %1").arg(m_subject.name()));
    setMinimumWidth(Theme::dialogWidth);
    mainButton()->setAccessibleName(tr("Extend"));
    buildTime();
    m_reason = new QLineEdit;
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("optional, for the history"));
    contents()->addWidget(labels::above(tr("&Reason"), m_reason));
    contents()->addStretch(1);
    setNote(m_subject.place());
    if (const QString leftOut = m_subject.leftOut(); !leftOut.isEmpty())
        showProblem(leftOut);
    refresh();
    m_chips->setFocus();
}

void ExtendDialog::buildTime()
{
    m_chips = new ChoiceChips(tr("Time to add"));
    for (const int minutes : offered)
        m_chips->addChip(tr("+%1", "time to add").arg(phrases::duration(minutes)));
    m_time = new DurationField(m_gatehouse.clock());
    m_time->setAccessibleName(tr("Duration"));
    m_time->setSuggestions({offered[0], offered[1], offered[2]});
    m_time->setUnsetText({});
    m_time->setValue(offered[0]);
    m_chips->setCurrent(0);
    m_end = new TextLabel;
    m_end->wrap();
    contents()->addWidget(m_chips);
    contents()->addWidget(labels::above(tr("&Time to add"), m_time));
    contents()->addWidget(m_end);
    if (restartsUsage())
        contents()->addWidget(labels::hint(tr(
            "On this controller the count of used data starts again from zero. What is left of the "
            "data limit becomes the new limit.")));
    connect(m_chips, &ChoiceChips::chosen, this, [this](int place) {
        const QSignalBlocker quiet(m_time);
        m_time->setValue(offered[place]);
        refresh();
    });
    connect(m_time, &QuantityField::edited, this, [this] {
        const auto found = std::ranges::find(offered, m_time->value().value_or(0));
        m_chips->setCurrent(found == std::end(offered) ? -1 : int(found - std::begin(offered)));
        refresh();
    });
}

bool ExtendDialog::restartsUsage() const
{
    const QList<ControllerLink *> links = m_subject.links();
    return std::ranges::any_of(links, [](ControllerLink *link) {
        AuthorizationExtender *extender = link->driver() ? link->driver()->extender() : nullptr;
        return extender && extender->restartsUsage();
    });
}

QString ExtendDialog::newEnd() const
{
    const std::optional<ClientRow> row = m_subject.onlyRow();
    const auto minutes = m_time->value();
    if (!row || !minutes || !row->client.authorization || !row->client.authorization->until)
        return {};
    const QDateTime until = *row->client.authorization->until;
    const QDateTime now = m_gatehouse.clock().now();
    return tr("Ends %1 now, and %2 when extended.", "two clock times")
        .arg(phrases::clockTime(until, now),
            phrases::clockTime(until.addSecs(qint64(*minutes) * 60), now));
}

void ExtendDialog::refresh()
{
    const bool right = m_time->isValid() && m_time->value();
    labels::say(m_end, m_time->isValid() ? newEnd() : m_time->errorText());
    m_end->setInk(m_time->isValid() ? Token::Ink : Token::RefusedInk);
    mainButton()->setEnabled(right && !m_subject.ready().isEmpty());
}

void ExtendDialog::confirm()
{
    int count = 0;
    for (const ClientKey &key : m_subject.ready())
        count += m_gatehouse.extend(key, m_time->value().value_or(0), m_reason->text().trimmed())
            ? 1
            : 0;
    if (count == 0)
        return showProblem(tr("Another action on this device is still under way. Wait until it has "
                              "ended, then try again."));
    Q_EMIT asked(count);
    accept();
}
