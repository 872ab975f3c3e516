#pragma once

#include "core/macaddress.h"

#include <QDateTime>
#include <QString>

/// That a login was used on a device, as the operator of a captive portal keeps it.
struct LoginSession
{
    QString login;
    MacAddress mac;
    QDateTime since; ///< UTC, the operator's clock

    friend bool operator==(const LoginSession &, const LoginSession &) = default;
};
