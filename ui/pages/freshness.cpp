#include "ui/pages/freshness.h"

#include "assembly/gatehouse.h"
#include "phrases/phrases.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

#include <algorithm>

using namespace std::chrono_literals;

Freshness::Freshness(Gatehouse &gatehouse, QWidget *parent)
    : QWidget(parent)
    , m_gatehouse(gatehouse)
    , m_text(new TextLabel({}, TextRole::Secondary, Token::Ink2))
    , m_button(new IconButton(IconName::Refresh, tr("Refresh")))
{
    m_button->setToolTip(tr("Refresh (F5)"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addWidget(m_text);
    layout->addWidget(m_button);
    connect(m_button, &QAbstractButton::clicked, this, &Freshness::refresh);
    connect(&gatehouse, &Gatehouse::linkChanged, this, &Freshness::review);
    connect(&gatehouse, &Gatehouse::linkRemoved, this, &Freshness::review);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &Freshness::review);
    m_second.start();
    review();
}

void Freshness::setScope(const QString &controllerId, const QString &siteId)
{
    m_controllerId = controllerId;
    m_siteId = siteId;
    review();
}

QList<ControllerLink *> Freshness::links() const
{
    if (m_controllerId.isEmpty())
        return m_gatehouse.links();
    ControllerLink *link = m_gatehouse.link(m_controllerId);
    return link ? QList{link} : QList<ControllerLink *>();
}

void Freshness::refresh()
{
    for (ControllerLink *link : links()) {
        if (link->state() == ControllerLink::State::Offline)
            m_gatehouse.reconnect(link->profile().id);
        else
            link->refreshSoon(m_siteId);
    }
}

void Freshness::review()
{
    m_text->setText(sentence());
    setVisible(!links().isEmpty());
}

QString Freshness::sentence() const
{
    std::optional<QDateTime> oldest;
    for (const ControllerLink *link : links()) {
        ControllerDriver *driver = link->driver();
        if (driver && !driver->lister())
            continue; // nothing of it on show grows old
        if (!link->lastAnswerAt())
            return m_gatehouse.directory().counts(link->profile().id, m_siteId).all > 0
                ? tr("from the last session")
                : tr("no answer yet");
        if (!oldest || *link->lastAnswerAt() < *oldest)
            oldest = link->lastAnswerAt();
    }
    if (!oldest)
        return {};
    const QDateTime now = m_gatehouse.clock().now();
    const qint64 seconds = std::max<qint64>(0, oldest->secsTo(now));
    constexpr qint64 minute = 60;
    constexpr qint64 longAgo = 60 * minute;
    if (seconds < minute)
        return tr("%1 s ago", "seconds since the last answer").arg(seconds);
    if (seconds < longAgo)
        return tr("%1 min ago", "minutes since the last answer").arg(seconds / minute);
    return tr("as of %1").arg(phrases::clockTime(*oldest, now));
}
