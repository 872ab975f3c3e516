#include "ui/look/lookstyle.h"

#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/styleparts.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFrame>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace {

bool lightsUp(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QScrollBar *>(widget) || qobject_cast<const QTabBar *>(widget)
        || qobject_cast<const QHeaderView *>(widget) || widget->inherits("QSplitterHandle");
}

void toolButton(const QStyle *style, const QStyleOptionToolButton &option, QPainter *painter,
    const QWidget *widget)
{
    styleparts::toolButtonPanel(painter, option, widget);
    QStyleOptionToolButton label(option);
    const bool chevron = option.features & QStyleOptionToolButton::HasMenu
        && (option.features & QStyleOptionToolButton::MenuButtonPopup
            || option.toolButtonStyle != Qt::ToolButtonIconOnly);
    if (chevron) {
        const QRect mark = QStyle::visualRect(option.direction, option.rect,
            QRect(option.rect.right() - 18, option.rect.top(), 12, option.rect.height()));
        icons::paint(painter, paint::square(mark, 12), IconName::ChevronDown,
            styleparts::colour(Token::Ink2, option));
        label.rect
            = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(0, 0, -14, 0));
    }
    label.features &= ~QStyleOptionToolButton::HasMenu;
    style->drawControl(QStyle::CE_ToolButtonLabel, &label, painter, widget);
}

} // namespace

bool LookStyle::isTextArea(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

LookStyle::LookStyle()
    : QProxyStyle(u"fusion"_s)
{
}

void LookStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (lightsUp(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void LookStyle::unpolish(QWidget *widget)
{
    if (lightsUp(widget))
        widget->setAttribute(Qt::WA_Hover, false);
    QProxyStyle::unpolish(widget);
}

QPalette LookStyle::standardPalette() const
{
    return Theme::palette(Scheme::Light);
}

void LookStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
    QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonBevel:
        return styleparts::button(painter, *option, widget);
    case PE_PanelButtonTool:
        return styleparts::toolButtonPanel(painter, *option, widget);
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            styleparts::field(painter, *option, widget);
        return;
    }
    case PE_Frame:
        if (LookStyle::isTextArea(widget))
            return styleparts::field(painter, *option, widget);
        if (widget && widget->inherits("QComboBoxPrivateContainer"))
            return styleparts::menuPanel(painter, *option);
        return paint::box(
            painter, option->rect, {}, styleparts::colour(Token::Line, *option), 1, 0);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return styleparts::checkMark(painter, *option);
    case PE_IndicatorRadioButton:
        return styleparts::radioMark(painter, *option);
    case PE_IndicatorBranch:
        return styleparts::branch(painter, *option);
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            styleparts::row(painter, *item);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        return styleparts::menuPanel(painter, *option);
    case PE_PanelTipLabel:
        return styleparts::tip(painter, *option);
    case PE_FrameTabBarBase:
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), Theme::line),
            styleparts::colour(Token::Line, *option));
        return;
    case PE_PanelMenuBar:
        painter->fillRect(option->rect, styleparts::colour(Token::Panel, *option));
        return;
    case PE_FrameFocusRect: // each control shows its own focus
    case PE_FrameLineEdit:
    case PE_FrameDefaultButton:
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelScrollAreaCorner:
    case PE_IndicatorToolBarSeparator:
        return;
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void LookStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
        if (element == CE_PushButton || element == CE_PushButtonBevel)
            styleparts::button(painter, *button, widget);
        if (element == CE_PushButton || element == CE_PushButtonLabel)
            styleparts::buttonLabel(painter, *button, widget);
        if (element == CE_PushButton || element == CE_PushButtonBevel
            || element == CE_PushButtonLabel)
            return;
    }
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
        if (element == CE_Header || element == CE_HeaderSection)
            styleparts::headerSection(painter, *header);
        if (element == CE_Header || element == CE_HeaderLabel)
            styleparts::headerLabel(painter, *header);
        if (element == CE_Header || element == CE_HeaderSection || element == CE_HeaderLabel)
            return;
    }
    if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
        if (element == CE_MenuItem)
            return styleparts::menuItem(painter, *item);
        if (element == CE_MenuBarItem)
            return styleparts::menuBarItem(painter, *item);
    }
    if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
        if (element == CE_TabBarTabShape)
            return styleparts::tab(painter, *tab);
        if (element == CE_TabBarTabLabel)
            return styleparts::tabLabel(painter, *tab);
    }
    drawPlainControl(element, option, painter, widget);
}

void LookStyle::drawPlainControl(ControlElement element, const QStyleOption *option,
    QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderEmptyArea: {
        QStyleOptionHeader empty;
        empty.QStyleOption::operator=(*option);
        empty.state &= ~State_MouseOver;
        return styleparts::headerSection(painter, empty);
    }
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            styleparts::progressBar(painter, *bar);
        return;
    case CE_Splitter:
        return styleparts::splitter(painter, *option);
    case CE_MenuEmptyArea:
    case CE_MenuHMargin:
    case CE_MenuVMargin:
    case CE_ToolBar:
    case CE_FocusFrame:
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, styleparts::colour(Token::Panel, *option));
        return;
    case CE_ShapedFrame: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            const bool across = frame->frameShape == QFrame::HLine;
            const QRect line = across ? paint::middle(option->rect, Theme::line)
                                      : QRect(option->rect.center().x(), option->rect.top(),
                                          Theme::line, option->rect.height());
            painter->fillRect(line, styleparts::colour(Token::Line, *option));
            return;
        }
        return QProxyStyle::drawControl(element, option, painter, widget);
    }
    default:
        return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void LookStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
    QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return styleparts::comboBox(
                painter, *combo, styleparts::comboPart(*combo, SC_ComboBoxArrow), widget);
    } else if (control == CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return styleparts::spinBox(painter, *spin, styleparts::spinPart(*spin, SC_SpinBoxUp),
                styleparts::spinPart(*spin, SC_SpinBoxDown), widget);
    } else if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return styleparts::scrollBar(
                painter, *bar, styleparts::scrollPart(*bar, SC_ScrollBarSlider));
    } else if (control == CC_ToolButton) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return toolButton(proxy(), *button, painter, widget);
    } else if (control == CC_GroupBox) {
        const auto *group = qstyleoption_cast<const QStyleOptionGroupBox *>(option);
        if (group && !(group->subControls & SC_GroupBoxCheckBox))
            return styleparts::groupTitle(
                painter, *group, styleparts::groupPart(*group, SC_GroupBoxLabel));
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon LookStyle::standardIcon(
    StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    switch (pixmap) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DialogCloseButton:
        return icons::icon(IconName::Close, Token::Ink2);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion:
        return icons::icon(IconName::Info, Token::Accent);
    case SP_MessageBoxWarning:
        return icons::icon(IconName::Warning, Token::WaitingInk);
    case SP_MessageBoxCritical:
        return icons::icon(IconName::Refused, Token::RefusedInk);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}
