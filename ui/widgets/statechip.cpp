#include "ui/widgets/statechip.h"

#include "ui/look/paint.h"
#include "ui/look/theme.h"

#include <QStyle>
#include <QtMath>

namespace {

constexpr int side = 8;
constexpr int iconSide = 14;
constexpr int between = 5;

} // namespace

namespace statechip {

ChipLook lookOf(ChipKind kind)
{
    switch (kind) {
    case ChipKind::Waiting:
        return {IconName::Waiting, Token::WaitingInk, Token::WaitingGround};
    case ChipKind::Asked:
        return {IconName::Asked, Token::AskedInk, Token::AskedGround};
    case ChipKind::Authorized:
    case ChipKind::Confirmed:
        return {IconName::Authorized, Token::AuthorizedInk, Token::AuthorizedGround};
    case ChipKind::Differs:
        return {IconName::Differs, Token::DiffersInk, Token::DiffersGround};
    case ChipKind::NotConfirmed:
        return {IconName::NotConfirmed, Token::DiffersInk, Token::DiffersGround};
    case ChipKind::Expired:
        return {IconName::Expired, Token::EndedInk, Token::EndedGround};
    case ChipKind::Cancelled:
        return {IconName::Cancelled, Token::EndedInk, Token::EndedGround};
    case ChipKind::Blocked:
        return {IconName::Blocked, Token::RefusedInk, Token::RefusedGround};
    case ChipKind::Refused:
        return {IconName::Refused, Token::RefusedInk, Token::RefusedGround};
    case ChipKind::Failed:
        return {IconName::Warning, Token::RefusedInk, Token::RefusedGround};
    case ChipKind::Unknown:
        return {IconName::Unknown, Token::UnknownInk, Token::UnknownGround};
    case ChipKind::Stale:
        return {IconName::Offline, Token::UnknownInk, Token::UnknownGround};
    case ChipKind::NotGuest:
        return {IconName::Guest, Token::EndedInk, Token::EndedGround};
    case ChipKind::Hint:
        return {IconName::Info, Token::AskedInk, Token::AskedGround};
    }
    return {IconName::Unknown, Token::UnknownInk, Token::UnknownGround};
}

QSize sizeFor(const QString &word)
{
    const QFontMetricsF metrics(Theme::font(TextRole::Chip));
    const int words
        = qCeil(metrics.horizontalAdvance(word)) + 1; // or rounding cuts the last letter
    return {side + iconSide + between + words + side, Theme::chipHeight};
}

void paint(QPainter *painter, const QRect &room, ChipKind kind, const QString &word,
    const QPalette &palette, Qt::LayoutDirection direction)
{
    const ChipLook look = lookOf(kind);
    const QSize wanted = sizeFor(word);
    const QSize size(qMin(wanted.width(), room.width()), wanted.height());
    const QRect chip = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, size, room);
    if (chip.width() < iconSide + side)
        return;
    const QColor ink = Theme::colour(look.ink, palette);
    paint::box(painter, chip, Theme::colour(look.ground, palette), {}, 1, Theme::chipHeight / 2);
    const QRect inner = chip.adjusted(side, 0, -side, 0);
    const QRect icon(inner.x(), inner.y() + (inner.height() - iconSide) / 2, iconSide, iconSide);
    icons::paint(painter, QStyle::visualRect(direction, inner, icon), look.icon, ink);
    const QRect text
        = QStyle::visualRect(direction, inner, inner.adjusted(iconSide + between, 0, 0, 0));
    painter->save();
    painter->setFont(Theme::font(TextRole::Chip));
    painter->setPen(ink);
    painter->drawText(text,
        int(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter)
            | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(word, Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace statechip

StateChip::StateChip(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StateChip::setState(ChipKind kind, const QString &word)
{
    m_kind = kind;
    setText(word);
    updateGeometry();
    update();
}

QSize StateChip::sizeHint() const
{
    return statechip::sizeFor(text());
}

QSize StateChip::minimumSizeHint() const
{
    return {iconSide + 2 * side, Theme::chipHeight};
}

void StateChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    statechip::paint(&painter, rect(), m_kind, text(), palette(), layoutDirection());
}
