#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <span>

class Database;

/// One step of a schema. The number is that of the schema it leads to, 1 or more; its statements
/// are final once a version with them was released.
struct Migration
{
    int version = 0;
    std::span<const char *const> statements;

    /// What SQL alone cannot do; runs after the statements, in the same transaction.
    Result<Done> (*convert)(const Database &) = nullptr;
};

/// One open SQLite file: write-ahead log, every commit synced to the disk, foreign keys on, what is
/// deleted overwritten, five seconds of patience with another process. Use it on the thread that
/// opened it; a worker opens the file for itself.
class Database
{
public:
    /// Opens the file, makes it where there is none, and brings its schema up to the newest step.
    /// Before the first step of an upgrade the old file is copied beside it, as <name>.v<old
    /// version>. StorageNewer: a later Gatehouse wrote the file, which is left as it is.
    /// StorageFailed: damaged, not ours, or not writable; the detail names the path and says what
    /// SQLite said.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(
        const QString &path, std::span<const Migration> migrations, int applicationId);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }

    /// How long a call waits while another process writes, in place of five seconds. Then it fails,
    /// with a retryAfter.
    void setPatience(std::chrono::milliseconds patience) const;

    /// Prepares, binds in order and runs one statement. The query is done with before the next call
    /// here that writes.
    [[nodiscard]] Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {}) const;

    /// For a statement that is run many times, with other values each time.
    [[nodiscard]] Result<QSqlQuery> prepare(const QString &sql) const;

    /// The first row, empty where there is none. The prepared statement is kept for the next time,
    /// as it is by the two below; it is reset, for one that has more rows to give holds up whoever
    /// empties the log.
    [[nodiscard]] Result<QVariantList> firstRow(
        const QString &sql, const QVariantList &values = {}) const;

    /// For a statement that gives no rows.
    [[nodiscard]] Result<Done> execute(const QString &sql, const QVariantList &values = {}) const;

    /// The first column of the first row of a query that always has one.
    [[nodiscard]] Result<qint64> number(const QString &sql, const QVariantList &values = {}) const;

    /// Empties the write-ahead log into the file, so that it no longer holds what was there before.
    /// StorageFailed while another program is in the middle of something.
    [[nodiscard]] Result<Done> truncateLog() const;

    /// Moves what the write-ahead log holds into the file, as far as nobody still reads what was
    /// there. Keeps nobody from reading or writing, but waits for the disk, so it is for a worker
    /// with a connection of its own. A commit does the same by itself only when the log has become
    /// long.
    [[nodiscard]] Result<Done> checkpoint() const;

    /// Does the work inside BEGIN IMMEDIATE … COMMIT, so that what it reads stays true until it has
    /// written; rolls back when the work fails.
    [[nodiscard]] Result<Done> write(const std::function<Result<Done>()> &work) const;

    /// Does the work in a transaction that sees one state of the file, whoever writes meanwhile.
    [[nodiscard]] Result<Done> readConsistently(const std::function<Result<Done>()> &work) const;

    /// The failure that says what the query's error is, with the path.
    [[nodiscard]] Failure failureOf(const QSqlQuery &query) const;

private:
    Database(QString path, QString connectionName);

    [[nodiscard]] Result<Done> connect();
    [[nodiscard]] Result<Done> migrate(std::span<const Migration> migrations, int applicationId);
    [[nodiscard]] Result<Done> checkIsOurs(int version, int applicationId) const;
    [[nodiscard]] Result<Done> upgrade(std::span<const Migration> migrations, int applicationId);
    [[nodiscard]] Result<Done> apply(const Migration &migration) const;
    [[nodiscard]] Result<Done> copyBeforeUpgrade(int version) const;
    [[nodiscard]] Result<Done> transact(
        const QString &begin, const std::function<Result<Done>()> &work) const;

    QString m_path;
    QString m_connectionName;
    mutable std::map<QString, QSqlQuery> m_kept; ///< prepared
};
