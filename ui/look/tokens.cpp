#include "ui/look/tokens.h"

namespace {

struct Pair
{
    Token token;
    QRgb light;
    QRgb dark;
};

// In the order of the enum; the static_assert below keeps it so.
constexpr std::array<Pair, tokenCount> pairs{{
    {Token::Paper, 0xFFFFFFFF, 0xFF14181D},
    {Token::Panel, 0xFFF5F7F9, 0xFF1A1F26},
    {Token::Raised, 0xFFFFFFFF, 0xFF222831},
    {Token::Line, 0xFFDDE3E9, 0xFF2C343E},
    {Token::Edge, 0xFF82909E, 0xFF6B7885},
    {Token::ButtonEdge, 0xFFC3CCD5, 0xFF434E5A},
    {Token::Hover, 0xFFEEF3F8, 0xFF222A33},
    {Token::Pressed, 0xFFE1E8EF, 0xFF2A333D},
    {Token::Selection, 0xFFE0EDFA, 0xFF1E3A5A},
    {Token::Glow, 0xFFF1F7E9, 0xFF202C24},
    {Token::Ink, 0xFF1B2430, 0xFFE7ECF2},
    {Token::Ink2, 0xFF51606F, 0xFFA5B1BD},
    {Token::Disabled, 0xFF93A0AD, 0xFF66727E},
    {Token::Accent, 0xFF0F6CBD, 0xFF5AA9F5},
    {Token::AccentHover, 0xFF0D5FA8, 0xFF72B7F8},
    {Token::AccentPressed, 0xFF0A4F8E, 0xFF479BEA},
    {Token::OnAccent, 0xFFFFFFFF, 0xFF0B1218},
    {Token::TipInk, 0xFFFFFFFF, 0xFFE7ECF2},
    {Token::TipGround, 0xFF26313D, 0xFF333D49},
    {Token::Thumb, 0xFFC6CED6, 0xFF3E4955},
    {Token::ThumbHover, 0xFF97A3AF, 0xFF5C6875},
    {Token::WaitingInk, 0xFF7A4E00, 0xFFFFCF70},
    {Token::WaitingGround, 0xFFFFF1D0, 0xFF3A2D10},
    {Token::AskedInk, 0xFF0B5CAD, 0xFF8FC6FF},
    {Token::AskedGround, 0xFFDFEEFF, 0xFF14304D},
    {Token::AuthorizedInk, 0xFF0B6B3A, 0xFF7FDDA6},
    {Token::AuthorizedGround, 0xFFDDF5E6, 0xFF12331F},
    {Token::DiffersInk, 0xFF9A3D00, 0xFFFFB07A},
    {Token::DiffersGround, 0xFFFFE7D6, 0xFF40220E},
    {Token::EndedInk, 0xFF51606F, 0xFFA5B1BD},
    {Token::EndedGround, 0xFFE9EDF1, 0xFF262D35},
    {Token::RefusedInk, 0xFFA4161A, 0xFFFF9C9C},
    {Token::RefusedGround, 0xFFFDE2E2, 0xFF421A1B},
    {Token::UnknownInk, 0xFF5B3A9E, 0xFFC9B3FF},
    {Token::UnknownGround, 0xFFECE6FA, 0xFF2C2246},
}};

consteval bool inOrder()
{
    for (int i = 0; i < tokenCount; ++i) {
        if (pairs[size_t(i)].token != Token(i))
            return false;
    }
    return true;
}
static_assert(inOrder());

} // namespace

QColor tokenColour(Token token, Scheme scheme)
{
    const Pair &pair = pairs[size_t(token)];
    return QColor::fromRgba(scheme == Scheme::Dark ? pair.dark : pair.light);
}
