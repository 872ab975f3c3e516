#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>

/// A PostgreSQL server of its own, on loopback and in a temporary folder; it ends with the object.
/// Started by root it runs as the user postgres, for the server refuses to run as root.
class PostgresServer
{
public:
    PostgresServer();
    ~PostgresServer();
    Q_DISABLE_COPY_MOVE(PostgresServer)

    /// Empty when it runs; otherwise what a person can do about it.
    [[nodiscard]] QString trouble() const { return m_trouble; }

    /// postgresql://user@127.0.0.1:port/postgres
    [[nodiscard]] QString url(const QString &user = QStringLiteral("owner")) const;
    [[nodiscard]] QString password() const { return QStringLiteral("a-password-of-the-table"); }

    /// Runs statements as the owner; what psql said against them, or empty.
    [[nodiscard]] QString run(const QString &sql) const;

    /// Stops it, and starts it again at the same port.
    void stop();
    void start();

private:
    [[nodiscard]] QString call(const QString &program, const QStringList &arguments) const;
    void prepare();

    QTemporaryDir m_folder;
    QString m_programs; ///< the folder of the server's own
    QString m_trouble;
    int m_port = 0;
    bool m_isRunning = false;
};
