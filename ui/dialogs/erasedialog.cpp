#include "ui/dialogs/erasedialog.h"

#include "assembly/gatehouse.h"
#include "phrases/phrases.h"
#include "ui/dialogs/choicechips.h"
#include "ui/dialogs/labels.h"
#include "ui/look/theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace {
constexpr int mostCounted = 1000; ///< beyond that "more than" will do
}

EraseDialog::EraseDialog(Gatehouse &gatehouse, const AuditRecord &about, QWidget *parent)
    : Sheet(tr("Erase"), tr("&Erase for good"), parent)
    , m_gatehouse(gatehouse)
    , m_about(about.intent)
    , m_whom(new ChoiceChips(tr("By what")))
    , m_text(new QLineEdit)
    , m_count(labels::hint())
{
    setMinimumWidth(Theme::dialogWidth);
    contents()->setSpacing(Theme::gap);
    Theme::setKind(mainButton(), ButtonKind::Danger);
    contents()->addWidget(new TextLabel(tr("Whom shall the history forget?"), TextRole::Section));
    contents()->addWidget(labels::hint(
        tr("Name, room, login ID, MAC address, device name, reason and sentences of these records "
           "are destroyed and cannot be brought back. When something was done, what, by whom and "
           "with what outcome stays, and the history still verifies.")));
    m_whom->addChip(tr("MAC address"));
    m_whom->addChip(tr("Login ID"));
    m_whom->addChip(tr("Guest name"));
    m_whom->addChip(tr("Room"));
    m_text->setAccessibleName(tr("Whom"));
    contents()->addWidget(labels::above(tr("By what"), m_whom));
    contents()->addWidget(labels::above(tr("&Whom"), m_text));
    contents()->addWidget(m_count);
    contents()->addStretch(1);
    connect(m_text, &QLineEdit::textChanged, this, &EraseDialog::count);
    connect(m_whom, &ChoiceChips::chosen, this, [this] {
        const QString proposals[]{
            m_about.client.mac.isNull() ? QString() : m_about.client.mac.toString(),
            m_about.guest.login, m_about.guest.name, m_about.guest.room};
        m_text->setText(proposals[std::max(0, m_whom->current())]);
        count();
    });
    propose(about);
    m_text->setFocus();
}

void EraseDialog::propose(const AuditRecord &about)
{
    const bool isKnown = about.id != 0 && !about.erased;
    m_whom->setCurrent(Device);
    m_text->setText(isKnown ? m_about.client.mac.toString() : QString());
    count();
}

std::optional<HistoryFilter> EraseDialog::wanted() const
{
    const QString text = m_text->text().trimmed();
    if (text.isEmpty())
        return std::nullopt;
    HistoryFilter filter;
    switch (Whom(m_whom->current())) {
    case Device:
        filter.mac = MacAddress::parse(text);
        return filter.mac ? std::optional(filter) : std::nullopt;
    case Login:
        filter.exactGuest.login = text;
        return filter;
    case Name:
        filter.exactGuest.name = text;
        return filter;
    case Room:
        filter.exactGuest.room = text;
        return filter;
    }
    Q_UNREACHABLE();
}

void EraseDialog::count()
{
    clearProblem();
    auto filter = wanted();
    mainButton()->setEnabled(false);
    if (!filter)
        return m_count->setText(
            m_text->text().trimmed().isEmpty() ? QString() : tr("Not a MAC address yet."));
    filter->limit = mostCounted;
    const auto records = m_gatehouse.audit().list(*filter);
    if (!records)
        return showFailure(records.error());
    const auto count
        = std::ranges::count_if(*records, [](const AuditRecord &record) { return !record.erased; });
    m_count->setText(count == 0 ? tr("No record is about them.")
            : count < mostCounted
            ? tr("%n record(s) will be erased.", nullptr, int(count))
            : tr("More than %n records will be erased.", nullptr, int(count)));
    mainButton()->setEnabled(count > 0);
}

void EraseDialog::confirm()
{
    const auto filter = wanted();
    if (!filter || m_job)
        return;
    setBusy(tr("Erasing…"));
    mainButton()->setEnabled(false);
    m_job = m_gatehouse.erase(*filter);
    m_job->then(this, [this](const Result<qint64> &erased) {
        m_job = nullptr;
        setIdle();
        if (erased)
            return accept();
        mainButton()->setEnabled(true);
        showFailure(erased.error());
    });
}
