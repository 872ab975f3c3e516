#pragma once

#include <QString>

#include <tl/expected.hpp>

/// Why an operator's session table cannot be read. The detail is English, from the database, and
/// holds no secret.
struct SessionFault
{
    enum class What {
        AddressUnreadable,
        SchemeUnknown,
        HoldsPassword, ///< an address is no place for a secret
        DriverMissing, ///< Qt's plugin for this kind of database is not installed
        Away, ///< does not answer, or not now
        SignInRefused,
        QueryRefused, ///< wrong SQL, or SQL that would write
        ColumnMissing, ///< the detail is its name
    };

    What what = What::AddressUnreadable;
    QString detail;

    friend bool operator==(const SessionFault &, const SessionFault &) = default;
};

/// Where an operator keeps who logged in on which device. Holds no secret.
struct SessionAddress
{
    QString driver; ///< Qt's name of it, such as QPSQL
    QString host; ///< empty for a file and for a data source
    int port = -1; ///< -1: the usual one
    QString database; ///< its name, the file's path, or ODBC's data source
    QString user;
    QString sslMode; ///< PostgreSQL's word; empty: its own choice

    friend bool operator==(const SessionAddress &, const SessionAddress &) = default;
};

/// Reads sqlite:///path, postgresql://user@host:port/database?sslmode=…, mysql://… and odbc:DSN.
[[nodiscard]] tl::expected<SessionAddress, SessionFault> readSessionAddress(const QString &text);

/// The Debian package with Qt's plugin for this driver, such as libqt6sql6-psql.
[[nodiscard]] QString packageOf(const QString &driver);
