#include "ui/pages/historyrecordpanel.h"

#include "phrases/phrases.h"
#include "ui/pages/facts.h"
#include "ui/pages/historywords.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace {

/// The lines of each group, in their order.
enum AskedLine { DurationLine, DataLine, DownloadLine, UploadLine, EndLine };
enum WhoLine { GuestLine, OperatorLine, SystemUserLine, ReasonLine };
enum WhereLine { DeviceLine, MacLine, SiteLine, OnControllerLine };
enum ProofLine {
    AskedAtLine,
    EndedAtLine,
    ShownLine,
    ControllersClockLine,
    NumberLine,
    RelationLine,
    UndoneLine
};

/// "2 h", or "2 h, got 8 h" where the controller set something else.
QString askedAndGot(Limit limit, const AuditRecord &record)
{
    const auto asked = valueOf(record.intent.asked, limit);
    const auto got = record.outcome ? valueOf(record.outcome->got, limit) : std::nullopt;
    if (!asked && !got)
        return {};
    const QString askedText = phrases::valueOf(limit, asked);
    const bool differs
        = record.outcome && record.outcome->outcome == Outcome::Differs && asked != got;
    return differs ? HistoryRecordPanel::tr("%1, got %2", "asked and got")
                         .arg(askedText, phrases::valueOf(limit, got))
                   : askedText;
}

QString relation(const std::optional<AuditReference> &reference)
{
    if (!reference)
        return {};
    switch (reference->relation) {
    case AuditReference::Relation::Undoes:
        return HistoryRecordPanel::tr("undoes record %1").arg(reference->record);
    case AuditReference::Relation::Completes:
        return HistoryRecordPanel::tr("does what record %1 put off").arg(reference->record);
    }
    Q_UNREACHABLE();
}

bool needsSeeing(const AuditRecord &record)
{
    return record.outcome && record.outcome->settledLater
        && record.outcome->outcome == Outcome::Unknown && !record.seen;
}

} // namespace

HistoryRecordPanel::HistoryRecordPanel(QWidget *parent)
    : Surface(Token::Panel, Qt::Edges(), parent)
    , m_hint(new TextLabel({}, TextRole::Body, Token::Ink2))
{
    setAccessibleName(tr("Record"));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->wrap();
    auto *scroll = new QScrollArea;
    letThrough(scroll);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(buildContents());
    m_contents = scroll;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_contents);
    layout->addWidget(m_hint);
    show({});
}

QWidget *HistoryRecordPanel::buildContents()
{
    m_title = new TextLabel({}, TextRole::Section);
    m_title->wrap();
    m_chip = new StateChip;
    m_message = new TextLabel({}, TextRole::Body, Token::Ink2);
    m_message->wrap();
    m_asked = new Facts(tr("Asked"));
    for (const Limit limit : allLimits)
        m_asked->add(phrases::text(limit));
    m_asked->add(tr("Ends"));
    m_who = new Facts(tr("Who and why"));
    m_who->add(tr("Guest"));
    m_who->add(tr("Operator"));
    m_who->add(tr("Signed in as"));
    m_who->add(tr("Reason"));
    m_where = new Facts(tr("Device"));
    m_where->add(tr("Name"));
    m_where->add(tr("MAC address"), true);
    m_where->add(tr("Site"));
    m_where->add(tr("Controller"));
    m_proof = new Facts(tr("Proof"));
    m_proof->add(tr("Asked at"));
    m_proof->add(tr("Settled at"));
    m_proof->add(tr("It showed"));
    m_proof->add(tr("Its clock"));
    m_proof->add(tr("Record"));
    m_proof->add(tr("Belongs to"));
    m_proof->add(tr("Undone by"));

    auto *contents = new QWidget;
    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(Theme::groupGap, Theme::groupGap, Theme::groupGap, Theme::groupGap);
    column->setSpacing(Theme::groupGap);
    auto *head = new QVBoxLayout;
    head->setSpacing(Theme::gap);
    head->addWidget(m_title);
    head->addWidget(m_chip, 0, Qt::AlignLeading);
    head->addWidget(m_message);
    column->addLayout(head);
    column->addWidget(buildButtons());
    for (QWidget *group : {m_asked, m_who, m_where, m_proof})
        column->addWidget(group);
    column->addStretch();
    return contents;
}

QWidget *HistoryRecordPanel::buildButtons()
{
    m_undo = new QPushButton(icons::icon(IconName::Undo), tr("&Undo"));
    m_seen = new QPushButton(icons::icon(IconName::Confirmed), tr("I have &seen this"));
    auto *copy = new QPushButton(icons::icon(IconName::Copy), tr("&Copy record"));
    m_noUndo = new TextLabel({}, TextRole::Secondary, Token::Ink2);
    m_noUndo->wrap();
    connect(copy, &QPushButton::clicked, this, &HistoryRecordPanel::copyAsked);
    connect(m_undo, &QPushButton::clicked, this, &HistoryRecordPanel::undoAsked);
    connect(m_seen, &QPushButton::clicked, this, &HistoryRecordPanel::seenAsked);
    auto *buttons = new QWidget;
    auto *column = new QVBoxLayout(buttons);
    column->setContentsMargins({});
    column->setSpacing(Theme::gap);
    column->addWidget(m_seen, 0, Qt::AlignLeading);
    column->addWidget(m_undo, 0, Qt::AlignLeading);
    column->addWidget(m_noUndo);
    column->addWidget(copy, 0, Qt::AlignLeading);
    return buttons;
}

void HistoryRecordPanel::setNoUndo(const QString &reason)
{
    m_undo->setEnabled(reason.isEmpty());
    m_noUndo->setText(reason);
    m_noUndo->setVisible(!reason.isEmpty());
}

void HistoryRecordPanel::show(const QList<AuditRecord> &records)
{
    m_contents->setVisible(records.size() == 1);
    m_hint->setVisible(records.size() != 1);
    m_hint->setText(records.isEmpty() ? tr("Select a record to see it here.")
                                      : tr("%n records selected.", nullptr, int(records.size())));
    if (records.size() == 1)
        showOne(records.first());
}

void HistoryRecordPanel::showOne(const AuditRecord &record)
{
    const AuditIntent &intent = record.intent;
    m_title->setText(tr("%1: %2", "action and device")
                         .arg(historywords::action(intent.action), historywords::device(record)));
    m_chip->setState(historywords::chipOf(record), historywords::outcome(record));
    m_message->setText(historywords::sentence(record));
    m_message->setVisible(!m_message->text().isEmpty());
    showLimits(record);
    showWho(record);
    m_where->set(DeviceLine, intent.deviceName);
    m_where->set(MacLine, record.erased ? QString() : intent.client.mac.toString());
    m_where->set(SiteLine, intent.siteName);
    m_where->set(OnControllerLine, intent.controllerName);
    showProof(record);
    m_seen->setVisible(needsSeeing(record));
}

void HistoryRecordPanel::showWho(const AuditRecord &record)
{
    const AuditIntent &intent = record.intent;
    m_who->set(GuestLine, historywords::guest(intent.guest));
    m_who->set(OperatorLine, intent.operatorName);
    m_who->set(
        SystemUserLine, intent.systemUser == intent.operatorName ? QString() : intent.systemUser);
    m_who->set(ReasonLine, intent.reason);
}

void HistoryRecordPanel::showProof(const AuditRecord &record)
{
    const AuditIntent &intent = record.intent;
    const auto &outcome = record.outcome;
    m_proof->set(AskedAtLine, historywords::moment(intent.time));
    m_proof->set(EndedAtLine, outcome ? historywords::moment(outcome->time) : QString());
    m_proof->set(ShownLine, outcome && outcome->shown ? phrases::text(*outcome->shown) : QString());
    m_proof->set(ControllersClockLine,
        intent.controllerTime ? historywords::moment(*intent.controllerTime) : QString());
    m_proof->set(NumberLine, QString::number(record.id));
    m_proof->set(RelationLine, relation(intent.refersTo));
    m_proof->set(UndoneLine,
        record.undoneBy ? tr("record %1", "as in 'undone by'").arg(*record.undoneBy) : QString());
}

void HistoryRecordPanel::showLimits(const AuditRecord &record)
{
    for (const Limit limit : allLimits)
        m_asked->set(int(limit), askedAndGot(limit, record));
    m_asked->set(EndLine,
        record.outcome && record.outcome->until ? historywords::moment(*record.outcome->until)
                                                : QString());
}
