#include "core/http.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheDatesThatServersSend_data();
    void readsTheDatesThatServersSend();
    void retryAfterIsReadInBothForms_data();
    void retryAfterIsReadInBothForms();
    void headerNamesAreComparedWithoutCase();
};

void TestHttp::readsTheDatesThatServersSend_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("time");
    const QDateTime time(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    QTest::newRow("GMT") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << time;
    QTest::newRow("blanks around") << QByteArray("  Sun, 06 Nov 1994 08:49:37 GMT ") << time;
    QTest::newRow("numeric zone") << QByteArray("Sun, 06 Nov 1994 09:49:37 +0100") << time;
    QTest::newRow("empty") << QByteArray() << QDateTime();
    QTest::newRow("nonsense") << QByteArray("soon GMT") << QDateTime();
}

void TestHttp::readsTheDatesThatServersSend()
{
    QFETCH(QByteArray, text);
    QFETCH(QDateTime, time);
    const std::optional<QDateTime> read = fromHttpDate(text);
    QCOMPARE(read.has_value(), time.isValid());
    if (read) {
        QCOMPARE(*read, time);
        QCOMPARE(read->timeSpec(), Qt::UTC);
    }
}

void TestHttp::retryAfterIsReadInBothForms_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds"); // -1: nothing told
    QTest::newRow("seconds") << QByteArray("17") << 17;
    QTest::newRow("zero") << QByteArray("0") << 0;
    QTest::newRow("date") << QByteArray("Mon, 02 Mar 2026 09:15:07 GMT") << 60;
    QTest::newRow("past date") << QByteArray("Mon, 02 Mar 2026 09:00:00 GMT") << 0;
    QTest::newRow("negative") << QByteArray("-5") << -1;
    QTest::newRow("nonsense") << QByteArray("later") << -1;
    QTest::newRow("absent") << QByteArray() << -1;
}

void TestHttp::retryAfterIsReadInBothForms()
{
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    HttpReply reply;
    reply.headers = {{"Date", "Mon, 02 Mar 2026 09:14:07 GMT"}, {"Retry-After", value}};
    const auto told = reply.retryAfter();
    QCOMPARE(told.has_value(), seconds >= 0);
    if (told)
        QCOMPARE(*told, std::chrono::seconds(seconds));
}

void TestHttp::headerNamesAreComparedWithoutCase()
{
    HttpReply reply;
    reply.headers = {{"content-TYPE", "application/json"}};
    QCOMPARE(reply.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(reply.header("Content"), QByteArray());
}

QTEST_GUILESS_MAIN(TestHttp)
#include "tst_http.moc"
