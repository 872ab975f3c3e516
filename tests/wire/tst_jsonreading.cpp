#include "wire/jsonreading.h"

#include "wire/foreigntext.h"
#include "wire/isotime.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestJsonReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstComplaintNamesItsPath_data();
    void theFirstComplaintNamesItsPath();
    void numbersAndBooleansMayComeAsText();
    void anyBytesGiveAValueOrAComplaint_data();
    void anyBytesGiveAValueOrAComplaint();
    void deepPathsAreNamedAsFarAsTheyGo();
    void aByteOrderMarkIsSkipped();
    void theLastOfSeveralFieldsCounts();
    void oneBrokenNameDoesNotHideTheRest();
    void isoTimesAreReadToTheMillisecond_data();
    void isoTimesAreReadToTheMillisecond();
    void foreignTextIsOneShortPlainLine();
};

void TestJsonReading::theFirstComplaintNamesItsPath_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    QTest::newRow("good") << QByteArray(R"({"data":[{"mac":"a","n":3}]})") << QString();
    QTest::newRow("missing in a row")
        << QByteArray(R"({"data":[{"mac":"a","n":1},{"n":2}]})") << u"data[1].mac is missing"_s;
    QTest::newRow("null") << QByteArray(R"({"data":[{"mac":null,"n":1}]})")
                          << u"data[0].mac is missing"_s;
    QTest::newRow("wrong type") << QByteArray(R"({"data":[{"mac":7,"n":1}]})")
                                << u"data[0].mac is not a text"_s;
    QTest::newRow("not whole") << QByteArray(R"({"data":[{"mac":"a","n":1.5}]})")
                               << u"data[0].n is not a whole number"_s;
    QTest::newRow("too large") << QByteArray(R"({"data":[{"mac":"a","n":1e300}]})")
                               << u"data[0].n is not a whole number"_s;
    QTest::newRow("row is no object")
        << QByteArray(R"({"data":[3]})") << u"data[0].mac is missing"_s;
    QTest::newRow("a number that no bits hold") << QByteArray(R"({"data":[{"mac":"a","n":1e400}]})")
                                                << u"data[0].n is not a whole number"_s;
    QTest::newRow("beyond 2^53") << QByteArray(R"({"data":[{"mac":"a","n":9007199254740994}]})")
                                 << u"data[0].n is not a whole number"_s;
    QTest::newRow("list is an object") << QByteArray(R"({"data":{}})") << u"data is not a list"_s;
    QTest::newRow("no list") << QByteArray(R"({})") << u"data is missing"_s;
    QTest::newRow("an array") << QByteArray(R"([])") << u"data is missing"_s;
}

void TestJsonReading::theFirstComplaintNamesItsPath()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    wire::JsonReading reading(body);
    for (const wire::JsonCursor &row : reading.root().requiredRows("data"_L1)) {
        (void)row.requiredText("mac"_L1);
        (void)row.requiredInteger("n"_L1);
    }
    const Result<int> result = reading.result(1);
    QCOMPARE(result.has_value(), detail.isEmpty());
    if (!result) {
        QCOMPARE(result.error().kind, Failure::Kind::UnreadableReply);
        QCOMPARE(result.error().detail, detail);
    }
}

void TestJsonReading::numbersAndBooleansMayComeAsText()
{
    wire::JsonReading reading(
        R"({"code":"-44112","n":" 12 ","t":"true","f":"False","x":"7a","big":9007199254740991,"d":3.0})");
    const wire::JsonCursor root = reading.root();
    QCOMPARE(root.integer("code"_L1), -44112);
    QCOMPARE(root.integer("n"_L1), 12);
    QCOMPARE(root.boolean("t"_L1), true);
    QCOMPARE(root.boolean("f"_L1), false);
    QCOMPARE(root.integer("x"_L1), std::nullopt);
    QCOMPARE(root.boolean("x"_L1), std::nullopt);
    QCOMPARE(root.integer("big"_L1), 9007199254740991);
    QCOMPARE(root.smallInteger("big"_L1), std::nullopt);
    QCOMPARE(root.integer("d"_L1), 3);
    QCOMPARE(root.msTime("n"_L1)->toMSecsSinceEpoch(), 12);
    QCOMPARE(root.msTime("big"_L1), std::nullopt);
    QVERIFY(!reading.failed());
}

void TestJsonReading::anyBytesGiveAValueOrAComplaint_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("html") << QByteArray("<!doctype html><html></html>");
    QTest::newRow("truncated") << QByteArray(R"({"data":[{"mac":"02:00)");
    QTest::newRow("binary") << QByteArray("\x00\xff\x13\x80", 4);
    QTest::newRow("deeply nested") << QByteArray("[").repeated(100'000);
    QTest::newRow("deeply nested objects")
        << QByteArray(R"({"a":)").repeated(50'000) + '1' + QByteArray("}").repeated(50'000);
    QTest::newRow("a bare word") << QByteArray("null");
    QTest::newRow("50 MB of spaces") << QByteArray(50'000'000, ' ');
}

void TestJsonReading::anyBytesGiveAValueOrAComplaint()
{
    QFETCH(QByteArray, body);
    wire::JsonReading reading(body);
    (void)reading.root().requiredText("data"_L1);
    const Result<int> result = reading.result(1);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Failure::Kind::UnreadableReply);
    QVERIFY(result.error().detail.size() < 200);
}

void TestJsonReading::deepPathsAreNamedAsFarAsTheyGo()
{
    wire::JsonReading reading(R"({"a":{"b":[0,{"c":{}}]}})");
    const wire::JsonCursor row = *++reading.root().at("a"_L1).rows("b"_L1).begin();
    row.at("c"_L1).complainAt("d"_L1, u"is missing"_s);
    QCOMPARE(reading.result(1).error().detail, u"a.b[1].c.d is missing"_s);
}

void TestJsonReading::aByteOrderMarkIsSkipped()
{
    wire::JsonReading reading("\xef\xbb\xbf{\"a\":\"b\"}");
    QCOMPARE(reading.root().requiredText("a"_L1), u"b"_s);
    QVERIFY(!reading.failed());
}

/// An object is searched in one of two ways, by how many fields it has.
void TestJsonReading::theLastOfSeveralFieldsCounts()
{
    for (const int fields : {0, 20, 100, 300}) {
        QByteArray body = R"({"wanted":"old","qos_rate_max_down":1,"qos_rate_max_up":2)";
        for (int i = 0; i < fields; ++i)
            body += ",\"field" + QByteArray::number(i) + "\":{\"wanted\":0}";
        body += R"(,"":"none","wanted":"new"})";
        wire::JsonReading reading(body);
        QCOMPARE(reading.root().text("wanted"_L1), u"new"_s);
        QCOMPARE(reading.root().view("wanted"_L1), std::string_view("new"));
        QCOMPARE(reading.root().integer("qos_rate_max_down"_L1), 1);
        QCOMPARE(reading.root().integer("qos_rate_max_up"_L1), 2);
        QCOMPARE(reading.root().text(""_L1), u"none"_s);
        QVERIFY(!reading.root().at("want"_L1).exists());
        QCOMPARE(reading.root().at("field19"_L1).exists(), fields > 19);
        if (fields > 19)
            QCOMPARE(reading.root().at("field19"_L1).integer("wanted"_L1), 0);
    }
}

void TestJsonReading::oneBrokenNameDoesNotHideTheRest()
{
    wire::JsonReading reading(QByteArray("{\"name\":\"caf\xe9\",\"mac\":\"x\"}"));
    QCOMPARE(reading.root().requiredText("mac"_L1), u"x"_s);
    QVERIFY(!reading.failed());
}

void TestJsonReading::isoTimesAreReadToTheMillisecond_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("time");
    const QDate day(2026, 3, 2);
    QTest::newRow("plain") << QByteArray("2026-03-02T09:20:00Z")
                           << QDateTime(day, QTime(9, 20), Qt::UTC);
    QTest::newRow("nanoseconds") << QByteArray("2026-03-02T09:20:45.754603972Z")
                                 << QDateTime(day, QTime(9, 20, 45, 754), Qt::UTC);
    QTest::newRow("tenths") << QByteArray("2026-03-02T09:20:45.7Z")
                            << QDateTime(day, QTime(9, 20, 45, 700), Qt::UTC);
    QTest::newRow("east") << QByteArray("2026-03-02T09:20:00+02:30")
                          << QDateTime(day, QTime(6, 50), Qt::UTC);
    QTest::newRow("west, fraction") << QByteArray("2026-03-02T09:20:00.5-0130")
                                    << QDateTime(day, QTime(10, 50, 0, 500), Qt::UTC);
    QTest::newRow("no zone") << QByteArray("2026-03-02T09:20:00")
                             << QDateTime(day, QTime(9, 20), Qt::UTC);
    QTest::newRow("no such day") << QByteArray("2026-02-30T09:20:00Z") << QDateTime();
    QTest::newRow("leap day") << QByteArray("2028-02-29T00:00:00Z")
                              << QDateTime(QDate(2028, 2, 29), QTime(0, 0), Qt::UTC);
    QTest::newRow("a blank for the T")
        << QByteArray("2026-03-02 09:20:00") << QDateTime(day, QTime(9, 20), Qt::UTC);
    QTest::newRow("into another year") << QByteArray("2026-12-31T23:30:00-01:00")
                                       << QDateTime(QDate(2027, 1, 1), QTime(0, 30), Qt::UTC);
    for (const char *wrong :
        {"2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
            "2026-03-02T24:00:00Z", "2026-03-02T09:60:00Z", "2026-03-02T09:20:60Z",
            "2026-03-02T9:20:00Z", "2026-03-02T09:20:00+1", "2026-03-02T09:20:00+01:0a",
            "+026-03-02T09:20:00Z", "2026-03-02T09:20", "2026-03-02T09:20:00.5x"})
        QTest::newRow(wrong) << QByteArray(wrong) << QDateTime();
    QTest::newRow("a date") << QByteArray("2026-03-02") << QDateTime();
    QTest::newRow("trailing words") << QByteArray("2026-03-02T09:20:00Zulu") << QDateTime();
    QTest::newRow("empty") << QByteArray() << QDateTime();
}

void TestJsonReading::isoTimesAreReadToTheMillisecond()
{
    QFETCH(QByteArray, text);
    QFETCH(QDateTime, time);
    QCOMPARE(
        wire::fromIsoTime(text.toStdString()), time.isValid() ? std::optional(time) : std::nullopt);
}

void TestJsonReading::foreignTextIsOneShortPlainLine()
{
    QCOMPARE(wire::foreignText(u"  Client\r\n is\tnot a\u0007 \u202Eguest "_s),
        u"Client is not a guest"_s);
    QCOMPARE(wire::foreignText(QString(5'000'000, u'x')).size(), 300);
    QCOMPARE(wire::foreignText({}), QString());
}

QTEST_GUILESS_MAIN(TestJsonReading)
#include "tst_jsonreading.moc"
