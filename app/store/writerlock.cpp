#include "store/writerlock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace {

enum class Mode {
    Create,
    OnlyWhatIsThere,
};

QString lockPath(const QString &history, const QString &token)
{
    return history + u".writer-"_s + token;
}

/// Opens a connection that holds the lock until it is removed. Gives the error, empty when it
/// holds.
QString lock(const QString &connectionName, const QString &path, Mode mode)
{
    QUrl address = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    address.setQuery(mode == Mode::Create ? u"mode=rwc"_s : u"mode=rw"_s);
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, connectionName);
    connection.setDatabaseName(QString::fromLatin1(address.toEncoded()));
    connection.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=0"_s);
    if (!connection.open())
        return connection.lastError().text();
    // Nothing is ever written, so there is nothing to roll back.
    QSqlQuery query(connection);
    for (const auto &statement : {u"PRAGMA journal_mode = OFF"_s, u"BEGIN EXCLUSIVE"_s}) {
        if (!query.exec(statement))
            return query.lastError().text();
        query.finish();
    }
    return {};
}

void release(const QString &connectionName)
{
    QSqlDatabase::database(connectionName, false).close();
    QSqlDatabase::removeDatabase(connectionName);
}

bool isHeld(const QString &path)
{
    const QString connectionName
        = u"gatehouse-probe-"_s + QUuid::createUuid().toString(QUuid::Id128);
    const bool free = lock(connectionName, path, Mode::OnlyWhatIsThere).isEmpty();
    release(connectionName);
    return !free && QFile::exists(path);
}

} // namespace

Result<std::unique_ptr<WriterLock>> WriterLock::take(const QString &history)
{
    const QString token = QUuid::createUuid().toString(QUuid::Id128);
    std::unique_ptr<WriterLock> writer(new WriterLock(lockPath(history, token), token));
    if (const QString error = lock(token, writer->m_path, Mode::Create); !error.isEmpty())
        return fail(Failure::Kind::StorageFailed,
            u"%1: %2"_s.arg(QDir::toNativeSeparators(writer->m_path), error));
    return writer;
}

WriterLock::WriterLock(QString path, QString token)
    : m_path(std::move(path))
    , m_token(std::move(token))
{
}

WriterLock::~WriterLock()
{
    release(m_token);
    QFile::remove(m_path);
}

QSet<QString> WriterLock::living(const QString &history)
{
    const QFileInfo file(history);
    const QString start = lockPath(file.fileName(), {});
    QSet<QString> tokens;
    for (const QString &name : file.dir().entryList({start + u'*'}, QDir::Files)) {
        const QString path = file.dir().filePath(name);
        if (isHeld(path))
            tokens.insert(name.sliced(start.size()));
        else
            QFile::remove(path);
    }
    return tokens;
}
