#include "ui/pages/batchline.h"

#include "clients/actionrunner.h"
#include "phrases/phrases.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace {
constexpr int progressWidth = 160;
}

BatchLine::BatchLine(ActionRunner &runner, QWidget *parent)
    : QWidget(parent)
    , m_text(new TextLabel)
    , m_progress(new QProgressBar)
    , m_stop(new QPushButton(tr("Stop")))
    , m_copy(new QPushButton(tr("Copy results")))
    , m_showTroubled(new QPushButton(tr("Select these")))
    , m_close(new IconButton(IconName::Close, tr("Close")))
{
    m_progress->setFixedWidth(progressWidth);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_stop->setToolTip(tr("Does not send what has not been sent yet. What was sent is followed to "
                          "its end."));
    for (QPushButton *button : {m_stop, m_copy, m_showTroubled})
        Theme::setKind(button, ButtonKind::Quiet);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::pageMargin, Theme::grid, Theme::groupGap, Theme::grid);
    layout->setSpacing(Theme::gap);
    layout->addWidget(m_progress);
    layout->addWidget(m_text);
    layout->addWidget(m_stop);
    layout->addWidget(m_showTroubled);
    layout->addWidget(m_copy);
    layout->addStretch();
    layout->addWidget(m_close);
    connect(m_close, &QAbstractButton::clicked, this, &QWidget::hide);
    connect(m_stop, &QPushButton::clicked, &runner, &ActionRunner::cancelQueued);
    connect(m_copy, &QPushButton::clicked, this, &BatchLine::copyResults);
    connect(
        m_showTroubled, &QPushButton::clicked, this, [this] { Q_EMIT troubledAsked(m_troubled); });
    connect(&runner, &ActionRunner::finished, this, &BatchLine::take);
    hide();
}

void BatchLine::follow(AuditAction action, const QList<ClientKey> &clients)
{
    if (clients.size() < 2)
        return;
    m_action = action;
    m_open = QSet<ClientKey>(clients.begin(), clients.end());
    m_troubled.clear();
    m_results.clear();
    m_total = int(clients.size());
    review();
    show();
}

void BatchLine::take(const ActionReport &report)
{
    if (!m_open.remove(report.client.key))
        return;
    if (report.outcome != Outcome::Confirmed)
        m_troubled += report.client.key;
    const WifiClient &client = report.client;
    m_results += QStringList{client.key.mac.toString(),
        client.name.isEmpty() ? client.hostName : client.name, phrases::text(report.outcome),
        phrases::text(report)}
                     .join(u'\t');
    review();
}

/// For a spreadsheet or a mail: a line a device, columns parted by tabs.
void BatchLine::copyResults() const
{
    QGuiApplication::clipboard()->setText(m_results.join(u'\n') + u'\n');
}

void BatchLine::review()
{
    const bool isOver = m_open.isEmpty();
    m_progress->setMaximum(m_total);
    m_progress->setValue(m_total - int(m_open.size()));
    m_progress->setVisible(!isOver);
    m_text->setText(sentence());
    m_stop->setVisible(!isOver);
    m_copy->setVisible(isOver);
    m_showTroubled->setVisible(isOver && !m_troubled.isEmpty());
    m_close->setVisible(isOver);
}

QString BatchLine::sentence() const
{
    const int done = m_total - int(m_open.size());
    const QString action = phrases::text(m_action);
    if (!m_open.isEmpty())
        //: %1 an action such as Authorize
        return tr("%1: %2 of %n device(s) done", nullptr, m_total).arg(action).arg(done);
    if (m_troubled.isEmpty())
        return tr("%1: all %n device(s) confirmed by the controller.", nullptr, m_total)
            .arg(action);
    return tr("%1: %2 confirmed, %n not. Each row says why.", nullptr, int(m_troubled.size()))
        .arg(action)
        .arg(m_total - m_troubled.size());
}
