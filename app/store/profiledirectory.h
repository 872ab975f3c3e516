#pragma once

#include <QString>

/// The folder that holds everything Gatehouse keeps on this machine, the keychain aside.
class ProfileDirectory
{
public:
    /// Where this person's data belongs: ~/.local/share/Gatehouse, ~/Library/Application
    /// Support/Gatehouse, or AppData\Local\Gatehouse, which does not roam as a database must not.
    /// The same for all our programs, whatever they are called.
    [[nodiscard]] static ProfileDirectory standard();

    /// The folder that --profile names, relative to the working directory.
    [[nodiscard]] static ProfileDirectory at(const QString &path);

    [[nodiscard]] const QString &path() const { return m_path; } ///< absolute
    [[nodiscard]] QString controllersFile() const; ///< JSON, see ProfileStore
    [[nodiscard]] QString historyFile() const; ///< SQLite, see SqliteAuditLog
    [[nodiscard]] QString lastSessionFile() const; ///< see LastSessionReader
    [[nodiscard]] QString settingsFile() const; ///< INI: window geometry, columns, language

private:
    explicit ProfileDirectory(const QString &path);

    QString m_path;
};
