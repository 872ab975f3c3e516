#include "net/gzip.h"

#include "net/gzipped.h"

#include <QTest>

class TestGzip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasPackedComesBack_data();
    void whatWasPackedComesBack();
    void aLongStreamComesInPieces();
    void bombsStopAtTheLimit();
    void damageIsNamed_data();
    void damageIsNamed();
};

void TestGzip::whatWasPackedComesBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("small") << QByteArray(R"({"data":[]})");
    QTest::newRow("many chunks, 250:1") << QByteArray(R"({"type":"WIRELESS"},)").repeated(50'000);
}

void TestGzip::whatWasPackedComesBack()
{
    QFETCH(QByteArray, bytes);
    const QByteArray packed = gzipped(bytes);
    QVERIFY(looksGzipped(packed));
    QVERIFY(!looksGzipped(bytes));
    const Result<QByteArray> unpacked = inflateGzip(packed, bytes.size());
    QVERIFY(unpacked.has_value());
    QCOMPARE(unpacked.value(), bytes);
}

void TestGzip::aLongStreamComesInPieces()
{
    constexpr qint64 piece = 1'000'000;
    const QByteArray bytes = QByteArray(R"({"type":"WIRELESS"},)").repeated(500'000);
    GzipInflation inflation(gzipped(bytes), bytes.size());
    int pieces = 0;
    while (true) {
        const Result<bool> done = inflation.go(piece);
        QVERIFY(done.has_value());
        ++pieces;
        if (*done)
            break;
    }
    QCOMPARE(inflation.take(), bytes);
    QVERIFY(pieces > bytes.size() / piece / 2);
}

void TestGzip::bombsStopAtTheLimit()
{
    const QByteArray bomb = gzipped(QByteArray(50'000'000, ' '));
    QVERIFY(bomb.size() < 100'000);
    const Result<QByteArray> unpacked = inflateGzip(bomb, 1'000'000);
    QVERIFY(!unpacked);
    QCOMPARE(unpacked.error().kind, Failure::Kind::UnreadableReply);
}

void TestGzip::damageIsNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray packed = gzipped(QByteArray("a list of clients").repeated(100));
    QTest::newRow("cut short") << packed.left(packed.size() / 2);
    QTest::newRow("only the magic") << packed.left(3);
    QByteArray flipped = packed;
    flipped[flipped.size() - 6] = char(~flipped.at(flipped.size() - 6));
    QTest::newRow("wrong check sum") << flipped;
    QTest::newRow("nothing") << QByteArray();
}

void TestGzip::damageIsNamed()
{
    QFETCH(QByteArray, bytes);
    const Result<QByteArray> unpacked = inflateGzip(bytes, 1'000'000);
    QVERIFY(!unpacked);
    QCOMPARE(unpacked.error().kind, Failure::Kind::UnreadableReply);
}

QTEST_GUILESS_MAIN(TestGzip)
#include "tst_gzip.moc"
