#include "store/sessionaddress.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace {

using What = SessionFault::What;

tl::unexpected<SessionFault> fault(What what, const QString &detail = {})
{
    return tl::unexpected(SessionFault{what, detail});
}

/// sqlite:///var/lib/x.db, sqlite:x.db; a drive letter has a slash before it in an address.
tl::expected<SessionAddress, SessionFault> fileAddress(const QUrl &url)
{
    static const QRegularExpression drive(u"^/[A-Za-z]:/"_s);
    QString path = url.path(QUrl::FullyDecoded);
    if (drive.match(path).hasMatch())
        path.remove(0, 1);
    if (path.isEmpty() || !url.host().isEmpty())
        return fault(What::AddressUnreadable);
    SessionAddress address;
    address.driver = u"QSQLITE"_s;
    address.database = path;
    return address;
}

tl::expected<SessionAddress, SessionFault> odbcAddress(const QString &source)
{
    static const QRegularExpression password(
        u"(^|;)\\s*(pwd|password)\\s*="_s, QRegularExpression::CaseInsensitiveOption);
    if (password.match(source).hasMatch())
        return fault(What::HoldsPassword);
    if (source.isEmpty())
        return fault(What::AddressUnreadable);
    SessionAddress address;
    address.driver = u"QODBC"_s;
    address.database = source;
    return address;
}

tl::expected<SessionAddress, SessionFault> serverAddress(const QUrl &url, const QString &driver)
{
    static const QRegularExpression word(u"^[a-z-]+$"_s);
    const QUrlQuery query(url);
    if (!url.password().isEmpty() || query.hasQueryItem(u"password"_s))
        return fault(What::HoldsPassword);
    SessionAddress address;
    address.driver = driver;
    address.host = url.host();
    address.port = url.port();
    address.database = url.path(QUrl::FullyDecoded).mid(1);
    address.user = url.userName(QUrl::FullyDecoded);
    for (const auto &[key, value] : query.queryItems()) {
        if (key != u"sslmode"_s || driver != u"QPSQL"_s || !word.match(value).hasMatch())
            return fault(What::AddressUnreadable, key);
        address.sslMode = value;
    }
    if (address.host.isEmpty() || address.database.isEmpty())
        return fault(What::AddressUnreadable);
    return address;
}

} // namespace

tl::expected<SessionAddress, SessionFault> readSessionAddress(const QString &text)
{
    if (text.startsWith(u"odbc:"_s, Qt::CaseInsensitive))
        return odbcAddress(text.mid(5).trimmed());
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid())
        return fault(What::AddressUnreadable);
    if (url.scheme() == "sqlite"_L1)
        return fileAddress(url);
    if (url.scheme() == "postgresql"_L1 || url.scheme() == "postgres"_L1)
        return serverAddress(url, u"QPSQL"_s);
    if (url.scheme() == "mysql"_L1 || url.scheme() == "mariadb"_L1)
        return serverAddress(url, u"QMYSQL"_s);
    return fault(What::SchemeUnknown, url.scheme());
}

QString packageOf(const QString &driver)
{
    if (driver == "QPSQL"_L1)
        return u"libqt6sql6-psql"_s;
    if (driver == "QMYSQL"_L1)
        return u"libqt6sql6-mysql"_s;
    return driver == "QODBC"_L1 ? u"libqt6sql6-odbc"_s : u"libqt6sql6-sqlite"_s;
}
