#pragma once

#include "ui/look/icons.h"

#include <QLabel>

/// What a chip shows. Each has an icon and colours; the word comes with it from the caller.
enum class ChipKind {
    Waiting,
    Asked, ///< an action is under way
    Authorized,
    Confirmed,
    Differs,
    NotConfirmed,
    Expired,
    Cancelled,
    Blocked,
    Refused,
    Failed,
    Unknown,
    Stale,
    NotGuest,
    Hint, ///< a reason at the front desk: "new 12 s"
};
inline constexpr int chipKindCount = int(ChipKind::Hint) + 1;

struct ChipLook
{
    IconName icon;
    Token ink;
    Token ground;
};

namespace statechip {

[[nodiscard]] ChipLook lookOf(ChipKind kind);

/// What a chip with this word needs; its height is Theme::chipHeight.
[[nodiscard]] QSize sizeFor(const QString &word);

/// For delegates: paints the chip at the reading start of room, in its vertical middle, the word
/// cut where it does not fit. The scheme is the palette's.
void paint(QPainter *painter, const QRect &room, ChipKind kind, const QString &word,
    const QPalette &palette, Qt::LayoutDirection direction);

} // namespace statechip

/// A chip of its own. Its state is its text, for screen readers and scripts.
class StateChip : public QLabel
{
    Q_OBJECT

public:
    explicit StateChip(QWidget *parent = nullptr);

    void setState(ChipKind kind, const QString &word);
    [[nodiscard]] ChipKind kind() const { return m_kind; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChipKind m_kind = ChipKind::Unknown;
};
