#pragma once

#include "ui/look/icons.h"
#include "ui/models/sitetreemodel.h"

#include <QStyledItemDelegate>

/// Paints the rows of the sidebar: icon, name, how the controller stands, and a badge with the
/// number waiting.
class SiteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct StateLook
    {
        IconName icon;
        Token ink;
    };
    [[nodiscard]] static StateLook look(const QModelIndex &index);
    static int paintBadge(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);
};
