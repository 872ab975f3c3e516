// The sizes and places of LookStyle; what it draws is in lookstyle.cpp.
#include "ui/look/lookstyle.h"

#include "ui/look/styleparts.h"

#include <QGroupBox>

namespace {

constexpr int scrollBarExtent = 12;
constexpr int thumbLeast = 32;
constexpr int markSize = 16;
constexpr int fieldPadding = 7;
constexpr int arrowWidth = 28;
constexpr int spinWidth = 24;
constexpr int buttonPadding = 14;
constexpr int buttonLeastWidth = 76;
constexpr int tabHeight = 36;
constexpr int groupTitleHeight = 28;

} // namespace

namespace styleparts {

QRect comboPart(const QStyleOptionComboBox &option, QStyle::SubControl part)
{
    const QRect whole = option.rect;
    QRect rect = whole;
    if (part == QStyle::SC_ComboBoxArrow)
        rect.setLeft(whole.right() - arrowWidth + 1);
    else if (part == QStyle::SC_ComboBoxEditField)
        rect.adjust(fieldPadding + (option.editable ? 0 : 2), 2, -arrowWidth, -2);
    return QStyle::visualRect(option.direction, whole, rect);
}

QRect spinPart(const QStyleOptionSpinBox &option, QStyle::SubControl part)
{
    const QRect whole = option.rect;
    const bool buttons = option.buttonSymbols != QAbstractSpinBox::NoButtons;
    const int half = whole.height() / 2;
    QRect rect = whole;
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        rect = buttons ? QRect(whole.right() - spinWidth, whole.top() + 3, spinWidth, half - 3)
                       : QRect();
        break;
    case QStyle::SC_SpinBoxDown:
        rect = buttons ? QRect(whole.right() - spinWidth, whole.top() + half, spinWidth, half - 3)
                       : QRect();
        break;
    case QStyle::SC_SpinBoxEditField:
        rect.adjust(fieldPadding, 2, buttons ? -spinWidth : -fieldPadding, -2);
        break;
    default:
        break;
    }
    return QStyle::visualRect(option.direction, whole, rect);
}

/// No arrow buttons: the whole bar is groove.
QRect scrollPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool across = option.orientation == Qt::Horizontal;
    const QRect whole = option.rect;
    const int length = across ? whole.width() : whole.height();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int thumb = length;
    if (range > 0)
        thumb = int(qint64(option.pageStep) * length / (range + option.pageStep));
    thumb = qBound(qMin(thumbLeast, length), thumb, length);
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - thumb, option.upsideDown);
    const auto piece = [&whole, across](int from, int size) {
        return across ? QRect(whole.x() + from, whole.y(), size, whole.height())
                      : QRect(whole.x(), whole.y() + from, whole.width(), size);
    };
    QRect rect;
    if (part == QStyle::SC_ScrollBarSlider)
        rect = piece(start, thumb);
    else if (part == QStyle::SC_ScrollBarSubPage)
        rect = piece(0, start);
    else if (part == QStyle::SC_ScrollBarAddPage)
        rect = piece(start + thumb, length - start - thumb);
    else if (part == QStyle::SC_ScrollBarGroove)
        rect = whole;
    return across ? QStyle::visualRect(option.direction, whole, rect) : rect;
}

QRect groupPart(const QStyleOptionGroupBox &option, QStyle::SubControl part)
{
    const QRect whole = option.rect;
    const int title = option.text.isEmpty() ? 0 : groupTitleHeight;
    if (part == QStyle::SC_GroupBoxLabel)
        return {whole.x(), whole.y(), whole.width(), title};
    if (part == QStyle::SC_GroupBoxContents || part == QStyle::SC_GroupBoxFrame)
        return whole.adjusted(0, title, 0, 0);
    return {};
}

} // namespace styleparts

int LookStyle::pixelMetric(
    PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_ScrollBarSliderMin:
        return thumbLeast;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_DefaultFrameWidth:
        return isTextArea(widget) ? Theme::grid : Theme::line; // room for the round corners
    case PM_SplitterWidth: // Qt widens the area that can be caught
    case PM_MenuPanelWidth:
        return Theme::line;
    case PM_MenuVMargin:
        return Theme::grid;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return Theme::iconSize;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return markSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return Theme::gap;
    case PM_LayoutTopMargin:
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        if (qobject_cast<const QGroupBox *>(widget)) // a title, no frame
            return metric == PM_LayoutTopMargin ? Theme::grid : 0;
        return widget && widget->isWindow() ? Theme::pageMargin : Theme::groupGap;
    case PM_FocusFrameHMargin: // a cell's padding is one more
        return Theme::cellPadding - 1;
    case PM_ToolTipLabelFrameWidth:
        return Theme::grid + 1;
    case PM_TabBarTabHSpace:
        return 2 * Theme::groupGap;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int LookStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
    QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_Widget_Animation_Duration:
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_MiddleClickAbsolutePosition:
        return 1;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_Menu_SubMenuPopupDelay:
        return 150;
    case SH_Table_GridLineColor:
        return int(Theme::colour(Token::Line, option ? option->palette : QPalette()).rgba());
    case SH_FormLayoutLabelAlignment:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case SH_TabBar_Alignment:
        return int(Qt::AlignLeft);
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize LookStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
    const QSize &contents, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool bare = !button || button->text.isEmpty();
        const int menu = button && (button->features & QStyleOptionButton::HasMenu) ? 20 : 0;
        const int wanted = contents.width() + 2 * buttonPadding + menu;
        return bare ? QSize(Theme::controlHeight, Theme::controlHeight)
                    : QSize(qMax(wanted, buttonLeastWidth),
                        qMax(Theme::controlHeight, contents.height() + Theme::gap));
    }
    case CT_ToolButton:
        return {qMax(contents.width() + 2 * Theme::gap, Theme::controlHeight),
            qMax(Theme::controlHeight, contents.height() + Theme::gap)};
    case CT_LineEdit:
        return {contents.width() + 2 * fieldPadding,
            qMax(Theme::controlHeight, contents.height() + Theme::gap)};
    case CT_ComboBox:
        return {contents.width() + arrowWidth + 2 * fieldPadding,
            qMax(Theme::controlHeight, contents.height() + Theme::gap)};
    case CT_SpinBox: // asked with the height of its line edit
        return {size.width(), qMax(Theme::controlHeight, contents.height())};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return styleparts::menuItemSize(*item, contents);
        return size;
    case CT_MenuBarItem:
        return {contents.width() + 2 * Theme::gap + 4, contents.height() + Theme::gap + 4};
    case CT_HeaderSection:
        return {size.width() + Theme::cellPadding, qMax(Theme::headerHeight, size.height())};
    case CT_TabBarTab:
        return {size.width(), qMax(tabHeight, size.height())};
    case CT_ItemViewItem:
        return {size.width(), qMax(Theme::compactRowHeight, size.height())};
    default:
        return size;
    }
}

QRect LookStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
    SubControl part, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return styleparts::comboPart(*combo, part);
    } else if (control == CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return styleparts::spinPart(*spin, part);
    } else if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return styleparts::scrollPart(*bar, part);
    } else if (control == CC_GroupBox) {
        const auto *group = qstyleoption_cast<const QStyleOptionGroupBox *>(option);
        if (group && !(group->subControls & SC_GroupBoxCheckBox))
            return styleparts::groupPart(*group, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect LookStyle::subElementRect(
    SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return option->rect.adjusted(fieldPadding, 1, -fieldPadding, -1);
        return option->rect;
    }
    if (element == SE_PushButtonContents)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}
