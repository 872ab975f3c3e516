#include "core/connectiongaps.h"

namespace {

void fill(QString &told, const QString &also)
{
    if (told.isEmpty())
        told = also;
}

template <typename T>
void fill(std::optional<T> &told, const std::optional<T> &also)
{
    if (!told)
        told = also;
}

} // namespace

void fillConnectionGaps(WifiClient &told, const WifiClient &also)
{
    fill(told.name, also.name);
    fill(told.hostName, also.hostName);
    fill(told.vendor, also.vendor);
    fill(told.ip, also.ip);
    fill(told.ssid, also.ssid);
    fill(told.accessPoint, also.accessPoint);
    fill(told.wireless, also.wireless);
    if (told.attachment == Attachment())
        told.attachment = also.attachment;
    fill(told.blocked, also.blocked);
    fill(told.signalDbm, also.signalDbm);
    fill(told.connectedAt, also.connectedAt);
}
