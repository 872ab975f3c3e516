#pragma once

#include "sim/world.h"

#include <QJsonObject>

/// How an Omada controller names and shows what is in its world: the same ids and rows in the Open
/// API and in the hotspot's own.
class OmadaRows
{
public:
    OmadaRows(const SimWorld &world, quint32 seed)
        : m_world(world)
        , m_seed(seed)
    {
    }

    [[nodiscard]] QString controllerId() const;
    [[nodiscard]] QString siteId(int site) const;
    [[nodiscard]] QString recordId(int grant) const;
    [[nodiscard]] QString holder(int grant) const; ///< its client's address
    [[nodiscard]] static QString mac(quint64 mac); ///< AA-BB-CC-DD-EE-FF
    [[nodiscard]] static QString ip(quint32 ip);

    [[nodiscard]] std::optional<int> siteWithId(const QString &id) const;
    [[nodiscard]] std::optional<int> recordWithId(const QString &id, int site) const;
    /// One that is known at this site, there or not.
    [[nodiscard]] std::optional<int> knownClient(int site, const QString &mac) const;
    /// One that is on the network at this site.
    [[nodiscard]] std::optional<int> clientOf(int site, const QString &mac) const;
    /// Records of this site whose address, name or voucher is like the search, newest first.
    [[nodiscard]] std::vector<int> records(int site, const QString &search) const;

    /// 0 no portal, 1 pending, 2 authorized.
    [[nodiscard]] int authStatus(const SimClient &client, qint64 now) const;
    [[nodiscard]] qint64 endOfRecord(int grant) const;
    [[nodiscard]] QJsonObject client(int index, qint64 now) const;
    [[nodiscard]] QJsonObject record(int grant, qint64 now) const;

private:
    void addPort(QJsonObject &row, int index) const;
    void addRadio(QJsonObject &row, int index, qint64 now) const;

    const SimWorld &m_world;
    quint32 m_seed;
};
