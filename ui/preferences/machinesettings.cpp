#include "ui/preferences/machinesettings.h"

#include "ui/preferences/preferences.h"

#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_WIN

/// Only administrators can write here, as opposed to the folder for the data of all users.
QVariant installed(const QString &name)
{
    const QSettings registry(
        uR"(HKEY_LOCAL_MACHINE\SOFTWARE\Gatehouse)"_s, QSettings::NativeFormat);
    return registry.value(name);
}

QString settingsFile()
{
    return installed(u"SettingsFile"_s).toString();
}

QString installedLanguage()
{
    return installed(u"Language"_s).toString();
}

#else

/// The person's own folder comes first in this list, and is not the machine's.
QString settingsFile()
{
    const QString own = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    const QStringList folders
        = QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation);
    for (const QString &folder : folders) {
        QString file = folder + u"/Gatehouse/settings.ini"_s;
        if (folder != own && QFileInfo::exists(file))
            return file;
    }
    return {};
}

QString installedLanguage()
{
    return {};
}

#endif

} // namespace

MachineSettings MachineSettings::read()
{
    MachineSettings machine;
    if (const QString language = installedLanguage(); !language.isEmpty())
        machine.values.insert(Preferences::languageKey(), language);
    machine.file = settingsFile();
    if (machine.file.isEmpty())
        return machine;
    const QSettings settings(machine.file, QSettings::IniFormat);
    machine.readable
        = QFileInfo(machine.file).isReadable() && settings.status() == QSettings::NoError;
    const QStringList keys = settings.allKeys();
    for (const QString &key : keys)
        machine.values.insert(key, settings.value(key));
    return machine;
}
