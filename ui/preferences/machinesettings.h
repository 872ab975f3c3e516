#pragma once

#include <QString>
#include <QVariantMap>

/// What the administrator of this machine has set for everybody who has chosen nothing else: the
/// values of a settings.ini such as Preferences keeps. On Windows the installer's properties name
/// the file and the language; elsewhere it is Gatehouse/settings.ini in a folder such as /etc/xdg.
struct MachineSettings
{
    QString file; ///< absolute; empty: there is none
    bool readable = true; ///< false: the file was named, and cannot be read
    QVariantMap values; ///< by the keys of Preferences

    [[nodiscard]] static MachineSettings read();
};
