#pragma once

#include <QColor>

#include <array>

/// Light ink on dark paper, or the other way round.
enum class Scheme { Light, Dark };
inline constexpr std::array allSchemes{Scheme::Light, Scheme::Dark};

/// Every colour that Gatehouse paints with, by what it is for. *Ground tokens lie behind the *Ink
/// of the same name.
enum class Token {
    Paper, ///< tables, pages, dialogs
    Panel, ///< sidebar, details, status line
    Raised, ///< fields, buttons, menus
    Line, ///< separators, 1 px
    Edge, ///< outline of fields and check boxes
    ButtonEdge, ///< outline of secondary buttons
    Hover,
    Pressed,
    Selection,
    Glow, ///< a row that has just changed
    Ink,
    Ink2, ///< secondary text
    Disabled, ///< text of what cannot be used now
    Accent,
    AccentHover,
    AccentPressed,
    OnAccent,
    TipInk,
    TipGround,
    Thumb, ///< scroll bar
    ThumbHover,
    WaitingInk,
    WaitingGround,
    AskedInk,
    AskedGround,
    AuthorizedInk,
    AuthorizedGround,
    DiffersInk,
    DiffersGround,
    EndedInk,
    EndedGround,
    RefusedInk,
    RefusedGround,
    UnknownInk,
    UnknownGround,
};
inline constexpr int tokenCount = int(Token::UnknownGround) + 1;

/// The colour of a token in a scheme.
[[nodiscard]] QColor tokenColour(Token token, Scheme scheme);
