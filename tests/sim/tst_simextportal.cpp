#include "omadadesk.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourMs = 3'600'000;

} // namespace

class TestSimExtPortal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aGuestIsLetInForAsLongAsItSaysAndLeavesARecord_data() { addOmadaVersions(); }
    void aGuestIsLetInForAsLongAsItSaysAndLeavesARecord()
    {
        OmadaDesk desk = deskOfThisRow();
        for (const bool wired : {false, true}) {
            const QJsonObject form = desk.form(wired);
            QVERIFY(!form.isEmpty());
            QCOMPARE(errorCodeOf(desk.authorize(form)), 0);
            QVERIFY(desk.simulator().isAuthorized(macOf(form)));
            const QJsonObject record = desk.records(macOf(form)).first().toObject();
            QCOMPARE(record.value(u"authType"_s).toInt(), 4);
            QCOMPARE(record.value(u"wireless"_s).toBool(), !wired);
            QVERIFY(record.value(u"valid"_s).toBool());
            QCOMPARE(lengthOf(record), hourMs);
            // No longer one who waits.
            QCOMPARE(errorCodeOf(desk.authorize(form)), -41501);
        }
        QCOMPARE(desk.simulator().actions(), 2);
        desk.simulator().advance(std::chrono::minutes(61));
        QVERIFY(!desk.simulator().isAuthorized(macOf(desk.form())));
    }

    void everyFieldIsNeededUnderItsOwnName_data() { addOmadaVersions(); }
    void everyFieldIsNeededUnderItsOwnName()
    {
        OmadaDesk desk = deskOfThisRow();
        QFETCH(QString, version);
        const bool newest = version == "6.2.14"_L1;
        const int missing = version.startsWith(u'6') ? -41501 : -1;
        for (const bool wired : {false, true}) {
            const QJsonObject form = desk.form(wired);
            QCOMPARE(form.size(), (wired ? 6 : 7) + (newest ? 2 : 0));
            for (const QString &field : form.keys()) {
                QJsonObject mutant = form;
                const QJsonValue value = mutant.take(field);
                const bool needed = field != "site"_L1 || !newest;
                // Without gatewayMac it is a form for Wi-Fi, and the VLAN is out of place in that.
                const int expected = field == "gatewayMac"_L1 ? -1001 : missing;
                if (needed)
                    QCOMPARE(errorCodeOf(desk.authorize(mutant)), expected);
                mutant.insert(field + u'X', value);
                QCOMPARE(errorCodeOf(desk.authorize(mutant)), -1001);
            }
        }
        QCOMPARE(desk.simulator().actions(), 0);
    }

    void nothingMayBeWrongInAForm_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<int>("code");
        const auto row
            = [](const char *name, const QString &version, const QJsonObject &change,
                  int code = -41501) { QTest::newRow(name) << version << change << code; };
        const QString five = u"5.15.24"_s;
        row("unknown field", five, {{u"note"_s, u"room 204"_s}}, -1001);
        row("limits too early", five, {{u"downloadRateLimitKbps"_s, 8000}}, -1001);
        row("address too early", five, {{u"clientIp"_s, u"10.20.0.16"_s}}, -1001);
        row("another device", five, {{u"clientMac"_s, u"02-00-5E-10-00-EE"_s}});
        row("another access point", five, {{u"apMac"_s, u"02-00-5E-10-00-EE"_s}});
        row("another network", five, {{u"ssidName"_s, u"Annex Staff"_s}});
        row("another radio", five, {{u"radioId"_s, 3}});
        row("another site", five, {{u"site"_s, u"Boathouse"_s}});
        row("number for a name", five, {{u"ssidName"_s, 7}}, -1001);
        row("no number", five, {{u"time"_s, u"an hour"_s}}, -1001);
        row("no time at all", five, {{u"time"_s, 0}}, -1001);
        row("half a millisecond", five, {{u"time"_s, 0.5}}, -1001);
        row("a voucher's type on 5", five, {{u"authType"_s, 3}}, -1);
        row("a voucher's type on 6", u"6.2.14"_s, {{u"authType"_s, 3}}, -41500);
        row("another address", u"6.2.14"_s, {{u"clientIp"_s, u"10.99.0.1"_s}});
        row("the site's name where its id belongs", u"6.2.14"_s, {{u"site"_s, u"Annex"_s}});
        row("no limit at all", u"6.2.14"_s, {{u"totalTrafficLimitBytes"_s, 0}}, -1001);
    }
    void nothingMayBeWrongInAForm()
    {
        QFETCH(QString, version);
        QFETCH(QJsonObject, change);
        QFETCH(int, code);
        OmadaDesk desk(optionsOf(u"omada5"_s, version));
        QJsonObject form = desk.form();
        for (auto field = change.begin(); field != change.end(); ++field)
            form.insert(field.key(), field.value());
        QCOMPARE(errorCodeOf(desk.authorize(form)), code);
        QCOMPARE(desk.simulator().actions(), 0);
        QCOMPARE(errorCodeOf(desk.authorize(desk.form())), 0);
    }

    void anAddressInLowerCaseNamesNobody()
    {
        OmadaDesk desk(optionsOf(u"omada5"_s));
        QJsonObject form = desk.form();
        form.insert(u"clientMac"_s, macOf(form).toLower());
        QCOMPARE(errorCodeOf(desk.authorize(form)), -41501);
    }

    void numbersMayBeWrittenAsStrings_data() { addOmadaVersions(); }
    void numbersMayBeWrittenAsStrings()
    {
        OmadaDesk desk = deskOfThisRow();
        QJsonObject form = desk.form();
        for (const QString &field : {u"time"_s, u"radioId"_s, u"authType"_s})
            form.insert(field, QString::number(form.value(field).toInteger()));
        QCOMPARE(errorCodeOf(desk.authorize(form)), 0);
        QCOMPARE(lengthOf(desk.records(macOf(form)).first().toObject()), hourMs);
    }

    void limitsAreKeptFromSixTwoTenOn()
    {
        OmadaDesk desk(optionsOf(u"omada5"_s, u"6.2.14"_s));
        QJsonObject form = desk.form();
        form.insert(u"downloadRateLimitKbps"_s, 8000);
        form.insert(u"uploadRateLimitKbps"_s, 1500);
        form.insert(u"totalTrafficLimitBytes"_s, 524'288'000);
        form.remove(u"site"_s);
        QCOMPARE(errorCodeOf(desk.authorize(form)), 0);
        const QString did = desk.simulator().requests().last().value(u"did"_s).toString();
        QVERIFY2(did.endsWith(u"for 3600000 ms, 500 MB, down 8000 kbit/s, up 1500 kbit/s"_s),
            qPrintable(did));
        QVERIFY(desk.simulator().useData(macOf(form), 600'000'000));
        QVERIFY(!desk.simulator().isAuthorized(macOf(form)));
    }

    void aSiteIsNamedAsItsVersionDoes_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("byName");
        QTest::addColumn<bool>("byId");
        QTest::newRow("5.15.24") << u"5.15.24"_s << true << false;
        QTest::newRow("6.2.0") << u"6.2.0"_s << true << true;
        QTest::newRow("6.2.14") << u"6.2.14"_s << false << true;
    }
    void aSiteIsNamedAsItsVersionDoes()
    {
        QFETCH(QString, version);
        QFETCH(bool, byName);
        QFETCH(bool, byId);
        for (const bool id : {false, true}) {
            OmadaDesk desk(optionsOf(u"omada5"_s, version));
            QJsonObject form = desk.form();
            form.insert(u"site"_s, id ? desk.siteId() : u"Annex"_s);
            QCOMPARE(errorCodeOf(desk.authorize(form)) == 0, id ? byId : byName);
        }
    }

    void aGuestWhoRoamedIsAtItsOldAccessPointNoMore()
    {
        OmadaDesk desk(optionsOf(u"omada5"_s));
        const QJsonObject stale = desk.form();
        QVERIFY(desk.simulator().roam(macOf(stale)));
        QCOMPARE(errorCodeOf(desk.authorize(stale)), -41501);
        QCOMPARE(errorCodeOf(desk.authorize(desk.form())), 0);
    }

    void theTimeMayBeReadInAnotherUnit_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<qint64>("length");
        QTest::newRow("microseconds") << u"time-unit-us"_s << hourMs / 1000;
        QTest::newRow("seconds") << u"time-unit-s"_s << hourMs * 1000;
        QTest::newRow("half") << u"wrong-limits"_s << hourMs / 2;
    }
    void theTimeMayBeReadInAnotherUnit()
    {
        QFETCH(QString, fault);
        QFETCH(qint64, length);
        OmadaDesk desk(optionsOf(u"omada5"_s));
        QVERIFY(!desk.simulator().addFault(fault));
        const QJsonObject form = desk.form();
        QCOMPARE(errorCodeOf(desk.authorize(form)), 0);
        QCOMPARE(lengthOf(desk.records(macOf(form)).first().toObject()), length);
    }
};

QTEST_GUILESS_MAIN(TestSimExtPortal)
#include "tst_simextportal.moc"
