#include "wire/jsonrepair.h"

#include "wire/jsonreading.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestJsonRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodJsonStaysAsItIs_data();
    void goodJsonStaysAsItIs();
    void oneBrokenValueIsReplaced_data();
    void oneBrokenValueIsReplaced();
    void aBrokenStructureStaysBroken_data();
    void aBrokenStructureStaysBroken();
    void oneBrokenValueHidesNoOther_data();
    void oneBrokenValueHidesNoOther();
};

void TestJsonRepair::goodJsonStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("all kinds") << QByteArray(
        R"({"a":[1,-2.5e+10,true,false,null,""],"b":{"c":"\"\\\/\b\f\n\r\t\u00e9"}} )");
    QTest::newRow("a pair of surrogates") << QByteArray(R"(["\ud83d\ude00"])");
    QTest::newRow("UTF-8") << QByteArray("[\"caf\xc3\xa9 \xf0\x9f\x98\x80\"]");
    QTest::newRow("18 digits") << QByteArray("[-12345678901234567,999999999999999999]");
    QTest::newRow("the largest number") << QByteArray("[1.7976931348623157e308]");
}

void TestJsonRepair::goodJsonStaysAsItIs()
{
    QFETCH(QByteArray, json);
    QCOMPARE(wire::repairedJson(json), json);
}

void TestJsonRepair::oneBrokenValueIsReplaced_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("repaired");
    const QByteArray lost("\xef\xbf\xbd");
    QTest::newRow("Latin-1") << QByteArray("[\"caf\xe9\"]") << "[\"caf" + lost + "\"]";
    QTest::newRow("cut in a character")
        << QByteArray("[\"\xf0\x9f\x98\"]") << "[\"" + lost + lost + lost + "\"]";
    QTest::newRow("broken before an escape")
        << QByteArray("[\"\xc3\\n\"]") << "[\"" + lost + "\\n\"]";
    QTest::newRow("high surrogate alone")
        << QByteArray(R"(["\ud83dx"])") << QByteArray(R"(["\ufffdx"])");
    QTest::newRow("two high ones")
        << QByteArray(R"(["\ud83d\ud83d\ude00"])") << QByteArray(R"(["\ufffd\ud83d\ude00"])");
    QTest::newRow("low surrogate alone")
        << QByteArray(R"(["\ude00"])") << QByteArray(R"(["\ufffd"])");
    QTest::newRow("unknown escape")
        << QByteArray(R"(["it\'s \x41"])") << QByteArray(R"(["it's x41"])");
    QTest::newRow("no digits") << QByteArray(R"(["\u12"])") << QByteArray(R"(["u12"])");
    QTest::newRow("control characters") << QByteArray("[\"a\nb\t\"]") << QByteArray("[\"a b \"]");
    QTest::newRow("too large") << QByteArray("[1e400,-1e400,2]") << QByteArray("[1e300,1e300,2]");
    QTest::newRow("too long") << QByteArray("[12345678901234567890123]") << QByteArray("[1e300]");
    QTest::newRow("no number") << QByteArray("[1e,-,2]") << QByteArray("[1e300,1e300,2]");
    QTest::newRow("digits in a text stay") << QByteArray("[\"12345678901234567890123\xe9\"]")
                                           << "[\"12345678901234567890123" + lost + "\"]";
}

void TestJsonRepair::oneBrokenValueIsReplaced()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, repaired);
    QCOMPARE(wire::repairedJson(json), repaired);
}

void TestJsonRepair::aBrokenStructureStaysBroken_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"[", "{\"a\":", "[\"a", "[\"a\\", "[\"a\\u", "[\"\\ud83d\\u", "[1 2]",
             "[tru]", "[01]", "[1.]", "{\"a\" 1}", "[\"a\"\"b\"]", "[]]", "\xff"})
        QTest::newRow(json) << QByteArray(json);
}

void TestJsonRepair::aBrokenStructureStaysBroken()
{
    QFETCH(QByteArray, json);
    const wire::JsonReading before(json);
    const wire::JsonReading after(wire::repairedJson(json));
    QVERIFY(before.failed());
    QVERIFY(after.failed());
}

void TestJsonRepair::oneBrokenValueHidesNoOther_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("Latin-1") << QByteArray("\"caf\xe9\"");
    QTest::newRow("half a pair") << QByteArray(R"("\ud83d")");
    QTest::newRow("control character") << QByteArray("\"a\x01\"");
    QTest::newRow("unknown escape") << QByteArray(R"("\q")");
    QTest::newRow("too large") << QByteArray("1e999");
    QTest::newRow("too long") << QByteArray("123456789012345678901234567890");
}

void TestJsonRepair::oneBrokenValueHidesNoOther()
{
    QFETCH(QByteArray, value);
    wire::JsonReading reading(
        R"({"data":[{"mac":"a","odd":1},{"mac":"b","odd":)" + value + R"(},{"mac":"c"}]})");
    QStringList macs;
    for (const wire::JsonCursor &row : reading.root().requiredRows("data"_L1)) {
        macs << row.requiredText("mac"_L1);
        QVERIFY(row.integer("odd"_L1).value_or(1) == 1);
    }
    QCOMPARE(macs, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QVERIFY(!reading.failed());
}

QTEST_GUILESS_MAIN(TestJsonRepair)
#include "tst_jsonrepair.moc"
