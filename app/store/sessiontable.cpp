#include "store/sessiontable.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTimeZone>
#include <QVariant>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

using What = SessionFault::What;

tl::unexpected<SessionFault> fault(What what, const QString &detail)
{
    return tl::unexpected(SessionFault{what, detail.trimmed()});
}

/// A connection of its own name, closed and forgotten with this object.
class Connection
{
public:
    explicit Connection(const QString &driver)
        : m_name(nextName())
    {
        QSqlDatabase::addDatabase(driver, m_name);
    }
    ~Connection()
    {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }

private:
    static QString nextName()
    {
        static std::atomic<int> count = 0;
        return u"sessions-%1"_s.arg(++count);
    }

    QString m_name;
};

/// How each database is told that nobody may write, and how long it may take.
QString optionsOf(const SessionAddress &address)
{
    if (address.driver == "QSQLITE"_L1)
        return u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s;
    if (address.driver == "QMYSQL"_L1)
        return u"MYSQL_OPT_CONNECT_TIMEOUT=5;MYSQL_OPT_READ_TIMEOUT=60"_s;
    if (address.driver == "QODBC"_L1)
        return u"SQL_ATTR_ACCESS_MODE=SQL_MODE_READ_ONLY;SQL_ATTR_LOGIN_TIMEOUT=5"_s;
    QString options = u"connect_timeout=5;application_name=gatehouse;"
                      "options='-c default_transaction_read_only=on -c statement_timeout=60000 "
                      "-c timezone=UTC'"_s;
    if (!address.sslMode.isEmpty())
        options += u";sslmode="_s + address.sslMode;
    return options;
}

/// libpq gives no code for a failed sign-in, and its server speaks the language that it is set to;
/// but only a refusal names the user, or speaks of a password.
bool isRefusal(const QSqlError &error, const SessionAddress &address)
{
    if (address.driver == "QMYSQL"_L1)
        return error.nativeErrorCode() == "1045"_L1 || error.nativeErrorCode() == "1698"_L1;
    if (error.nativeErrorCode().startsWith("28"_L1))
        return true;
    const QString said = error.databaseText() + error.driverText();
    const QRegularExpression named(
        u"[\"'»„“«]%1[\"'«“”»]"_s.arg(QRegularExpression::escape(address.user)));
    return said.contains("password"_L1, Qt::CaseInsensitive)
        || (!address.user.isEmpty() && named.match(said).hasMatch());
}

/// Whether the same question may be answered later: the connection was lost, the server goes down
/// or is full (SQLSTATE classes 08, 53 and 57P), or a file is locked.
bool isPassing(const QSqlError &error, const SessionAddress &address)
{
    const QString code = error.nativeErrorCode();
    if (address.driver == "QSQLITE"_L1) {
        // Busy, locked, input or output failed, cannot be opened; above these eight bits are
        // details.
        constexpr std::array passing{5, 6, 10, 14};
        return std::ranges::find(passing, code.toInt() & 0xff) != passing.end();
    }
    if (error.type() == QSqlError::ConnectionError)
        return true;
    if (address.driver == "QMYSQL"_L1)
        return code == "2006"_L1 || code == "2013"_L1;
    return code.isEmpty() || code.startsWith("08"_L1) || code.startsWith("53"_L1)
        || code.startsWith("57"_L1);
}

tl::expected<void, SessionFault> open(
    QSqlDatabase &database, const SessionAddress &address, const Secret &password)
{
    database.setHostName(address.host);
    database.setPort(address.port);
    database.setDatabaseName(address.database);
    database.setUserName(address.user);
    database.setPassword(password.reveal());
    database.setConnectOptions(optionsOf(address));
    if (!database.open())
        return fault(isRefusal(database.lastError(), address) ? What::SignInRefused : What::Away,
            database.lastError().databaseText());
    if (address.driver != "QMYSQL"_L1)
        return {};
    QSqlQuery readOnly(database);
    if (!readOnly.exec(u"SET SESSION TRANSACTION READ ONLY"_s))
        return fault(What::QueryRefused, readOnly.lastError().databaseText());
    return {};
}

QDateTime fromEpoch(double seconds)
{
    constexpr double year3000 = 32503680000;
    return seconds > 0 && seconds < year3000
        ? QDateTime::fromMSecsSinceEpoch(std::llround(seconds * 1000), QTimeZone::utc())
        : QDateTime();
}

QDateTime timeOf(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDateTime)
        return value.toDateTime().toUTC();
    const QString text = value.toString().trimmed();
    bool isNumber = false;
    if (const double seconds = text.toDouble(&isNumber); isNumber)
        return fromEpoch(seconds);
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

void take(SessionTable &table, qint64 number, const std::array<QVariant, 3> &row)
{
    using Column = BadSessionRow::Column;
    const QString login = row[0].toString().trimmed();
    const auto mac = MacAddress::parse(row[1].toString());
    const QDateTime since = timeOf(row[2]);
    if (login.isEmpty())
        table.badRows.append({number, Column::Login, row[0].toString()});
    else if (!mac || mac->isNull())
        table.badRows.append({number, Column::Mac, row[1].toString()});
    else if (!since.isValid())
        table.badRows.append({number, Column::Since, row[2].toString()});
    else
        table.sessions.append({login, *mac, since});
}

/// A second statement could end the transaction that may only read, and start one that may write.
bool isOneStatement(const QString &sql)
{
    static const QRegularExpression more(u";\\s*\\S"_s);
    return !more.match(sql).hasMatch();
}

tl::expected<SessionTable, SessionFault> ask(
    const QSqlDatabase &database, const SessionAddress &address, const QString &sql)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return fault(isPassing(query.lastError(), address) ? What::Away : What::QueryRefused,
            query.lastError().databaseText());
    if (!query.isSelect())
        return fault(What::QueryRefused, u"the query gives no rows"_s);
    std::array<int, 3> columns{};
    const std::array names{u"login"_s, u"mac"_s, u"since"_s};
    for (size_t i = 0; i < names.size(); ++i) {
        columns[i] = query.record().indexOf(names[i]);
        if (columns[i] < 0)
            return fault(What::ColumnMissing, names[i]);
    }
    SessionTable table;
    for (qint64 number = 1; query.next(); ++number)
        take(table, number,
            {query.value(columns[0]), query.value(columns[1]), query.value(columns[2])});
    if (query.lastError().isValid())
        return fault(isPassing(query.lastError(), address) ? What::Away : What::QueryRefused,
            query.lastError().databaseText());
    return table;
}

} // namespace

tl::expected<SessionTable, SessionFault> readSessions(
    const SessionAddress &address, const Secret &password, const QString &sql)
{
    if (!QSqlDatabase::isDriverAvailable(address.driver))
        return fault(What::DriverMissing, address.driver);
    if (!isOneStatement(sql))
        return fault(What::QueryRefused, u"it must be one statement"_s);
    const Connection connection(address.driver);
    QSqlDatabase database = connection.database();
    return open(database, address, password).and_then([&] { return ask(database, address, sql); });
}
