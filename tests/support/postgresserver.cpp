#include "support/postgresserver.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

/// Debian keeps the server's programs out of the path, one folder a version.
QString serverPrograms()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (auto name = names.crbegin(); name != names.crend(); ++name)
        if (QString folder = versions.filePath(*name) + u"/bin"_s;
            QFile::exists(folder + u"/initdb"_s))
            return folder;
    const QString found = QStandardPaths::findExecutable(u"initdb"_s);
    return found.isEmpty() ? QString() : QFileInfo(found).path();
}

bool isRoot()
{
#ifdef Q_OS_UNIX
    return geteuid() == 0;
#else
    return false;
#endif
}

/// What the program said against it, or empty. The server itself inherits these channels and keeps
/// them open, so that nothing may wait for their end.
QString failureOf(QProcess &process, const QString &log)
{
    process.setStandardOutputFile(log);
    process.setStandardErrorFile(log, QIODevice::Append);
    process.start();
    const bool hasEnded = process.waitForFinished(patienceMs);
    if (hasEnded && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    QFile said(log);
    const QString text = said.open(QIODevice::ReadOnly) ? QString::fromUtf8(said.readAll()) : u""_s;
    return u"%1 failed: %2 %3"_s.arg(process.program(), process.errorString(), text);
}

} // namespace

PostgresServer::PostgresServer()
    : m_programs(serverPrograms())
{
    if (m_programs.isEmpty()) {
        m_trouble = u"There is no PostgreSQL server here: install the package postgresql."_s;
        return;
    }
    prepare();
    constexpr int attempts = 5; // the port may be taken
    for (int i = 0; i < attempts && m_trouble.isEmpty() && !m_isRunning; ++i) {
        m_port = QRandomGenerator::global()->bounded(20'000, 32'000);
        start();
        if (!m_isRunning && i + 1 < attempts)
            m_trouble.clear();
    }
}

PostgresServer::~PostgresServer()
{
    stop();
}

QString PostgresServer::url(const QString &user) const
{
    return u"postgresql://%1@127.0.0.1:%2/postgres"_s.arg(user).arg(m_port);
}

QString PostgresServer::call(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(u"/"_s);
    const QString path = m_programs + u'/' + program;
    if (isRoot()) {
        process.setProgram(u"runuser"_s);
        process.setArguments(QStringList{u"-u"_s, u"postgres"_s, u"--"_s, path} + arguments);
    } else {
        process.setProgram(path);
        process.setArguments(arguments);
    }
    return failureOf(process, m_folder.filePath(program + u".log"_s));
}

void PostgresServer::prepare()
{
    QFile secret(m_folder.filePath(u"password"_s));
    if (!secret.open(QIODevice::WriteOnly) || secret.write(password().toUtf8()) < 0)
        m_trouble = u"the temporary folder cannot be written"_s;
    secret.close();
    if (isRoot() && QProcess::execute(u"chown"_s, {u"-R"_s, u"postgres"_s, m_folder.path()}) != 0)
        m_trouble = u"There is no user postgres here: install the package postgresql."_s;
    if (m_trouble.isEmpty())
        m_trouble = call(u"initdb"_s,
            {u"-D"_s, m_folder.filePath(u"cluster"_s), u"-U"_s, u"owner"_s, u"-E"_s, u"UTF8"_s,
                u"--locale=C"_s, u"--no-sync"_s, u"--auth=scram-sha-256"_s,
                u"--pwfile="_s + secret.fileName()});
}

void PostgresServer::start()
{
    m_trouble = call(u"pg_ctl"_s,
        {u"-D"_s, m_folder.filePath(u"cluster"_s), u"-w"_s, u"-l"_s,
            m_folder.filePath(u"server.log"_s), u"-o"_s,
            u"-p %1 -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"_s.arg(
                m_port),
            u"start"_s});
    m_isRunning = m_trouble.isEmpty();
}

void PostgresServer::stop()
{
    if (m_isRunning)
        m_trouble = call(u"pg_ctl"_s,
            {u"-D"_s, m_folder.filePath(u"cluster"_s), u"-m"_s, u"immediate"_s, u"stop"_s});
    m_isRunning = false;
}

QString PostgresServer::run(const QString &sql) const
{
    QProcess psql;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGPASSWORD"_s, password());
    psql.setProcessEnvironment(environment);
    psql.setProgram(m_programs + u"/psql"_s);
    psql.setArguments({u"-X"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-c"_s, sql, url()});
    return failureOf(psql, m_folder.filePath(u"psql.log"_s));
}
