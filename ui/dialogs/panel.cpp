#include "ui/dialogs/panel.h"

#include "ui/look/paint.h"
#include "ui/look/theme.h"
#include "ui/widgets/surface.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QVBoxLayout>

Panel *Panel::around(QAbstractItemView *list, int width)
{
    auto *panel = new Panel;
    panel->setFixedWidth(width);
    Surface::letThrough(list);
    auto *frame = new QVBoxLayout(panel);
    frame->setContentsMargins(Theme::grid, Theme::grid, Theme::grid, Theme::grid);
    frame->addWidget(list);
    return panel;
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::box(&painter, rect(), Theme::colour(Token::Panel, this));
}
