#include "ui/look/theme.h"

#include "ui/look/lookstyle.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFontDatabase>
#include <QStyleFactory>
#include <QStyleHints>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace {

constexpr int halfLightness = 128;
constexpr Token labelInks[]
    = {Token::Ink, Token::Ink2, Token::Accent, Token::RefusedInk, Token::WaitingInk};

/// The system's scheme: what the platform says where Qt can ask it, else how dark the platform
/// paints its windows.
Scheme systemScheme()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark ? Scheme::Dark
                                                                                 : Scheme::Light;
#else
    // Fusion asks the platform theme; our own palette, once set, would only tell us what we chose
    // ourselves.
    const std::unique_ptr<QStyle> plain(QStyleFactory::create(u"fusion"_s));
    return Theme::schemeOf(plain->standardPalette());
#endif
}

/// Where the desktop names no UI font, fontconfig's "Sans Serif" is whatever is left; an installed
/// UI face is better.
QString uiFamily(const QFont &system)
{
    static const QStringList generic{u"Sans Serif"_s, u"Sans"_s, u"sans-serif"_s, u"DejaVu Sans"_s};
    if (!generic.contains(system.family(), Qt::CaseInsensitive))
        return system.family();
    for (const QString &family : {u"Inter"_s, u"Noto Sans"_s, u"Cantarell"_s, u"Open Sans"_s}) {
        if (QFontDatabase::hasFamily(family))
            return family;
    }
    return system.family();
}

/// 10 pt at 96 dpi; more where the system's own font is larger than its platform's usual size.
QFont bodyFont(const QFont &system)
{
#ifdef Q_OS_MACOS
    constexpr qreal body = 13; // points are pixels there
#else
    constexpr qreal body = 10;
#endif
    QFont font(uiFamily(system));
    font.setPointSizeF(qMax(body, system.pointSizeF() > body + 1 ? system.pointSizeF() : body));
    font.setStyleHint(QFont::SansSerif);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

QFont scaled(const QFont &font, qreal factor, QFont::Weight weight = QFont::Normal)
{
    QFont result(font);
    result.setPointSizeF(font.pointSizeF() * factor);
    result.setWeight(weight);
    return result;
}

/// The system's fixed font with its small letters as tall as those of the text around it.
QFont fixedFont(const QFont &body, qreal factor)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(body.pointSizeF() * factor);
    const qreal tall = QFontMetricsF(scaled(body, factor)).xHeight();
    const qreal own = QFontMetricsF(font).xHeight();
    if (tall > 0 && own > 0)
        font.setPointSizeF(font.pointSizeF() * qBound(0.85, tall / own, 1.1));
    return font;
}

/// role in the proportions of body.
QFont made(TextRole role, const QFont &body)
{
    switch (role) {
    case TextRole::Body:
        return body;
    case TextRole::Strong:
        return scaled(body, 1.0, QFont::DemiBold);
    case TextRole::Secondary:
        return scaled(body, 0.9);
    case TextRole::Chip:
        return scaled(body, 0.9, QFont::Medium);
    case TextRole::Section:
        return scaled(body, 1.1, QFont::DemiBold);
    case TextRole::PageTitle:
        return scaled(body, 1.5, QFont::DemiBold);
    case TextRole::DeskBody:
        return scaled(body, 1.6);
    case TextRole::DeskName:
        return scaled(body, 2.6, QFont::DemiBold);
    case TextRole::Fixed:
        return fixedFont(body, 1.0);
    case TextRole::FixedSecondary:
        return fixedFont(body, 0.9);
    }
    return body;
}

} // namespace

Theme::Theme(SchemeChoice choice, QObject *parent)
    : QObject(parent)
    , m_choice(choice)
{
}

std::optional<SchemeChoice> Theme::choiceFromWord(QStringView word)
{
    for (const SchemeChoice choice :
        {SchemeChoice::System, SchemeChoice::Light, SchemeChoice::Dark}) {
        if (word == toWord(choice))
            return choice;
    }
    return std::nullopt;
}

QString Theme::toWord(SchemeChoice choice)
{
    switch (choice) {
    case SchemeChoice::System:
        return u"system"_s;
    case SchemeChoice::Light:
        return u"light"_s;
    case SchemeChoice::Dark:
        return u"dark"_s;
    }
    return {};
}

Scheme Theme::schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < halfLightness
        ? Scheme::Dark
        : Scheme::Light;
}

QColor Theme::colour(Token token, const QPalette &palette)
{
    return tokenColour(token, schemeOf(palette));
}

QColor Theme::colour(Token token, const QWidget *widget)
{
    return colour(token, widget->palette());
}

QPalette Theme::palette(Scheme scheme)
{
    QPalette palette;
    const auto set = [&palette, scheme](QPalette::ColorRole role, Token token) {
        palette.setColor(role, tokenColour(token, scheme));
    };
    set(QPalette::Window, Token::Paper);
    set(QPalette::Base, Token::Paper);
    set(QPalette::AlternateBase, Token::Panel);
    set(QPalette::Button, Token::Raised);
    set(QPalette::ToolTipBase, Token::TipGround);
    set(QPalette::ToolTipText, Token::TipInk);
    set(QPalette::Highlight, Token::Selection);
    set(QPalette::HighlightedText, Token::Ink);
    for (const Token ink : labelInks)
        set(roleOf(ink), ink);
    set(QPalette::Light, Token::Raised);
    set(QPalette::Midlight, Token::Hover);
    set(QPalette::Mid, Token::Line);
    set(QPalette::Dark, Token::Edge);
    set(QPalette::Shadow, Token::Line);
    set(QPalette::Text, Token::Ink);
    set(QPalette::ButtonText, Token::Ink);
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText}) {
        palette.setColor(QPalette::Disabled, role, tokenColour(Token::Disabled, scheme));
    }
    return palette;
}

QPalette::ColorRole Theme::roleOf(Token ink)
{
    switch (ink) {
    case Token::Ink2:
        return QPalette::PlaceholderText;
    case Token::Accent:
        return QPalette::Link;
    case Token::RefusedInk:
        return QPalette::BrightText; // nobody else uses it
    case Token::WaitingInk:
        return QPalette::LinkVisited; // nor this
    default:
        return QPalette::WindowText;
    }
}

QFont Theme::font(TextRole role)
{
    // Delegates ask for every cell; the fixed font is slow to find and to measure.
    static QFont body;
    static std::array<std::optional<QFont>, textRoleCount> fonts;
    if (body != QApplication::font()) {
        body = QApplication::font();
        fonts.fill(std::nullopt);
    }
    std::optional<QFont> &font = fonts[size_t(role)];
    if (!font)
        font = made(role, body);
    return *font;
}

void Theme::setKind(QAbstractButton *button, ButtonKind kind)
{
    button->setProperty(LookStyle::kindProperty, int(kind));
    button->updateGeometry();
    button->update();
}

void Theme::setJoined(QAbstractButton *button, Qt::Edge side)
{
    button->setProperty(LookStyle::joinedProperty, int(side));
    button->update();
}

void Theme::setWrong(QWidget *field, bool wrong)
{
    field->setProperty(LookStyle::wrongProperty, wrong);
    field->update();
}

void Theme::applyTo(QApplication &application)
{
    Q_ASSERT(!m_application);
    m_application = &application;
    m_scheme = wantedScheme();
    QApplication::setFont(bodyFont(QFontDatabase::systemFont(QFontDatabase::GeneralFont)));
    QApplication::setStyle(new LookStyle);
    dress();
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
        &Theme::followChoice);
#else
    application.installEventFilter(this);
#endif
}

void Theme::setChoice(SchemeChoice choice)
{
    m_choice = choice;
    followChoice();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_choice == SchemeChoice::System)
        QMetaObject::invokeMethod(this, &Theme::followChoice, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

Scheme Theme::wantedScheme() const
{
    switch (m_choice) {
    case SchemeChoice::Light:
        return Scheme::Light;
    case SchemeChoice::Dark:
        return Scheme::Dark;
    case SchemeChoice::System:
        break;
    }
    return systemScheme();
}

void Theme::followChoice()
{
    const Scheme wanted = wantedScheme();
    if (wanted == m_scheme)
        return;
    m_scheme = wanted;
    if (m_application)
        dress();
    // Qt hands the palette to the widgets from the event loop; this comes behind it.
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT schemeChanged(m_scheme); }, Qt::QueuedConnection);
}

void Theme::dress()
{
    QPalette colours = palette(m_scheme);
    QApplication::setPalette(colours);
    QToolTip::setPalette(colours);
    // Selected text in a field is louder than a selected row.
    colours.setColor(QPalette::Highlight, tokenColour(Token::Accent, m_scheme));
    colours.setColor(QPalette::HighlightedText, tokenColour(Token::OnAccent, m_scheme));
    colours.setColor(QPalette::Base, tokenColour(Token::Raised, m_scheme));
    for (const char *field : {"QLineEdit", "QPlainTextEdit", "QTextEdit"})
        QApplication::setPalette(colours, field);
    QPalette popup = palette(m_scheme);
    popup.setColor(QPalette::Base, tokenColour(Token::Raised, m_scheme));
    QApplication::setPalette(popup, "QComboBoxListView");
}
