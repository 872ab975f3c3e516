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
enum WhoLine { GuestLine, OperatorLine, ReasonLine };
enum WhereLine { DeviceLine, MacLine, SiteLine, OnControllerLine };
enum ProofLine { AskedAtLine, EndedAtLine, ControllersClockLine, NumberLine };

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
    m_who->add(tr("Reason"));
    m_where = new Facts(tr("Device"));
    m_where->add(tr("Name"));
    m_where->add(tr("MAC address"), true);
    m_where->add(tr("Site"));
    m_where->add(tr("Controller"));
    m_proof = new Facts(tr("Proof"));
    m_proof->add(tr("Asked at"));
    m_proof->add(tr("Settled at"));
    m_proof->add(tr("Its clock"));
    m_proof->add(tr("Record"));
    auto *copy = new QPushButton(icons::icon(IconName::Copy), tr("&Copy record"));
    connect(copy, &QPushButton::clicked, this, &HistoryRecordPanel::copyAsked);

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
    for (QWidget *group : {m_asked, m_who, m_where, m_proof})
        column->addWidget(group);
    column->addStretch();
    column->addWidget(copy, 0, Qt::AlignLeading);
    return contents;
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
    m_who->set(GuestLine, historywords::guest(intent.guest));
    m_who->set(OperatorLine, intent.operatorName);
    m_who->set(ReasonLine, intent.reason);
    m_where->set(DeviceLine, intent.deviceName);
    m_where->set(MacLine, record.erased ? QString() : intent.client.mac.toString());
    m_where->set(SiteLine, intent.siteName);
    m_where->set(OnControllerLine, intent.controllerName);
    m_proof->set(AskedAtLine, historywords::moment(intent.time));
    m_proof->set(
        EndedAtLine, record.outcome ? historywords::moment(record.outcome->time) : QString());
    m_proof->set(ControllersClockLine,
        intent.controllerTime ? historywords::moment(*intent.controllerTime) : QString());
    m_proof->set(NumberLine, QString::number(record.id));
}

void HistoryRecordPanel::showLimits(const AuditRecord &record)
{
    for (const Limit limit : allLimits)
        m_asked->set(int(limit), askedAndGot(limit, record));
    m_asked->set(EndLine,
        record.outcome && record.outcome->until ? historywords::moment(*record.outcome->until)
                                                : QString());
}
