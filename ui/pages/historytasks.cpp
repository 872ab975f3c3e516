#include "ui/pages/historytasks.h"

#include "assembly/gatehouse.h"
#include "phrases/phrases.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype shownOfHead = 16;
}

HistoryTasks::HistoryTasks(
    Gatehouse &gatehouse, std::function<HistoryFilter()> shown, QWidget *parent)
    : QWidget(parent)
    , m_gatehouse(gatehouse)
    , m_shown(std::move(shown))
    , m_verify(new QPushButton(tr("&Verify")))
    , m_export(new QPushButton(icons::icon(IconName::Export), tr("&Export…")))
    , m_erase(new QPushButton(icons::icon(IconName::Remove), tr("Er&ase…")))
    , m_spinner(new Spinner)
    , m_progress(new TextLabel({}, TextRole::Secondary, Token::Ink2))
    , m_stop(new QPushButton(tr("Stop")))
{
    m_verify->setToolTip(tr("Check that no record was changed or removed"));
    m_export->setToolTip(tr("Write the records that are shown to a file"));
    m_erase->setToolTip(tr("Forget for good whom records were about"));
    Theme::setKind(m_stop, ButtonKind::Quiet);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(Theme::gap);
    for (QWidget *part : {static_cast<QWidget *>(m_spinner), static_cast<QWidget *>(m_progress),
             static_cast<QWidget *>(m_stop), static_cast<QWidget *>(m_verify),
             static_cast<QWidget *>(m_export), static_cast<QWidget *>(m_erase)})
        line->addWidget(part);
    connect(m_verify, &QPushButton::clicked, this, &HistoryTasks::verify);
    connect(m_export, &QPushButton::clicked, this, &HistoryTasks::askForFile);
    connect(m_erase, &QPushButton::clicked, this, &HistoryTasks::eraseAsked);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    connect(&gatehouse.historyWork(), &HistoryWork::progressed, this, &HistoryTasks::showProgress);
    end();
}

void HistoryTasks::begin(JobBase *job, const QString &what)
{
    m_job = job;
    m_what = what;
    m_progress->setText(what);
    for (QWidget *part : {static_cast<QWidget *>(m_spinner), static_cast<QWidget *>(m_progress),
             static_cast<QWidget *>(m_stop)})
        part->show();
    for (QPushButton *button : {m_verify, m_export, m_erase})
        button->setEnabled(false);
}

void HistoryTasks::end()
{
    for (QWidget *part : {static_cast<QWidget *>(m_spinner), static_cast<QWidget *>(m_progress),
             static_cast<QWidget *>(m_stop)})
        part->hide();
    for (QPushButton *button : {m_verify, m_export, m_erase})
        button->setEnabled(true);
}

void HistoryTasks::showProgress(qint64 records)
{
    if (m_job)
        //: what is under way, and how many records of it are done
        m_progress->setText(tr("%1 %2").arg(m_what, QLocale().toString(records)));
}

void HistoryTasks::verify()
{
    auto *job = m_gatehouse.historyWork().verify();
    begin(job, tr("Verifying…"));
    job->then(this, [this](const Result<ChainVerdict> &verdict) {
        end();
        tellVerdict(verdict);
    });
}

void HistoryTasks::tellVerdict(const Result<ChainVerdict> &verdict)
{
    if (!verdict) {
        if (verdict.error().kind != Failure::Kind::Cancelled)
            Q_EMIT said(false, phrases::textWithNextStep(verdict.error()));
        return;
    }
    if (!verdict->ok)
        return Q_EMIT said(false,
            tr("The history was changed outside of Gatehouse: record %1 does not fit. Keep a copy "
               "of the profile folder as it is, and compare it with a backup or an earlier export.")
                .arg(verdict->firstBad));
    Q_EMIT said(true,
        verdict->records == 0 ? tr("The history is whole. It is empty.")
                              : tr("The history is whole: all %n records are in place and "
                                   "unchanged. Its newest seal is %1.",
                                  nullptr, int(verdict->records))
                                    .arg(verdict->head.left(shownOfHead)));
}

void HistoryTasks::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Export history"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {tr("Spreadsheet, CSV (*.csv)"), tr("JSON, one record a line (*.jsonl)")});
    dialog->setDefaultSuffix(u"csv"_s);
    const QDate today = m_gatehouse.clock().now().toLocalTime().date();
    dialog->selectFile(u"gatehouse-history-%1.csv"_s.arg(today.toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("jsonl"_L1) ? u"jsonl"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &HistoryTasks::write);
    dialog->open();
}

void HistoryTasks::write(const QString &path)
{
    auto *job = m_gatehouse.historyWork().write(m_shown(), path);
    begin(job, tr("Writing…"));
    job->then(this, [this, path](const Result<qint64> &written) {
        end();
        if (written)
            Q_EMIT said(
                true, tr("%n records were written to %1.", nullptr, int(*written)).arg(path));
        else if (written.error().kind != Failure::Kind::Cancelled)
            Q_EMIT said(false, phrases::textWithNextStep(written.error()));
    });
}
