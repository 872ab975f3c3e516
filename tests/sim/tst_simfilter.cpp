#include "sim/filterexpression.h"
#include "unificonsole.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSimFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyRowThatComesFitsTheFilterAndNoneIsMissing_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QByteArray>("rest");
        const auto pair = [](const char *name, const QByteArray &filter) {
            QTest::newRow(name) << filter << "not(" + filter + ')';
        };
        pair("guests", "access.type.eq('GUEST')");
        pair("one of two types", "type.in('WIRED','VPN')");
        pair("who waits", "and(access.type.eq('GUEST'),access.authorized.eq(false))");
        pair("either", "or(type.eq('VPN'),access.authorized.eq(true))");
        pair("nested", "not(and(type.ne('WIRED'),or(access.type.eq('GUEST'),type.eq('VPN'))))");
        pair("no address", "macAddress.isNull()");
        pair("some time ago", "connectedAt.lt(2020-01-01)");
        pair("after a moment", "connectedAt.ge(2020-01-01T00:00:00Z)");
        pair("an enum nobody knows", "access.type.eq('BLOCKED')");
        pair("wrong case", "access.type.eq('guest')");
        pair("quoted quote", "ipAddress.eq('it''s')");
    }
    void everyRowThatComesFitsTheFilterAndNoneIsMissing()
    {
        QFETCH(QByteArray, filter);
        QFETCH(QByteArray, rest);
        UnifiConsole console;
        const qsizetype all = console.clients("limit=200").json().value(u"data"_s).toArray().size();
        QCOMPARE(console.clientsWhere(filter).size() + console.clientsWhere(rest).size(), all);
    }

    void filtersSelectWhatTheySay()
    {
        UnifiConsole console;
        const QJsonArray waiting
            = console.clientsWhere("and(access.type.eq('GUEST'),access.authorized.eq(false))");
        QVERIFY(!waiting.isEmpty());
        for (const QJsonValue row : waiting)
            QVERIFY(!isAuthorized(row.toObject()));
        QVERIFY(console.clientsWhere("access.type.eq('guest')").isEmpty());
        QVERIFY(console.clientsWhere("connectedAt.lt(2020-01-01)").isEmpty());
        const QString mac = console.firstWaiting();
        QCOMPARE(console.clientsWhere("macAddress.eq('" + mac.toLatin1() + "')").size(), 1);
        QVERIFY(console.clientsWhere("macAddress.eq('" + mac.toUpper().toLatin1() + "')").isEmpty()
            || mac == mac.toUpper());
    }

    void aWrongFilterIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &filter, const QString &says) {
            QTest::newRow(name) << filter << says;
        };
        row("name", "name.like('A*')", u"unknown property 'name' (1:1)"_s);
        row("like on MAC", "macAddress.like('02*')",
            u"function 'like' is not allowed for property 'macAddress' (1:12)"_s);
        row("quoted id", "id.eq('5f0c2d1e-0000-3000-8000-0000000000a1')",
            u"expected UUID but got STRING (1:7)"_s);
        row("bare word", "type.eq(WIRED)", u"cannot read 'WIRED' (1:9)"_s);
        row("open quote", "type.eq('WIRED)", u"unterminated string (1:9)"_s);
        row("open bracket", "type.eq('WIRED'", u"expected ')' (1:16)"_s);
        row("and of one", "and(type.eq('VPN'))", u"'and' takes two or more expressions"_s);
        row("not of two", "not(type.eq('VPN'),type.eq('WIRED'))", u"'not' takes one expression"_s);
        row("two values", "type.eq('VPN','WIRED')", u"wrong number of arguments"_s);
        row("no value", "type.eq()", u"wrong number of arguments"_s);
        row("rest", "type.eq('VPN') or", u"unexpected input (1:16)"_s);
        row("nothing", "", u"expected an expression (1:1)"_s);
        row("quoted time", "connectedAt.gt('2026-01-01')", u"expected TIMESTAMP but got STRING"_s);
        row("number for truth", "access.authorized.eq('true')",
            u"expected BOOLEAN but got STRING"_s);
    }
    void aWrongFilterIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, filter);
        QFETCH(QString, says);
        UnifiConsole console;
        const RawAnswer answer = console.clients("filter=" + filter.toPercentEncoding());
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json().value(u"code"_s).toString(), u"api.request.invalid-filter"_s);
        const QString message = answer.json().value(u"message"_s).toString();
        QVERIFY2(message.startsWith("failed to parse filter expression:"_L1), qPrintable(message));
        QVERIFY2(message.contains(says), qPrintable(message));
    }

    void anEndlessNestingIsRefused()
    {
        const FilterProperty schema[] = {{u"id", FilterProperty::Type::Uuid, u"eq"}};
        QVERIFY(!FilterExpression::parse(u"not("_s.repeated(100'000), schema));
    }
};

QTEST_GUILESS_MAIN(TestSimFilter)
#include "tst_simfilter.moc"
