#pragma once

#include "core/packedclient.h"

#include <QSharedDataPointer>

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <iterator>

class TextPool;

/// Many clients in little memory: some 100 bytes each, in blocks that never move. A value that is
/// shared until it is changed, so that it travels between threads and through jobs without a copy.
/// Reads give WifiClient by value; who looks at all of a long list uses packed().
class ClientList
{
public:
    class Iterator
    {
    public:
        using value_type = WifiClient;
        using difference_type = std::ptrdiff_t;
        using reference = WifiClient;
        using iterator_category = std::input_iterator_tag;
        using iterator_concept = std::forward_iterator_tag;

        struct Pointer
        {
            WifiClient client;
            const WifiClient *operator->() const { return &client; }
        };
        using pointer = Pointer;

        Iterator() = default;
        Iterator(const ClientList *list, qsizetype at)
            : m_list(list)
            , m_at(at)
        {
        }
        [[nodiscard]] WifiClient operator*() const { return m_list->at(m_at); }
        [[nodiscard]] Pointer operator->() const { return {**this}; }
        Iterator &operator++()
        {
            ++m_at;
            return *this;
        }
        Iterator operator++(int)
        {
            Iterator before = *this;
            ++m_at;
            return before;
        }
        friend bool operator==(const Iterator &, const Iterator &) = default;

    private:
        const ClientList *m_list = nullptr;
        qsizetype m_at = 0;
    };
    using const_iterator = Iterator;
    using value_type = WifiClient;

    ClientList();
    ClientList(std::initializer_list<WifiClient> clients);
    ClientList(const QList<WifiClient> &clients);
    ClientList(const ClientList &);
    ClientList(ClientList &&) noexcept;
    ClientList &operator=(const ClientList &);
    ClientList &operator=(ClientList &&) noexcept;
    ~ClientList();

    [[nodiscard]] qsizetype size() const;
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    [[nodiscard]] WifiClient at(qsizetype i) const;
    [[nodiscard]] WifiClient first() const { return at(0); }
    [[nodiscard]] WifiClient last() const { return at(size() - 1); }
    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, size()}; }

    /// Valid until the list changes. Texts are numbers of pool().
    [[nodiscard]] PackedClient packed(qsizetype i) const;
    [[nodiscard]] const TextPool &pool() const;
    /// PackedClient::fingerprint(), known beforehand.
    [[nodiscard]] quint64 fingerprint(qsizetype i) const;

    void reserve(qsizetype clients);
    void append(const WifiClient &client);
    /// At the place of the client before it, or that setPlace() named.
    void append(const ClientFields &client);
    /// Other's clients i for which takes(i) says so.
    template <typename Takes>
    void append(const ClientList &other, Takes takes)
    {
        const QList<quint32> numbers = beginAppend(other);
        for (qsizetype i = 0; i < other.size(); ++i)
            if (takes(i))
                appendPacked(other, i, numbers);
    }

    [[nodiscard]] std::optional<WifiClient> find(MacAddress mac) const; ///< looks at every row

    /// Keeps the first one of each MAC address.
    void removeDoubles();

    /// All clients are on this site.
    void setPlace(const QString &controllerId, const QString &siteId);

    /// What name makes of every access point, called once for each of them.
    void renameAccessPoints(const std::function<QString(const QString &)> &name);

    /// The same list, each client as change leaves it.
    template <typename Change>
    [[nodiscard]] ClientList changed(Change change) const
    {
        ClientList result;
        result.reserve(size());
        for (qsizetype i = 0; i < size(); ++i) {
            WifiClient client = at(i);
            change(client);
            result.append(client);
        }
        return result;
    }

    friend bool operator==(const ClientList &a, const ClientList &b);

private:
    class Part;

    QList<quint32> beginAppend(const ClientList &other);
    void appendPacked(const ClientList &other, qsizetype i, const QList<quint32> &numbers);

    QSharedDataPointer<Part> m_part;
};
