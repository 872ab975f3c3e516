#include "cli/sessionwords.h"

#include "cli/clientjson.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString wordOf(BadSessionRow::Column column)
{
    switch (column) {
    case BadSessionRow::Column::Login:
        return u"login"_s;
    case BadSessionRow::Column::Mac:
        return u"mac"_s;
    case BadSessionRow::Column::Since:
        return u"since"_s;
    }
    Q_UNREACHABLE();
}

/// A foreign value may be of any length.
QString shortened(const QString &value)
{
    constexpr qsizetype most = 60;
    return value.size() > most ? value.left(most) + u'…' : value;
}

} // namespace

Failure failureOf(const SessionFault &fault)
{
    using What = SessionFault::What;
    using Kind = Failure::Kind;
    const auto failure = [&](Kind kind, const QString &sentence) {
        return Failure{kind, fault.detail, sentence};
    };
    switch (fault.what) {
    case What::AddressUnreadable:
        return failure(Kind::InvalidInput,
            CommandLine::tr("--session-db takes sqlite:///path, postgresql://user@host:port/"
                            "database, mysql://user@host:port/database or odbc:DSN."));
    case What::SchemeUnknown:
        return failure(Kind::InvalidInput,
            CommandLine::tr("“%1” is no database that Gatehouse knows: --session-db takes sqlite, "
                            "postgresql, mysql or odbc.")
                .arg(fault.detail));
    case What::HoldsPassword:
        return failure(Kind::InvalidInput,
            CommandLine::tr("The address must not hold a password: give it by --db-secret-env."));
    case What::DriverMissing:
        return failure(Kind::NotSupported,
            CommandLine::tr("Qt's database plugin %1 is not installed. On Debian and Ubuntu it is "
                            "in the package %2.")
                .arg(fault.detail, packageOf(fault.detail)));
    case What::Away:
        return failure(Kind::Unreachable,
            CommandLine::tr("The session database does not answer: %1").arg(fault.detail));
    case What::SignInRefused:
        return failure(Kind::SignInRefused,
            CommandLine::tr("The session database does not let this user in: %1 Check the user in "
                            "the address and the password in --db-secret-env.")
                .arg(fault.detail));
    case What::QueryRefused:
        return failure(Kind::InvalidInput,
            CommandLine::tr("The session database does not take this query: %1").arg(fault.detail));
    case What::ColumnMissing:
        return failure(Kind::InvalidInput,
            CommandLine::tr("The query must give the columns login, mac and since; there is no %1.")
                .arg(fault.detail));
    }
    Q_UNREACHABLE();
}

QString sentenceOf(const BadSessionRow &row)
{
    //: %2 a column's name, %3 what stands in it
    return CommandLine::tr("Row %1 of the session table cannot be used: its %2 is “%3”.")
        .arg(QString::number(row.number), wordOf(row.column), shortened(row.value));
}

QJsonObject toJson(const SurplusSession &surplus)
{
    QJsonObject object{{u"login"_s, surplus.session.login},
        {u"mac"_s, surplus.session.mac.toString()}, {u"since"_s, isoUtc(surplus.session.since)},
        {u"newest"_s, surplus.newest.mac.toString()}};
    if (surplus.isTied)
        object.insert(u"tied"_s, true);
    return object;
}

QJsonObject toldOf(const SessionTable &table, const QList<SurplusSession> &surplus)
{
    QJsonArray badRows;
    for (const BadSessionRow &row : table.badRows)
        badRows.append(QJsonObject{{u"row"_s, row.number}, {u"column"_s, wordOf(row.column)},
            {u"value"_s, shortened(row.value)}});
    return {{u"sessions"_s, table.sessions.size()}, {u"badRows"_s, badRows},
        {u"surplus"_s, surplus.size()}};
}
