#include "ui/pages/batchline.h"

#include "clients/actionrunner.h"
#include "phrases/phrases.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

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
    , m_showTroubled(new QPushButton(tr("Select these")))
    , m_close(new IconButton(IconName::Close, tr("Close")))
{
    m_progress->setFixedWidth(progressWidth);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    Theme::setKind(m_showTroubled, ButtonKind::Quiet);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::pageMargin, Theme::grid, Theme::groupGap, Theme::grid);
    layout->setSpacing(Theme::gap);
    layout->addWidget(m_progress);
    layout->addWidget(m_text);
    layout->addWidget(m_showTroubled);
    layout->addStretch();
    layout->addWidget(m_close);
    connect(m_close, &QAbstractButton::clicked, this, &QWidget::hide);
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
    review();
}

void BatchLine::review()
{
    const bool isOver = m_open.isEmpty();
    m_progress->setMaximum(m_total);
    m_progress->setValue(m_total - int(m_open.size()));
    m_progress->setVisible(!isOver);
    m_text->setText(sentence());
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
