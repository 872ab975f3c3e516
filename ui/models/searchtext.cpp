#include "ui/models/searchtext.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace {

constexpr char fieldEnd = '\x1f'; ///< nobody types it, so no word runs across two fields
constexpr char dead = '\n';

#ifdef Q_OS_UNIX
size_t findIn(std::string_view text, std::string_view needle, size_t from)
{
    const void *hit = memmem(text.data() + from, text.size() - from, needle.data(), needle.size());
    return hit ? size_t(static_cast<const char *>(hit) - text.data()) : std::string_view::npos;
}
#else
size_t findIn(std::string_view text, std::string_view needle, size_t from)
{
    return text.find(needle, from);
}
#endif

bool contains(std::string_view text, std::string_view needle)
{
    return findIn(text, needle, 0) != std::string_view::npos;
}

std::string lowered(const QString &text)
{
    return text.toLower().toStdString();
}

/// With dots, only groups of four are a MAC address; "10.0" is part of an IP address.
std::string macDigitsOf(const QString &word)
{
    if (word.contains(u'.')) {
        const auto groups = word.split(u'.');
        if (std::ranges::none_of(groups, [](const QString &group) { return group.size() == 4; })
            || std::ranges::any_of(groups, [](const QString &group) { return group.size() > 4; }))
            return {};
    }
    return MacAddress::digitsOf(word).toStdString();
}

bool occurs(const SearchTerms::Term &term, std::string_view text)
{
    return contains(text, term.word) || (!term.digits.empty() && contains(text, term.digits));
}

/// Whatever holds this holds other as well.
bool implies(const SearchTerms::Term &term, const SearchTerms::Term &other)
{
    if (!contains(term.word, other.word))
        return false;
    return term.digits.empty() || contains(term.digits, other.word)
        || (!other.digits.empty() && contains(term.digits, other.digits));
}

constexpr size_t longestField = 256; ///< bytes

/// Most texts are ASCII, which needs no table.
void appendLowered(std::string_view field, std::string &text)
{
    field = field.substr(0, longestField);
    const auto isPlain = [](char c) { return (c & 0x80) == 0; };
    if (!std::ranges::all_of(field, isPlain)) {
        text += lowered(QString::fromUtf8(field.data(), qsizetype(field.size())));
        return;
    }
    for (const char c : field)
        text += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

void appendDigits(MacAddress mac, std::string &text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr int halfByte = 4;
    for (int shift = 44; shift >= 0; shift -= halfByte)
        text += digits[mac.bits() >> shift & 0xf];
}

} // namespace

SearchTerms::SearchTerms(const QString &text)
{
    const auto words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        m_terms.push_back({lowered(word), macDigitsOf(word)});
}

bool SearchTerms::narrows(const SearchTerms &other) const
{
    return std::ranges::all_of(other.m_terms, [this](const Term &theirs) {
        return std::ranges::any_of(
            m_terms, [&theirs](const Term &ours) { return implies(ours, theirs); });
    });
}

std::string_view SearchText::text(int slot) const
{
    const Piece &piece = m_pieces[size_t(slot)];
    return std::string_view(m_arena).substr(piece.begin, piece.length);
}

void SearchText::set(int slot, MacAddress mac, std::span<const std::string_view> fields)
{
    if (size_t(slot) >= m_pieces.size()) {
        m_pieces.resize(size_t(slot) + 1);
        m_isHit.resize(size_t(slot) + 1, 0);
    }
    m_next.clear();
    appendDigits(mac, m_next);
    for (const std::string_view field : fields) {
        if (field.empty())
            continue;
        m_next += fieldEnd;
        appendLowered(field, m_next);
    }
    m_next += dead;
    if (m_next != text(slot))
        put(slot);
    m_isHit[size_t(slot)] = char(matches(slot));
    if (m_dead > m_arena.size() / 4)
        compact();
}

/// In the old one's place where it fits: most changes are another access point.
void SearchText::put(int slot)
{
    Piece &piece = m_pieces[size_t(slot)];
    if (m_next.size() <= piece.length) {
        const auto begin = m_arena.begin() + qsizetype(piece.begin);
        const auto end = std::ranges::copy(m_next, begin).out;
        std::fill(end, begin + qsizetype(piece.length), dead);
        m_dead += piece.length - m_next.size();
        piece.length = quint32(m_next.size());
        return;
    }
    remove(slot);
    piece = {quint32(m_arena.size()), quint32(m_next.size())};
    m_layout.emplace_back(piece.begin, slot);
    m_arena += m_next;
}

void SearchText::remove(int slot)
{
    Piece &piece = m_pieces[size_t(slot)];
    std::fill_n(m_arena.begin() + qsizetype(piece.begin), piece.length, dead);
    m_dead += piece.length;
    piece = {};
    m_isHit[size_t(slot)] = 0;
}

void SearchText::reserve(size_t rows)
{
    m_pieces.reserve(rows);
    m_layout.reserve(rows);
    m_isHit.reserve(rows);
}

void SearchText::squeeze()
{
    m_arena.shrink_to_fit();
    m_layout.shrink_to_fit();
}

void SearchText::compact()
{
    std::string arena;
    arena.reserve(m_arena.size() - m_dead);
    m_layout.clear();
    for (size_t slot = 0; slot < m_pieces.size(); ++slot) {
        Piece &piece = m_pieces[slot];
        if (piece.length == 0)
            continue;
        m_layout.emplace_back(quint32(arena.size()), int(slot));
        arena.append(m_arena, piece.begin, piece.length);
        piece.begin = m_layout.back().first;
    }
    m_arena = std::move(arena);
    m_dead = 0;
}

bool SearchText::matches(int slot) const
{
    return std::ranges::all_of(m_terms.terms(),
        [text = text(slot)](const SearchTerms::Term &term) { return occurs(term, text); });
}

/// A longer search only looks at the hits of the one before, where these are few; otherwise every
/// word is one scan.
void SearchText::search(const SearchTerms &terms)
{
    const bool narrower = terms.narrows(m_terms);
    m_terms = terms;
    if (narrower && fewHits())
        return testHits();
    std::ranges::fill(m_isHit, 1);
    for (const SearchTerms::Term &term : terms.terms()) {
        std::vector<char> found(m_isHit.size(), 0);
        scan(term.word, found);
        if (!term.digits.empty() && term.digits != term.word)
            scan(term.digits, found);
        for (size_t slot = 0; slot < found.size(); ++slot)
            m_isHit[slot] = char(m_isHit[slot] & found[slot]);
        if (fewHits())
            return testHits();
    }
}

bool SearchText::fewHits() const
{
    return size_t(std::ranges::count(m_isHit, 1)) < m_isHit.size() / 4;
}

void SearchText::testHits()
{
    for (size_t slot = 0; slot < m_isHit.size(); ++slot)
        if (m_isHit[slot])
            m_isHit[slot] = char(matches(int(slot)));
}

/// Marks the pieces in which the needle occurs. Dead pieces hold nothing that a word could match.
void SearchText::scan(const std::string &needle, std::vector<char> &found) const
{
    auto piece = m_layout.begin();
    size_t at = findIn(m_arena, needle, 0);
    while (at != std::string::npos) {
        while (std::next(piece) != m_layout.end() && std::next(piece)->first <= at)
            ++piece;
        found[size_t(piece->second)] = 1;
        if (std::next(piece) == m_layout.end())
            return;
        at = findIn(m_arena, needle, std::next(piece)->first);
    }
}
