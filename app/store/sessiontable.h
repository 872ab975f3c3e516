#pragma once

#include "core/loginsession.h"
#include "core/secret.h"
#include "store/sessionaddress.h"

#include <QList>

/// A row that tells no session.
struct BadSessionRow
{
    enum class Column { Login, Mac, Since };

    qint64 number = 0; ///< in the answer to the query, from 1
    Column column = Column::Login; ///< the first that cannot be used
    QString value; ///< what stands there, as foreign text

    friend bool operator==(const BadSessionRow &, const BadSessionRow &) = default;
};

struct SessionTable
{
    QList<LoginSession> sessions;
    QList<BadSessionRow> badRows;
};

/// Asks an operator's database once, over a connection that may only read. The answer has the
/// columns login, mac and since, in any order and case; since is a timestamp, ISO 8601 text (UTC
/// where it names no zone) or seconds since 1970. Blocks until the database has answered, at most
/// about a minute.
[[nodiscard]] tl::expected<SessionTable, SessionFault> readSessions(
    const SessionAddress &address, const Secret &password, const QString &sql);
