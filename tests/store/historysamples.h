#pragma once

#include "core/audit.h"
#include "store/auditevent.h"
#include "store/eventchain.h"
#include "store/historyschema.h"
#include "store/sqliteauditlog.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

inline QDateTime sampleTime(int minute = 0)
{
    return QDateTime(QDate(2026, 11, 22), QTime(14, minute, 5, 250), Qt::UTC);
}

inline AuditIntent sampleIntent(const QString &guest = u"Anna Okafor"_s)
{
    AuditIntent intent;
    intent.action = AuditAction::Authorize;
    intent.time = sampleTime();
    intent.controllerTime = sampleTime(1);
    intent.operatorName = u"desk"_s;
    intent.systemUser = u"alex"_s;
    intent.client = {u"c1"_s, u"site-1"_s, MacAddress(0x02005e1000a1)};
    intent.controllerName = u"Hotel"_s;
    intent.siteName = u"Lobby"_s;
    intent.deviceName = u"Annas-iPhone"_s;
    intent.guest = {guest, u"204"_s, u"anna@example.org"_s};
    intent.reason = u"two nights"_s;
    intent.asked = {120, 500, 5000, std::nullopt};
    return intent;
}

inline AuditOutcome sampleOutcome(Outcome outcome = Outcome::Confirmed)
{
    AuditOutcome result;
    result.outcome = outcome;
    result.time = sampleTime(2);
    result.controllerTime = sampleTime(3);
    result.got = {120, 500, 5000, std::nullopt};
    result.until = sampleTime(4);
    result.since = sampleTime(3);
    result.shown = ClientState::Authorized;
    result.message = u"Confirmed by the controller."_s;
    result.detail = u"read back once"_s;
    return result;
}

inline std::unique_ptr<SqliteAuditLog> openHistory(const QString &path)
{
    auto log = SqliteAuditLog::open(path);
    if (!log)
        qFatal("%s", qPrintable(log.error().detail));
    return std::move(*log);
}

/// Runs SQL behind the store's back. Empty when all went well, else what SQLite said.
inline QString rawSql(const QString &path, const QStringList &statements)
{
    QString error;
    {
        QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        raw.setDatabaseName(path);
        raw.open();
        for (const QString &statement : statements) {
            QSqlQuery query(raw);
            if (!query.exec(statement) && error.isEmpty())
                error = query.lastError().text();
        }
    }
    QSqlDatabase::removeDatabase(u"raw"_s);
    return error;
}

/// The first value that SQL gives behind the store's back.
inline QVariant rawValue(const QString &path, const QString &sql)
{
    QVariant value;
    {
        QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        raw.setDatabaseName(path);
        raw.open();
        QSqlQuery query(sql, raw);
        if (query.next())
            value = query.value(0);
    }
    QSqlDatabase::removeDatabase(u"raw"_s);
    return value;
}

/// Many records in one transaction, as begin() would have written them one by one. intentOf(i) is
/// the intent of the i-th of them, from 0 on; each has an outcome.
inline void appendInBulk(const QString &path, int count, const auto &intentOf)
{
    const auto database = Database::open(path, historyMigrations(), historyApplicationId);
    const auto written = (*database)->write([&]() -> Result<Done> {
        const EventChain chain(**database);
        for (int i = 0; i < count; ++i) {
            AuditEvent intent = AuditEvent::ofIntent(intentOf(i));
            AuditEvent outcome = AuditEvent::ofOutcome(sampleOutcome());
            const auto record = chain.nextRecord();
            const auto key = record.and_then([&](qint64 id) { return chain.addKey(id); });
            if (!key)
                return fail(key.error());
            for (AuditEvent *event : {&intent, &outcome}) {
                event->set(EventColumn::Record, *record);
                if (auto appended = chain.append(*event, *key); !appended)
                    return appended;
            }
        }
        return Done{};
    });
    if (!written)
        qFatal("%s", qPrintable(written.error().detail));
}
