#include "bench/rivals.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace {

qint64 milliseconds(const std::optional<QDateTime> &time)
{
    return time ? time->toMSecsSinceEpoch() : 0;
}

QString timeText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

} // namespace

TypedRows::TypedRows(const std::vector<WifiClient> &clients)
{
    m_rows.reserve(clients.size());
    for (const WifiClient &client : clients)
        m_rows.push_back(rowOf(client));
}

TypedRows::Row TypedRows::rowOf(const WifiClient &client)
{
    const Authorization authorization = client.authorization.value_or(Authorization());
    return {client.name, client.hostName, client.vendor, client.accessPoint, client.ssid,
        client.key.mac.bits(), QHostAddress(client.ip).toIPv4Address(),
        milliseconds(client.connectedAt), milliseconds(authorization.until),
        authorization.usedBytes.value_or(0), client.signalDbm.value_or(0), int(client.state)};
}

void TypedRows::take(
    const std::vector<WifiClient> &clients, const std::vector<int> &changed, Announcing announcing)
{
    if (announcing == Announcing::Reset)
        beginResetModel();
    for (const int row : changed)
        m_rows[size_t(row)] = rowOf(clients[size_t(row)]);
    switch (announcing) {
    case Announcing::Reset:
        return endResetModel();
    case Announcing::OneRange:
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    case Announcing::Ranges:
        return announce(changed);
    }
}

void TypedRows::announce(const std::vector<int> &changed)
{
    for (size_t first = 0; first < changed.size();) {
        size_t last = first;
        while (last + 1 < changed.size() && changed[last + 1] == changed[last] + 1)
            ++last;
        Q_EMIT dataChanged(index(changed[first], 0), index(changed[last], ColumnCount - 1));
        first = last + 1;
    }
}

int TypedRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TypedRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TypedRows::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const bool typed = role == SortRole;
    switch (Column(index.column())) {
    case State:
        return row.state;
    case Name:
        return row.name;
    case AccessPoint:
        return row.accessPoint;
    case Ssid:
        return row.ssid;
    case Signal:
        return row.signal;
    case Since:
        return typed ? QVariant(row.since) : timeText(row.since);
    case Until:
        return typed ? QVariant(row.until) : timeText(row.until);
    case Used:
        return row.used;
    case Ip:
        return typed ? QVariant(row.ip) : QHostAddress(row.ip).toString();
    case Mac:
        return typed ? QVariant(row.mac) : MacAddress(row.mac).toString();
    case Host:
        return row.host;
    case Vendor:
        return row.vendor;
    case ColumnCount:
        break;
    }
    return {};
}

TextRows::TextRows(const std::vector<WifiClient> &clients)
{
    m_rows.reserve(clients.size());
    for (const WifiClient &client : clients) {
        const Authorization authorization = client.authorization.value_or(Authorization());
        // Texts of its own, as when each is made from an answer's JSON.
        const auto own = [](const QString &text) { return QString(text.constData(), text.size()); };
        m_rows.push_back({QString::number(int(client.state)), own(client.name),
            own(client.accessPoint), own(client.ssid),
            QString::number(client.signalDbm.value_or(0)),
            timeText(milliseconds(client.connectedAt)), timeText(milliseconds(authorization.until)),
            QString::number(authorization.usedBytes.value_or(0)), own(client.ip),
            client.key.mac.toString(), own(client.hostName), own(client.vendor)});
    }
}

int TextRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TextRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows.empty() ? 0 : int(m_rows.front().size());
}

QVariant TextRows::data(const QModelIndex &index, int role) const
{
    return role == Qt::DisplayRole ? m_rows[size_t(index.row())][index.column()] : QVariant();
}
