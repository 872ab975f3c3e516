#include "store/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {

constexpr int busyTimeoutMs = 5000;
constexpr int upgradeLockMs = 30'000;
constexpr size_t mostKept = 64; ///< prepared statements
constexpr int longLog = 8192; ///< pages of 4 KiB; 1000 are SQLite's choice

QString nextConnectionName()
{
    static std::atomic<int> count = 0;
    return u"gatehouse-%1"_s.arg(++count);
}

tl::unexpected<Failure> failed(const QString &path, const QString &what)
{
    return fail(
        Failure::Kind::StorageFailed, u"%1: %2"_s.arg(QDir::toNativeSeparators(path), what));
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(
    const QString &path, std::span<const Migration> migrations, int applicationId)
{
    std::unique_ptr<Database> database(new Database(path, nextConnectionName()));
    return database->connect()
        .and_then([&](Done) { return database->migrate(migrations, applicationId); })
        .map([&](Done) { return std::move(database); });
}

Database::Database(QString path, QString connectionName)
    : m_path(std::move(path))
    , m_connectionName(std::move(connectionName))
{
}

Database::~Database()
{
    m_kept.clear();
    QSqlDatabase::database(m_connectionName, false).close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<Done> Database::connect()
{
    const QFileInfo file(m_path);
    if (file.isDir())
        return failed(m_path, u"is a folder"_s);
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connectionName);
    connection.setDatabaseName(m_path);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeoutMs));
    if (!connection.open())
        return failed(m_path, connection.lastError().text());
    // Full syncs make a commit outlive a power cut; fullfsync says the same to macOS, where fsync
    // alone does not. A commit on the window's thread is not to move thousands of pages into the
    // file besides, which takes up to a tenth of a second: see checkpoint().
    for (const auto &pragma : {u"PRAGMA synchronous = FULL"_s, u"PRAGMA fullfsync = ON"_s,
             u"PRAGMA foreign_keys = ON"_s, u"PRAGMA trusted_schema = OFF"_s,
             u"PRAGMA secure_delete = ON"_s, u"PRAGMA wal_autocheckpoint = %1"_s.arg(longLog)})
        if (const auto done = run(pragma); !done)
            return fail(done.error());
    return Done{};
}

Result<Done> Database::migrate(std::span<const Migration> migrations, int applicationId)
{
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    const auto version = number(u"PRAGMA user_version"_s);
    if (!version)
        return fail(version.error());
    if (auto ours = checkIsOurs(int(*version), applicationId); !ours)
        return ours;
    if (*version > newest)
        return fail(Failure::Kind::StorageNewer,
            u"%1: schema %2 was written by a newer Gatehouse, this one knows up to %3"_s
                .arg(QDir::toNativeSeparators(m_path))
                .arg(*version)
                .arg(newest));
    return *version == newest ? Result<Done>() : upgrade(migrations, applicationId);
}

Result<Done> Database::checkIsOurs(int version, int applicationId) const
{
    // In this order, for another program may be making the file just now: it sets the id before it
    // makes tables.
    const auto tables = number(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!tables)
        return fail(tables.error());
    const auto id = number(u"PRAGMA application_id"_s);
    if (!id)
        return fail(id.error());
    const bool fresh = version == 0 && *id == 0 && *tables == 0;
    if (!fresh && *id != applicationId)
        return failed(m_path, u"is a database of another program"_s);
    return Done{};
}

Result<Done> Database::upgrade(std::span<const Migration> migrations, int applicationId)
{
    // Two programs that start together must not both copy and convert.
    QLockFile lock(m_path + u".upgrade.lock"_s);
    if (!lock.tryLock(upgradeLockMs))
        return failed(m_path,
            lock.error() == QLockFile::PermissionError ? u"its folder cannot be written"_s
                                                       : u"another Gatehouse is upgrading it"_s);
    const auto version = number(u"PRAGMA user_version"_s);
    if (!version)
        return fail(version.error());
    if (*version > 0 && *version < migrations.back().version)
        if (auto copied = copyBeforeUpgrade(int(*version)); !copied)
            return copied;
    if (*version == 0)
        if (const auto set = run(u"PRAGMA application_id = %1"_s.arg(applicationId)); !set)
            return fail(set.error());
    // The mode is a property of the file: set once, it stays.
    if (const auto set = run(u"PRAGMA journal_mode = WAL"_s); !set)
        return fail(set.error());
    for (const Migration &migration : migrations)
        if (migration.version > *version)
            if (auto done = apply(migration); !done)
                return done;
    // Only to take up less room; where that cannot be now, the file stays as large as it is.
    if (*version > 0 && run(u"VACUUM"_s))
        std::ignore = truncateLog();
    return Done{};
}

Result<Done> Database::apply(const Migration &migration) const
{
    return write([&]() -> Result<Done> {
        for (const char *statement : migration.statements)
            if (const auto done = run(QString::fromUtf8(statement)); !done)
                return fail(done.error());
        if (migration.convert)
            if (auto converted = migration.convert(*this); !converted)
                return converted;
        const auto done = run(u"PRAGMA user_version = %1"_s.arg(migration.version));
        return done ? Result<Done>() : fail(done.error());
    });
}

Result<Done> Database::copyBeforeUpgrade(int version) const
{
    const QString copy = u"%1.v%2"_s.arg(m_path).arg(version);
    const QString unfinished = copy + u".part"_s;
    QFile::remove(unfinished);
    if (const auto done = run(u"VACUUM INTO ?"_s, {unfinished}); !done)
        return fail(done.error());
    QFile::remove(copy);
    if (!QFile::rename(unfinished, copy))
        return failed(copy, u"the copy made before the upgrade cannot be put there"_s);
    return Done{};
}

Result<QSqlQuery> Database::prepare(const QString &sql) const
{
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return fail(failureOf(query));
    return query;
}

Result<QSqlQuery> Database::run(const QString &sql, const QVariantList &values) const
{
    auto query = prepare(sql);
    if (!query)
        return query;
    for (const QVariant &value : values)
        query->addBindValue(value);
    if (!query->exec())
        return fail(failureOf(*query));
    return query;
}

Result<Done> Database::write(const std::function<Result<Done>()> &work) const
{
    return transact(u"BEGIN IMMEDIATE"_s, work);
}

Result<Done> Database::readConsistently(const std::function<Result<Done>()> &work) const
{
    return transact(u"BEGIN DEFERRED"_s, work);
}

Result<Done> Database::transact(
    const QString &begin, const std::function<Result<Done>()> &work) const
{
    if (auto begun = execute(begin); !begun)
        return begun;
    Result<Done> result = work();
    if (result)
        result = execute(u"COMMIT"_s);
    if (!result)
        std::ignore = execute(u"ROLLBACK"_s); // SQLite may have rolled back by itself already
    return result;
}

void Database::setPatience(std::chrono::milliseconds patience) const
{
    std::ignore = run(u"PRAGMA busy_timeout = %1"_s.arg(patience.count()));
}

Failure Database::failureOf(const QSqlQuery &query) const
{
    Failure failure = failed(m_path, query.lastError().text()).value();
    // SQLITE_BUSY, the low byte of all its extended codes: another program writes, and will end.
    constexpr int busy = 5;
    if ((query.lastError().nativeErrorCode().toInt() & 0xff) == busy)
        failure.retryAfter = std::chrono::seconds(1);
    return failure;
}

Result<Done> Database::truncateLog() const
{
    const auto busy = number(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (!busy)
        return fail(busy.error());
    return *busy == 0 ? Result<Done>() : failed(m_path, u"another program is reading it"_s);
}

Result<Done> Database::checkpoint() const
{
    const auto done = number(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
    return done ? Result<Done>() : fail(done.error());
}

Result<QVariantList> Database::firstRow(const QString &sql, const QVariantList &values) const
{
    auto kept = m_kept.find(sql);
    if (kept == m_kept.end()) {
        auto query = prepare(sql);
        if (!query)
            return fail(query.error());
        if (m_kept.size() >= mostKept)
            m_kept.clear();
        kept = m_kept.emplace(sql, std::move(*query)).first;
    }
    QSqlQuery &query = kept->second;
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    QVariantList row;
    if (query.exec() && query.next())
        for (int i = 0; i < query.record().count(); ++i)
            row += query.value(i);
    if (query.lastError().isValid()) {
        const Failure failure = failureOf(query);
        m_kept.erase(kept);
        return fail(failure);
    }
    query.finish();
    return row;
}

Result<Done> Database::execute(const QString &sql, const QVariantList &values) const
{
    return firstRow(sql, values).map([](const QVariantList &) { return Done{}; });
}

Result<qint64> Database::number(const QString &sql, const QVariantList &values) const
{
    const auto row = firstRow(sql, values);
    if (!row)
        return fail(row.error());
    if (row->isEmpty())
        return failed(m_path, u"no row where there always is one"_s);
    return row->first().toLongLong();
}
