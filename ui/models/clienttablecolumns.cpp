// The columns of the clients table: their titles, and the ids that preferences keep.
#include "ui/models/clienttablemodel.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, ClientTableModel::ColumnCount> columnIds{"state"_L1,
    "device"_L1, "accessPoint"_L1, "ssid"_L1, "signal"_L1, "since"_L1, "timeLeft"_L1, "usage"_L1,
    "ip"_L1, "mac"_L1, "site"_L1, "controller"_L1};

static_assert(int(SortColumn::State) == ClientTableModel::StateColumn
    && int(SortColumn::Controller) == ClientTableModel::ControllerColumn);

} // namespace

QVariant ClientTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case DeviceColumn:
        return tr("Guest or device");
    case AccessPointColumn:
        return tr("Access point");
    case SsidColumn:
        return tr("Wi-Fi name");
    case SignalColumn:
        return tr("Signal");
    case SinceColumn:
        return tr("Connected for");
    case TimeLeftColumn:
        return tr("Time left");
    case UsageColumn:
        return tr("Data used");
    case IpColumn:
        return tr("IP address");
    case MacColumn:
        return tr("MAC address");
    case SiteColumn:
        return tr("Site");
    case ControllerColumn:
        return tr("Controller");
    default:
        return {};
    }
}

QString ClientTableModel::columnId(int column)
{
    return column >= 0 && column < ColumnCount ? QString(columnIds[size_t(column)]) : QString();
}

int ClientTableModel::columnOfId(QStringView id)
{
    const auto found
        = std::ranges::find_if(columnIds, [id](QLatin1StringView known) { return id == known; });
    return found == columnIds.end() ? -1 : int(found - columnIds.begin());
}
