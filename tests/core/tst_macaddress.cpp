#include "core/macaddress.h"

#include <QTest>

class TestMacAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryUsualNotation_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("colons") << QStringLiteral("02:00:5e:10:00:a1");
        QTest::newRow("hyphens, upper case") << QStringLiteral("02-00-5E-10-00-A1");
        QTest::newRow("dots") << QStringLiteral("0200.5e10.00a1");
        QTest::newRow("bare") << QStringLiteral("02005e1000a1");
        QTest::newRow("blanks around") << QStringLiteral("  02:00:5e:10:00:a1\n");
    }
    void readsEveryUsualNotation()
    {
        QFETCH(QString, text);
        const auto mac = MacAddress::parse(text);
        QVERIFY(mac);
        QCOMPARE(mac->toString(), QStringLiteral("02:00:5e:10:00:a1"));
        QCOMPARE(mac->toHyphens(), QStringLiteral("02-00-5E-10-00-A1"));
        QCOMPARE(mac->toDigits(), QStringLiteral("02005e1000a1"));
    }

    void refusesWhatIsNotAMacAddress_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("too short") << QStringLiteral("02:00:5e:10:00");
        QTest::newRow("too long") << QStringLiteral("02:00:5e:10:00:a1:ff");
        QTest::newRow("letters") << QStringLiteral("02:00:5e:10:00:zz");
        QTest::newRow("a sentence") << QStringLiteral("02:00:5e:10:00:a1 please");
    }
    void refusesWhatIsNotAMacAddress()
    {
        QFETCH(QString, text);
        QVERIFY(!MacAddress::parse(text));
    }

    void knowsAPrivateAddressByItsSecondDigit()
    {
        QVERIFY(MacAddress::parse(u"a2:41:00:00:00:9f")->isPrivate());
        QVERIFY(MacAddress::parse(u"0e:41:00:00:00:9f")->isPrivate());
        QVERIFY(!MacAddress::parse(u"00:1b:44:11:3a:b7")->isPrivate());
        QVERIFY(!MacAddress::parse(u"a4:41:00:00:00:9f")->isPrivate());
    }

    void givesTheDigitsOfAPart()
    {
        QCOMPARE(MacAddress::digitsOf(u"9F"), QStringLiteral("9f"));
        QCOMPARE(MacAddress::digitsOf(u":10-A1"), QStringLiteral("10a1"));
        QVERIFY(MacAddress::digitsOf(u"lobby").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMacAddress)
#include "tst_macaddress.moc"
