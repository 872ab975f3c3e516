#include "wire/rowslices.h"

#include "wire/jsonreading.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What a reader of rows sees of a body.
struct Reading
{
    QStringList rows; ///< text and number of each, and how many things it lists
    QString rc; ///< beside the list
    QString complaint;

    friend bool operator==(const Reading &, const Reading &) = default;
};

Reading readIn(const QByteArray &body, qsizetype sliceBytes)
{
    Reading found;
    wire::JsonReading reading(
        body, "data"_L1,
        [&found](const wire::JsonCursor &row) {
            found.rows << row.requiredText("name"_L1) + u'/'
                    + QString::number(row.requiredInteger("n"_L1)) + u'/'
                    + QString::number(row.rows("things"_L1).size());
        },
        sliceBytes);
    const wire::JsonCursor root = reading.root();
    found.rc = root.at("meta"_L1).text("rc"_L1);
    (void)root.requiredRows("data"_L1);
    if (const Result<int> result = reading.result(0); !result)
        found.complaint = result.error().detail;
    return found;
}

qsizetype whole(const QByteArray &body)
{
    return body.size();
}

/// Rows with what may look like the space between two of them.
const QByteArray trickyRows = QByteArray(R"({"name":"plain","n":1},)")
    + "{\"name\":\"},{\\\"name\\\":\\\"x\\\"},{\",\"n\":2}," + "\n "
    + R"({"things":[{"a":1},{"a":2},{"a":[{}, {}]}],"n":3,"name":"things"},)"
    + "{\"name\":\"\\\\\",\"n\":4},{\"n\":5,\"name\":\"\\\\\\\"},{\"}," + "\n"
    + R"({"name":"caf\u00e9 } , {","n":6 } , {"n":7,"name":"[[[{{{","things":[]},)"
    + R"({"name":"last","n":8})";

} // namespace

class TestRowSlices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListIsFoundUnderItsKey_data();
    void theListIsFoundUnderItsKey();
    void aRowEndsAtTheCommaBehindIt_data();
    void aRowEndsAtTheCommaBehindIt();
    void slicesReadAsTheWhole_data();
    void slicesReadAsTheWhole();
    void everyTruncationIsACrispComplaint();
    void anyBytesAreSlicedWithoutHarm();
    void aRowOfALongListIsNamedByItsNumber();
    void aBrokenNameInALongListHidesNoRow();
};

void TestRowSlices::theListIsFoundUnderItsKey_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("start");
    QTest::newRow("first") << QByteArray(R"({"data":[1]})") << 9;
    QTest::newRow("blanks") << QByteArray(" { \"data\" :\n[1]}") << 13;
    QTest::newRow("behind another") << QByteArray(R"({"m":{"data":[2,"]}"]},"data":[1]})") << 31;
    QTest::newRow("not a list") << QByteArray(R"({"data":{}})") << -1;
    QTest::newRow("another") << QByteArray(R"({"rows":[1]})") << -1;
    QTest::newRow("inside only") << QByteArray(R"({"m":{"data":[1]}})") << -1;
    QTest::newRow("a list") << QByteArray(R"(["data",[1]])") << -1;
    QTest::newRow("cut in the key") << QByteArray(R"({"da)") << -1;
    QTest::newRow("cut behind the key") << QByteArray(R"({"data")") << -1;
    QTest::newRow("cut behind the colon") << QByteArray(R"({"data":)") << -1;
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("HTML") << QByteArray("<html>\"data\":[") << -1;
}

void TestRowSlices::theListIsFoundUnderItsKey()
{
    QFETCH(QByteArray, json);
    QFETCH(int, start);
    QCOMPARE(wire::listStart(json, "data"_L1), start);
}

void TestRowSlices::aRowEndsAtTheCommaBehindIt_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<int>("atLeast");
    QTest::addColumn<int>("end");
    QTest::newRow("at once") << QByteArray("{},{},{}]") << 0 << 2;
    QTest::newRow("the second") << QByteArray("{},{},{}]") << 3 << 5;
    QTest::newRow("the list ends") << QByteArray("{},{},{}],[1,2]") << 6 << -1;
    QTest::newRow("inside") << QByteArray(R"({"a":[1,{"b":2},3],"c":4},{})") << 0 << 25;
    QTest::newRow("in a text") << QByteArray(R"({"a":"},{"},{})") << 0 << 11;
    QTest::newRow("behind an escaped quote") << QByteArray("{\"a\":\"\\\",{\"},{}") << 0 << 12;
    QTest::newRow("behind an escaped escape") << QByteArray("{\"a\":\"\\\\\"},{}") << 0 << 10;
    QTest::newRow("open text") << QByteArray(R"({"a":"},{})") << 0 << -1;
    QTest::newRow("open row") << QByteArray(R"({"a":1,{})") << 0 << -1;
    QTest::newRow("empty") << QByteArray() << 0 << -1;
}

void TestRowSlices::aRowEndsAtTheCommaBehindIt()
{
    QFETCH(QByteArray, rows);
    QFETCH(int, atLeast);
    QFETCH(int, end);
    QCOMPARE(wire::rowsEnd(rows, 0, atLeast), end);
}

void TestRowSlices::slicesReadAsTheWhole_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("list behind") << R"({"meta":{"rc":"ok"},"data":[)" + trickyRows + "]}";
    QTest::newRow("list before") << R"({"data":[)" + trickyRows + R"(],"meta":{"rc":"ok"}})";
    QTest::newRow("byte order mark") << "\xef\xbb\xbf{\"data\":[" + trickyRows + "]}";
    QTest::newRow("a row lacks its name") << R"({"data":[)" + trickyRows + R"(,{"n":9}]})";
    QTest::newRow("rows that are none") << R"({"data":[)" + trickyRows + ",3,[],null,\"x\"]}";
    QTest::newRow("no row") << QByteArray(R"({"meta":{"rc":"ok"},"data":[]})");
    QTest::newRow("no list") << QByteArray(R"({"meta":{"rc":"ok"},"data":{"n":1}})");
    QTest::newRow("broken names") << "{\"data\":[{\"name\":\"\xe9\",\"n\":1}," + trickyRows
            + ",{\"name\":\"\\ud83d\",\"n\":1e999}]}";
    QTest::newRow("garbage behind") << R"({"data":[)" + trickyRows + "]}}";
    QTest::newRow("a row is cut off") << R"({"data":[)" + trickyRows + R"(,{"n":]})";
}

void TestRowSlices::slicesReadAsTheWhole()
{
    QFETCH(QByteArray, body);
    const Reading expected = readIn(body, whole(body));
    for (qsizetype sliceBytes = 1; sliceBytes < body.size(); ++sliceBytes) {
        const Reading found = readIn(body, sliceBytes);
        QCOMPARE(found.complaint, expected.complaint);
        if (!expected.complaint.isEmpty())
            continue;
        QCOMPARE(found.rows, expected.rows);
        QCOMPARE(found.rc, expected.rc);
    }
}

void TestRowSlices::everyTruncationIsACrispComplaint()
{
    const QByteArray body = R"({"data":[)" + trickyRows + R"(],"meta":{"rc":"ok"}})";
    for (qsizetype length = 0; length < body.size(); ++length)
        for (const qsizetype sliceBytes : {1, 40, 100, 1000})
            QVERIFY2(!readIn(body.first(length), sliceBytes).complaint.isEmpty(),
                qPrintable(QString::number(length)));
}

/// Each octet replaced by one that means something.
void TestRowSlices::anyBytesAreSlicedWithoutHarm()
{
    const QByteArray body = R"({"meta":{"rc":"ok"},"data":[)" + trickyRows + "]}";
    for (qsizetype at = 0; at < body.size(); ++at) {
        for (const char c : {'"', '\\', '{', '}', '[', ']', ',', '\xff', '\0'}) {
            QByteArray odd = body;
            odd[at] = c;
            const Reading expected = readIn(odd, whole(odd));
            const Reading found = readIn(odd, 60);
            QCOMPARE(found.complaint.isEmpty(), expected.complaint.isEmpty());
            if (expected.complaint.isEmpty())
                QCOMPARE(found, expected);
        }
    }
}

void TestRowSlices::aRowOfALongListIsNamedByItsNumber()
{
    const QByteArray body = R"({"data":[)" + trickyRows + R"(,{"name":"x"},{"name":"y","n":1}]})";
    for (const qsizetype sliceBytes : {1, 10, 50, 10'000})
        QCOMPARE(readIn(body, sliceBytes).complaint, u"data[8].n is missing"_s);
}

void TestRowSlices::aBrokenNameInALongListHidesNoRow()
{
    QByteArray rows;
    for (int i = 0; i < 20'000; ++i)
        rows += (i > 0 ? "," : "")
            + QByteArray("{\"n\":1,\"name\":\"caf\xe9 },{\",\"things\":[{},{}]}");
    const QByteArray body = R"({"meta":{"rc":"ok"},"data":[)" + rows + "]}";
    QVERIFY(body.size() > 2 * wire::JsonReading::usualSlice);
    const Reading found = readIn(body, wire::JsonReading::usualSlice);
    QCOMPARE(found.complaint, QString());
    QCOMPARE(found.rows.size(), 20'000);
    QCOMPARE(found.rc, u"ok"_s);
}

QTEST_GUILESS_MAIN(TestRowSlices)
#include "tst_rowslices.moc"
