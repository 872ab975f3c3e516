#include "store/profiledirectory.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

ProfileDirectory::ProfileDirectory(const QString &path)
    : m_path(QDir::cleanPath(QDir(path).absolutePath()))
{
}

ProfileDirectory ProfileDirectory::standard()
{
    return at(
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/Gatehouse"_s);
}

ProfileDirectory ProfileDirectory::at(const QString &path)
{
    return ProfileDirectory(path);
}

QString ProfileDirectory::controllersFile() const
{
    return m_path + u"/controllers.json"_s;
}

QString ProfileDirectory::historyFile() const
{
    return m_path + u"/history.db"_s;
}

QString ProfileDirectory::lastSessionFile() const
{
    return m_path + u"/last-session.rows"_s;
}

QString ProfileDirectory::settingsFile() const
{
    return m_path + u"/settings.ini"_s;
}
