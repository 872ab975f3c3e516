#pragma once

#include "core/wificlient.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QStringList>

#include <vector>

/// The usual way to such a table, done well: typed rows, a role to sort by and
/// QSortFilterProxyModel.
class TypedRows : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        State,
        Name,
        AccessPoint,
        Ssid,
        Signal,
        Since,
        Until,
        Used,
        Ip,
        Mac,
        Host,
        Vendor,
        ColumnCount
    };
    static constexpr int SortRole = Qt::UserRole;

    /// How a poll is told to the proxy.
    enum class Announcing { Ranges, OneRange, Reset };

    explicit TypedRows(const std::vector<WifiClient> &clients);

    /// These rows have new values.
    void take(const std::vector<WifiClient> &clients, const std::vector<int> &changed,
        Announcing announcing);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        QString name;
        QString host;
        QString vendor;
        QString accessPoint;
        QString ssid;
        quint64 mac = 0;
        quint32 ip = 0;
        qint64 since = 0;
        qint64 until = 0;
        qint64 used = 0;
        int signal = 0;
        int state = 0;
    };

    [[nodiscard]] static Row rowOf(const WifiClient &client);
    void announce(const std::vector<int> &changed);

    std::vector<Row> m_rows;
};

/// The simplest way: each row a list of texts.
class TextRows : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit TextRows(const std::vector<WifiClient> &clients);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<QStringList> m_rows;
};
