#pragma once

#include "core/macaddress.h"

#include <QString>

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The words that a person typed to find clients. Every word must occur; a word that can be part of
/// a MAC address also finds that part in any notation.
class SearchTerms
{
public:
    SearchTerms() = default;
    explicit SearchTerms(const QString &text);

    struct Term
    {
        std::string word; ///< lower case, UTF-8
        std::string digits; ///< of a MAC address; empty when the word cannot be part of one
        friend bool operator==(const Term &, const Term &) = default;
    };

    [[nodiscard]] const std::vector<Term> &terms() const { return m_terms; }
    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }

    /// Whatever this finds, other found as well: only its hits need a second look.
    [[nodiscard]] bool narrows(const SearchTerms &other) const;

private:
    std::vector<Term> m_terms;
};

/// The searchable text of all rows in one piece of memory, so that a search is one scan.
class SearchText
{
public:
    /// fields: UTF-8; of very long ones only the beginning is found.
    void set(int slot, MacAddress mac, std::span<const std::string_view> fields);
    void remove(int slot);

    /// Before many rows are set, and after: no more memory than they take.
    void reserve(size_t rows);
    void squeeze();

    /// Finds the rows in which all terms occur; rows that change later are judged by the same
    /// terms.
    void search(const SearchTerms &terms);
    [[nodiscard]] bool isHit(int slot) const { return m_isHit[size_t(slot)] != 0; }

private:
    struct Piece
    {
        quint32 begin = 0;
        quint32 length = 0; ///< 0: none
    };

    void put(int slot);
    [[nodiscard]] std::string_view text(int slot) const;
    [[nodiscard]] bool matches(int slot) const;
    void scan(const std::string &needle, std::vector<char> &found) const;
    [[nodiscard]] bool fewHits() const;
    void testHits();
    void compact();

    std::string m_arena;
    std::vector<Piece> m_pieces; ///< by slot
    std::vector<std::pair<quint32, int>> m_layout; ///< where pieces begin, and whose they are
    std::string m_next; ///< while one row is set
    size_t m_dead = 0; ///< bytes that no piece uses any more
    SearchTerms m_terms;
    std::vector<char> m_isHit; ///< by slot
};
