#pragma once

#include "ui/look/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>

class QAbstractButton;
class QApplication;
class QWidget;

/// What the person wants: the system's scheme, or always one of the two.
enum class SchemeChoice { System, Light, Dark };

/// What a piece of text is, which gives its size and weight.
enum class TextRole {
    Body, ///< 10 pt: tables, fields, buttons
    Strong, ///< body, semibold: names in details
    Secondary, ///< 9 pt; paint it with Token::Ink2
    Chip, ///< 9 pt, medium weight
    Section, ///< 11 pt semibold
    PageTitle, ///< 15 pt semibold
    DeskBody, ///< 16 pt, front desk
    DeskName, ///< 26 pt semibold, the candidate's name
    Fixed, ///< MAC and IP addresses, at the optical size of Body
    FixedSecondary, ///< the same at the size of Secondary
};
inline constexpr int textRoleCount = int(TextRole::FixedSecondary) + 1;

/// How loud a button is. In a QDialogButtonBox the role gives the kind: accepting is Primary.
enum class ButtonKind { Secondary, Primary, Quiet, Danger };

/// The one place for colours, sizes and type. The tokens are pure functions: a widget finds its
/// scheme in its own palette, so a part of a window may be light in a dark program (a print
/// preview, a test). The object itself holds what the person chose, follows the system, and dresses
/// the application. Main thread.
class Theme : public QObject
{
    Q_OBJECT

public:
    // Lengths in device-independent pixels.
    static constexpr int grid = 4;
    static constexpr int gap = 8; ///< inside a group
    static constexpr int groupGap = 16; ///< between groups
    static constexpr int pageMargin = 24; ///< around a page
    static constexpr int radius = 6;
    static constexpr int smallRadius = 4;
    static constexpr int line = 1;
    static constexpr int focusWidth = 2;
    static constexpr int iconSize = 16;
    static constexpr int largeIconSize = 48; ///< empty states
    static constexpr int controlHeight = 32; ///< fields and buttons
    static constexpr int rowHeight = 34; ///< one text line
    static constexpr int compactRowHeight = 28;
    static constexpr int twoLineRowHeight = 44; ///< guest over host name and vendor
    static constexpr int deskRowHeight = 64;
    static constexpr int cellPadding = 8; ///< left and right of what a table cell holds
    static constexpr int headerHeight = 32;
    static constexpr int chipHeight = 22;
    static constexpr int menuRowHeight = 30;
    static constexpr int sidebarWidth = 248; ///< to start with
    static constexpr int detailsWidth = 320; ///< to start with
    static constexpr int dialogWidth = 520; ///< to start with
    static constexpr int narrowWindow = 1000; ///< below it the details go under the table
    static constexpr int tinyWindow = 700; ///< below it the sidebar becomes a menu

    explicit Theme(SchemeChoice choice = SchemeChoice::System, QObject *parent = nullptr);

    /// "light", "dark", "system" as in settings and --scheme; nothing for any other word.
    [[nodiscard]] static std::optional<SchemeChoice> choiceFromWord(QStringView word);
    [[nodiscard]] static QString toWord(SchemeChoice choice);

    [[nodiscard]] static Scheme schemeOf(const QPalette &palette);
    [[nodiscard]] static QColor colour(Token token, const QPalette &palette);
    [[nodiscard]] static QColor colour(Token token, const QWidget *widget);
    [[nodiscard]] static QPalette palette(Scheme scheme);

    /// The palette role that carries a text token, for labels: Ink, Ink2, Accent, RefusedInk,
    /// WaitingInk.
    [[nodiscard]] static QPalette::ColorRole roleOf(Token ink);

    /// From the application's own font, so after applyTo().
    [[nodiscard]] static QFont font(TextRole role);

    static void setKind(QAbstractButton *button, ButtonKind kind);

    /// Draws a button without round corners on the side where its other half is: LeftEdge is where
    /// reading starts.
    static void setJoined(QAbstractButton *button, Qt::Edge side);

    /// Draws the outline of a field in the colour of refusals, or as usual again.
    static void setWrong(QWidget *field, bool wrong);

    /// Style, palette and font for the whole program, now and at each change of scheme. Once,
    /// before the first window.
    void applyTo(QApplication &application);

    [[nodiscard]] SchemeChoice choice() const { return m_choice; }
    void setChoice(SchemeChoice choice);
    [[nodiscard]] Scheme scheme() const { return m_scheme; }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Every widget has the new palette now and repaints by itself.
    void schemeChanged(Scheme scheme);

private:
    [[nodiscard]] Scheme wantedScheme() const;
    void followChoice();
    void dress();

    SchemeChoice m_choice;
    Scheme m_scheme = Scheme::Light;
    QApplication *m_application = nullptr;
};
