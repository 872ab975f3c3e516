#include "ui/pages/sitedelegate.h"

#include "phrases/phrases.h"
#include "ui/look/paint.h"
#include "ui/look/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace {

constexpr int padding = Theme::gap;
constexpr int badgeHeight = 18;

SiteTreeModel::Kind kindOf(const QModelIndex &index)
{
    return SiteTreeModel::Kind(index.data(SiteTreeModel::KindRole).toInt());
}

QString stateLine(const QModelIndex &index)
{
    return kindOf(index) == SiteTreeModel::Kind::Controller
        ? phrases::text(ControllerLink::State(index.data(SiteTreeModel::LinkStateRole).toInt()))
        : QString();
}

void drawLine(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room,
    const QString &text, TextRole role, const QColor &ink)
{
    const QFont font = Theme::font(role);
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(QStyle::visualRect(option.direction, option.rect, room),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::AlignVCenter
            | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
}

} // namespace

SiteDelegate::StateLook SiteDelegate::look(const QModelIndex &index)
{
    switch (kindOf(index)) {
    case SiteTreeModel::Kind::AllSites:
        return {IconName::Sites, Token::Ink};
    case SiteTreeModel::Kind::Site:
        return {IconName::Site, Token::Ink2};
    case SiteTreeModel::Kind::Controller:
        break;
    }
    switch (ControllerLink::State(index.data(SiteTreeModel::LinkStateRole).toInt())) {
    case ControllerLink::State::Connected:
    case ControllerLink::State::Refreshing:
        return {IconName::Controller, Token::AuthorizedInk};
    case ControllerLink::State::Idle:
    case ControllerLink::State::Connecting:
        return {IconName::Asked, Token::AskedInk};
    case ControllerLink::State::NeedsAttention:
        return {IconName::Warning, Token::DiffersInk};
    case ControllerLink::State::Offline:
        return {IconName::Offline, Token::UnknownInk};
    }
    Q_UNREACHABLE();
}

QSize SiteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int body = QFontMetrics(Theme::font(TextRole::Body)).height();
    const int second = QFontMetrics(Theme::font(TextRole::Secondary)).height();
    if (kindOf(index) == SiteTreeModel::Kind::Controller)
        return {
            Theme::sidebarWidth / 2, std::max(Theme::twoLineRowHeight, body + second + Theme::gap)};
    return {Theme::sidebarWidth / 2, std::max(Theme::rowHeight, body + Theme::gap)};
}

void SiteDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect row = option.rect;
    const StateLook state = look(index);
    const QWidget *view = option.widget;
    view->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, view);
    const int taken = paintBadge(painter, option, index);
    const QRect icon(row.left() + padding / 2, row.top(), Theme::iconSize, row.height());
    icons::paint(painter, QStyle::visualRect(option.direction, row, icon), state.icon,
        Theme::colour(state.ink, option.palette));

    QRect text = row.adjusted(padding / 2 + Theme::iconSize + padding, 0, -taken - padding, 0);
    const TextRole role
        = kindOf(index) == SiteTreeModel::Kind::Site ? TextRole::Body : TextRole::Strong;
    const QString second = stateLine(index);
    const QColor ink = Theme::colour(Token::Ink, option.palette);
    if (second.isEmpty())
        return drawLine(painter, option, text, index.data().toString(), role, ink);
    const int body = QFontMetrics(Theme::font(role)).height();
    const int secondary = QFontMetrics(Theme::font(TextRole::Secondary)).height();
    text.setTop(row.top() + (row.height() - body - secondary) / 2);
    text.setHeight(body);
    drawLine(painter, option, text, index.data().toString(), role, ink);
    text.translate(0, body);
    text.setHeight(secondary);
    const bool calm = state.ink == Token::AuthorizedInk;
    drawLine(painter, option, text, second, TextRole::Secondary,
        Theme::colour(calm ? Token::Ink2 : state.ink, option.palette));
}

int SiteDelegate::paintBadge(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const int waiting = index.data(SiteTreeModel::WaitingRole).toInt();
    if (waiting == 0)
        return 0;
    const QString number = QLocale().toString(waiting);
    const QFont font = Theme::font(TextRole::Chip);
    const int width = std::max(
        badgeHeight + Theme::grid, QFontMetrics(font).horizontalAdvance(number) + 2 * padding);
    const QRect row = option.rect;
    const QRect box = QStyle::visualRect(option.direction, row,
        paint::middle(
            QRect(row.right() - padding - width, row.top(), width, row.height()), badgeHeight));
    paint::box(
        painter, box, Theme::colour(Token::WaitingGround, option.palette), {}, 1, badgeHeight / 2);
    painter->setFont(font);
    painter->setPen(Theme::colour(Token::WaitingInk, option.palette));
    painter->drawText(box, Qt::AlignCenter, number);
    return width + padding;
}
