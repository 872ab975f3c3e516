#pragma once

#include <QProxyStyle>

/// Gatehouse's widget style: Fusion's behaviour, our own drawing with the theme's tokens. Colours
/// come from the palette of the widget being drawn, so it has no state of its own.
class LookStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    static constexpr const char *kindProperty = "gatehouseKind"; ///< int of ButtonKind, on buttons
    static constexpr const char *wrongProperty = "gatehouseWrong"; ///< bool, on fields
    static constexpr const char *joinedProperty
        = "gatehouseJoined"; ///< int of Qt::Edge, on buttons

    LookStyle();

    /// A field of several lines, which is framed like one of a single line.
    [[nodiscard]] static bool isTextArea(const QWidget *widget);

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    [[nodiscard]] QPalette standardPalette() const override;

    [[nodiscard]] int pixelMetric(
        PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *returnData) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option,
        const QSize &contents, const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
        SubControl part, const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(
        SubElement element, const QStyleOption *option, const QWidget *widget) const override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
        QPainter *painter, const QWidget *widget) const override;

    [[nodiscard]] QIcon standardIcon(
        StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const override;

private:
    void drawPlainControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const;
};
