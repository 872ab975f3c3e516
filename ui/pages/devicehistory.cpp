#include "ui/pages/devicehistory.h"

#include "assembly/gatehouse.h"
#include "assembly/historyreading.h"
#include "phrases/phrases.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/pages/rowlook.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace {
constexpr int shownRecords = 4;
}

DeviceHistory::DeviceHistory(Gatehouse &gatehouse, QWidget *parent)
    : QWidget(parent)
    , m_gatehouse(gatehouse)
    , m_records(new QVBoxLayout)
    , m_note(new TextLabel({}, TextRole::Secondary, Token::Ink2))
    , m_all(new QPushButton(icons::icon(IconName::History), tr("History of this device")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::gap);
    layout->addWidget(new TextLabel(tr("From history"), TextRole::Section));
    layout->addLayout(m_records);
    layout->addWidget(m_note);
    layout->addWidget(m_all, 0, Qt::AlignLeft);
    m_records->setSpacing(Theme::gap);
    m_note->wrap();
    Theme::setKind(m_all, ButtonKind::Quiet);
    connect(m_all, &QPushButton::clicked, this, [this] { Q_EMIT allAsked(m_mac); });
}

void DeviceHistory::showDevice(const MacAddress &mac)
{
    if (m_asked)
        m_asked->cancel();
    if (m_mac != mac)
        clear();
    m_mac = mac;
    HistoryFilter filter;
    filter.mac = mac;
    filter.limit = shownRecords;
    auto *asked = m_gatehouse.historyReading().list(filter);
    m_asked = asked;
    asked->then(this, [this, mac](const Result<QList<AuditRecord>> &records) {
        const bool isWanted = records || records.error().kind != Failure::Kind::Cancelled;
        if (mac == m_mac && isWanted)
            show(records);
    });
}

void DeviceHistory::show(const Result<QList<AuditRecord>> &records)
{
    if (records && m_shown == *records)
        return;
    clear();
    if (!records)
        m_note->setText(phrases::textWithNextStep(records.error()));
    else if (records->isEmpty())
        m_note->setText(tr("Nothing was done with this device from here yet."));
    else {
        for (const AuditRecord &record : *records)
            addRecord(record);
    }
    if (records)
        m_shown = *records;
    const bool hasRecords = records && !records->isEmpty();
    m_note->setVisible(!hasRecords);
    m_all->setVisible(hasRecords);
}

void DeviceHistory::addRecord(const AuditRecord &record)
{
    auto *line = new QWidget;
    auto *layout = new QVBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::gap);
    auto *what = new TextLabel(phrases::text(record.intent.action), TextRole::Body);
    auto *chip = new StateChip;
    chip->setState(chipKind(record.outcome),
        record.outcome ? phrases::text(record.outcome->outcome) : tr("Open"));
    head->addWidget(what);
    head->addWidget(chip);
    head->addStretch();
    layout->addLayout(head);
    auto *about = new TextLabel(sentence(record), TextRole::Secondary, Token::Ink2);
    about->wrap();
    layout->addWidget(about);
    m_records->addWidget(line);
}

QString DeviceHistory::sentence(const AuditRecord &record) const
{
    QStringList parts{phrases::clockTime(record.intent.time, m_gatehouse.clock().now()),
        record.intent.operatorName};
    if (record.intent.action != AuditAction::Cancel)
        parts += phrases::text(record.intent.asked);
    if (!record.intent.reason.isEmpty())
        parts += record.intent.reason;
    parts.removeAll(QString());
    return parts.join(tr(" · ", "between facts of one record"));
}

void DeviceHistory::clear()
{
    m_shown.reset();
    m_note->hide();
    m_all->hide();
    while (QLayoutItem *item = m_records->takeAt(0)) {
        if (QWidget *line = item->widget()) {
            line->hide();
            line->deleteLater();
        }
        delete item;
    }
}
