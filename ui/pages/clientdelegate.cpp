#include "ui/pages/clientdelegate.h"

#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/pages/rowlook.h"
#include "ui/widgets/marks.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

constexpr int padding = Theme::gap;
constexpr int focusBar = 3;
constexpr int chipPadding = 6;
constexpr int roundingSlack = 2; ///< advances are fractions of a pixel
constexpr int barHeight = 4;
constexpr int usageSteps = 1000;
constexpr qint64 fadeMilliseconds = 1500; ///< the last part of a glow, in which it pales

/// What is painted once and kept.
enum class Drawing { Chip, Icon, Usage };

QColor blend(const QColor &ground, const QColor &over, double share)
{
    const auto mix = [share](float a, float b) { return float(a + (b - a) * share); };
    return QColor::fromRgbF(mix(ground.redF(), over.redF()), mix(ground.greenF(), over.greenF()),
        mix(ground.blueF(), over.blueF()));
}

} // namespace

/// What a cell is painted with.
struct ClientDelegate::Cell
{
    QPainter *painter;
    const QStyleOptionViewItem &option;
    const QModelIndex &index;
    const Row &row;

    [[nodiscard]] QColor colour(Token token) const { return tokenColour(token, row.scheme); }
    [[nodiscard]] Token ink() const { return row.stale ? Token::Ink2 : Token::Ink; }
    [[nodiscard]] QString text() const { return index.data().toString(); }
    [[nodiscard]] QRect room() const { return option.rect.adjusted(padding, 0, -padding, 0); }
    [[nodiscard]] Qt::Alignment aligned(Qt::Alignment alignment) const
    {
        return QStyle::visualAlignment(option.direction, alignment);
    }
    [[nodiscard]] QRect mirrored(const QRect &rect) const
    {
        return QStyle::visualRect(option.direction, option.rect, rect);
    }
    /// One number for all that a kept drawing looks like beside its size.
    [[nodiscard]] quint32 look(Drawing drawing, int value) const
    {
        return quint32(value) << 8 | quint32(drawing) << 4 | quint32(row.stale) << 2
            | quint32(row.scheme == Scheme::Dark) << 1
            | quint32(option.direction == Qt::RightToLeft);
    }
};

ClientDelegate::ClientDelegate(const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{
}

int ClientDelegate::rowHeight() const
{
    const int body = CellText::lineHeight(TextRole::Body);
    if (m_compact)
        return std::max(Theme::compactRowHeight, body + Theme::grid);
    const int twoLines = body + CellText::lineHeight(TextRole::Secondary);
    return std::max(Theme::rowHeight, twoLines + Theme::grid);
}

QSize ClientDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int slack = 2 * padding + Theme::gap;
    if (index.column() == ClientTableModel::StateColumn)
        return {CellText::width(index.data().toString(), TextRole::Chip) + Theme::iconSize
                + 2 * chipPadding + slack,
            rowHeight()};
    return {CellText::width(index.data().toString(), TextRole::Body) + slack, rowHeight()};
}

bool ClientDelegate::takeGlowPainted() const
{
    return std::exchange(m_glowPainted, false);
}

const ClientDelegate::Row &ClientDelegate::rowOf(
    const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (m_row.number == index.row())
        return m_row;
    const auto is = [&index](int role) { return index.data(role).toBool(); };
    const QDateTime glowUntil = index.data(ClientTableModel::GlowUntilRole).toDateTime();
    const qint64 left = glowUntil.isValid() ? m_clock.now().msecsTo(glowUntil) : 0;
    m_row.number = index.row();
    m_row.chip = RowChip(index.data(ClientTableModel::ChipRole).toInt());
    m_row.scheme = Theme::schemeOf(option.palette);
    m_row.stale = is(ClientTableModel::StaleRole) || is(ClientTableModel::GoneRole)
        || is(ClientTableModel::FromLastSessionRole);
    m_row.glow = std::clamp(double(left) / fadeMilliseconds, 0.0, 1.0);
    return m_row;
}

void ClientDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Cell cell{painter, option, index, rowOf(option, index)};
    paintGround(cell);
    switch (ClientTableModel::Column(index.column())) {
    case ClientTableModel::StateColumn:
        return paintChip(cell);
    case ClientTableModel::DeviceColumn:
        return paintDevice(cell);
    case ClientTableModel::SignalColumn:
        return paintSignal(cell);
    case ClientTableModel::UsageColumn:
        return paintUsage(cell);
    case ClientTableModel::MacColumn:
        return paintMac(cell);
    case ClientTableModel::IpColumn:
        return paintText(cell, TextRole::Fixed, Qt::AlignLeft);
    case ClientTableModel::SinceColumn:
    case ClientTableModel::TimeLeftColumn:
    case ClientTableModel::AccessPointColumn:
    case ClientTableModel::SsidColumn:
    case ClientTableModel::SiteColumn:
    case ClientTableModel::ControllerColumn:
    case ClientTableModel::ColumnCount:
        return paintText(cell, TextRole::Body, cell.aligned(Qt::AlignLeft));
    }
}

void ClientDelegate::paintGround(const Cell &cell) const
{
    QColor ground = cell.colour(Token::Paper);
    if (cell.option.state & QStyle::State_Selected)
        ground = cell.colour(Token::Selection);
    else if (cell.row.glow > 0) {
        m_glowPainted = true;
        ground = blend(ground, cell.colour(Token::Glow), cell.row.glow);
    } else if (cell.index.row() == m_hoverRow)
        ground = cell.colour(Token::Hover);

    const QRect &rect = cell.option.rect;
    cell.painter->fillRect(rect, ground);
    cell.painter->fillRect(
        QRect(rect.left(), rect.bottom(), rect.width(), Theme::line), cell.colour(Token::Line));
    if (cell.index.row() == m_focusRow && cell.index.column() == ClientTableModel::StateColumn)
        cell.painter->fillRect(
            cell.mirrored(QRect(rect.left(), rect.top(), focusBar, rect.height())),
            cell.colour(Token::Accent));
}

void ClientDelegate::paintChip(const Cell &cell) const
{
    const ChipLook chip = statechip::lookOf(chipKind(cell.row.chip));
    const Token ink = cell.row.stale ? Token::Ink2 : chip.ink;
    const QString word = cell.text();
    const QRect room = cell.room();
    const int wanted = chipPadding + Theme::iconSize + Theme::grid
        + m_text.keptWidth(word, TextRole::Chip) + roundingSlack + chipPadding;
    const QRect box = cell.mirrored(
        paint::middle(QRect(room.left(), room.top(), std::min(wanted, room.width()), room.height()),
            Theme::chipHeight));
    m_drawings.draw(cell.painter, box, cell.look(Drawing::Chip, int(cell.row.chip)),
        [&](QPainter *painter, const QRect &at) {
            // What is no longer fresh is an outline: it is not what the controller says now.
            paint::box(painter, at, cell.row.stale ? QColor() : cell.colour(chip.ground),
                cell.row.stale ? cell.colour(Token::Line) : QColor(), 1, Theme::chipHeight / 2);
            const QRect icon(at.left() + chipPadding, at.top(), Theme::iconSize, at.height());
            icons::paint(painter, QStyle::visualRect(cell.option.direction, at, icon), chip.icon,
                cell.colour(ink));
        });
    const QRect text
        = box.adjusted(chipPadding + Theme::iconSize + Theme::grid, 0, -chipPadding, 0);
    cell.painter->setPen(cell.colour(ink));
    m_text.draw(cell.painter, QStyle::visualRect(cell.option.direction, box, text), word,
        TextRole::Chip, cell.aligned(Qt::AlignLeft));
}

void ClientDelegate::paintIcon(const Cell &cell, const QRect &rect, IconName icon, Token ink) const
{
    m_drawings.draw(cell.painter, rect, cell.look(Drawing::Icon, int(icon)),
        [&](QPainter *painter, const QRect &at) {
            icons::paint(painter, at, icon, cell.colour(ink));
        });
}

void ClientDelegate::paintDevice(const Cell &cell) const
{
    const QString name = cell.text();
    const QString second = cell.index.data(ClientTableModel::SecondaryRole).toString();
    const Qt::Alignment alignment = cell.aligned(Qt::AlignLeft);
    const RowChip chip = cell.row.chip;
    const bool isBad = chip == RowChip::Differs || chip == RowChip::NotConfirmed
        || chip == RowChip::Refused || chip == RowChip::Failed;
    const Token secondInk = isBad ? statechip::lookOf(chipKind(chip)).ink : Token::Ink2;
    const QRect room = cell.room();
    QRect first = room;
    QRect below = room;
    if (m_compact) {
        const int wanted = std::min(m_text.keptWidth(name, TextRole::Body) + padding, room.width());
        first = cell.mirrored(QRect(room.left(), room.top(), wanted, room.height()));
        below = cell.mirrored(room.adjusted(wanted, 0, 0, 0));
    } else if (!second.isEmpty()) {
        const int body = m_text.keptLineHeight(TextRole::Body);
        const int secondary = m_text.keptLineHeight(TextRole::Secondary);
        const int top = room.top() + (room.height() - Theme::line - body - secondary) / 2;
        first = QRect(room.left(), top, room.width(), body);
        below = QRect(room.left(), top + body, room.width(), secondary);
    }
    cell.painter->setPen(cell.colour(cell.ink()));
    m_text.draw(cell.painter, first, name, TextRole::Body, alignment);
    cell.painter->setPen(cell.colour(secondInk));
    m_text.draw(cell.painter, below, second, TextRole::Secondary, alignment);
}

void ClientDelegate::paintSignal(const Cell &cell) const
{
    const QVariant wireless = cell.index.data(ClientTableModel::WirelessRole);
    const QVariant dbm = cell.index.data(ClientTableModel::SignalRole);
    if (!dbm.isValid() && (!wireless.isValid() || wireless.toBool()))
        return; // not told: nothing is drawn rather than something guessed
    const IconName icon
        = dbm.isValid() ? icons::wireless(marks::signalLevel(dbm.toInt())) : IconName::Wired;
    const QRect room = cell.room();
    const QRect square(room.left(), room.top() + (room.height() - Theme::iconSize) / 2,
        Theme::iconSize, Theme::iconSize);
    paintIcon(cell, cell.mirrored(square), icon, cell.ink());
}

void ClientDelegate::paintUsage(const Cell &cell) const
{
    const QVariant fraction = cell.index.data(ClientTableModel::UsedFractionRole);
    if (!fraction.isValid())
        return paintText(cell, TextRole::Body, cell.aligned(Qt::AlignLeft));
    const QRect room = cell.room();
    const int text = m_text.keptLineHeight(TextRole::Secondary);
    const int top = room.top() + (room.height() - Theme::line - text - barHeight - 2) / 2;
    cell.painter->setPen(cell.colour(cell.ink()));
    m_text.draw(cell.painter, QRect(room.left(), top, room.width(), text), cell.text(),
        TextRole::Secondary, cell.aligned(Qt::AlignLeft));

    const QRect track(room.left(), top + text + 2, room.width(), barHeight);
    // In steps that are finer than what a bar can show.
    const double used = std::round(fraction.toDouble() * usageSteps) / usageSteps;
    m_drawings.draw(cell.painter, track, cell.look(Drawing::Usage, int(used * usageSteps)),
        [&](QPainter *painter, const QRect &at) {
            marks::usageBar(painter, at, used, cell.option.palette, cell.option.direction);
        });
}

void ClientDelegate::paintMac(const Cell &cell) const
{
    paintText(cell, TextRole::Fixed, Qt::AlignLeft);
    if (!cell.index.data(ClientTableModel::PrivateAddressRole).toBool())
        return;
    const QRect room = cell.room();
    const int after = m_text.keptWidth(cell.text(), TextRole::Fixed) + Theme::gap;
    if (after + Theme::iconSize > room.width())
        return;
    paintIcon(cell, QRect(room.left() + after, room.top(), Theme::iconSize, room.height()),
        IconName::Private, Token::Ink2);
}

void ClientDelegate::paintText(const Cell &cell, TextRole role, Qt::Alignment alignment) const
{
    cell.painter->setPen(cell.colour(cell.ink()));
    m_text.draw(cell.painter, cell.room(), cell.text(), role, alignment);
}
