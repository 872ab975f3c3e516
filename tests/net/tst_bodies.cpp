#include "net/gzipped.h"
#include "net/jobwait.h"
#include "net/namchannel.h"
#include "net/tlsloopback.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 megabyte = 1024 * 1024;

HttpRequest get()
{
    HttpRequest request;
    request.path = u"/v1/clients"_s;
    return request;
}

/// No two stretches of it are alike, so that nothing out of place goes unnoticed.
QByteArray longList(qint64 bytes)
{
    QByteArray list;
    list.reserve(bytes + 32);
    for (int i = 0; list.size() < bytes; ++i)
        list += "{\"mac\":\"" + QByteArray::number(i, 16).rightJustified(12, '0') + "\"},";
    list.truncate(bytes);
    return list;
}

QByteArray chunked(const QByteArray &body)
{
    QByteArray result;
    constexpr qsizetype chunk = 100'000;
    for (qsizetype at = 0; at < body.size(); at += chunk) {
        const QByteArray part = body.mid(at, chunk);
        result += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
    }
    return result + "0\r\n\r\n";
}

} // namespace

/// Long bodies, by every way that they can come, and those that never end.
class TestBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aBodyArrivesWholeHoweverItComes_data();
    void aBodyArrivesWholeHoweverItComes();
    void aLongBodyOutlivesItsChannel();
    void aDeclaredLengthAboveTheLimitIsRefusedUnread();
    void aBodyWithoutALengthIsRefusedOnceItIsTooLong();
    void aBodyThatKeepsComingMayTakeLong_data() { waysToDrip(); }
    void aBodyThatKeepsComingMayTakeLong();
    void aBodyThatFallsSilentIsUnreadable_data() { waysToDrip(); }
    void aBodyThatFallsSilentIsUnreadable();

private:
    static void waysToDrip();

    TestCertificate m_certificate = selfSigned();
    std::unique_ptr<TlsLoopback> m_server;
    std::unique_ptr<NamChannel> m_channel;
};

void TestBodies::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_server = std::make_unique<TlsLoopback>(m_certificate);
    m_channel = std::make_unique<NamChannel>(m_server->url(), m_certificate.sha256());
}

void TestBodies::cleanup()
{
    m_channel.reset();
    m_server.reset();
}

void TestBodies::aBodyArrivesWholeHoweverItComes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("hangUp");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    for (const auto &[size, body] :
        {std::pair("short", longList(1000)), std::pair("long", longList(8 * megabyte + 3))}) {
        QTest::addRow("%s, with its length", size) << body << TlsLoopback::ok(body).bytes << false;
        QTest::addRow("%s, chunked", size)
            << body << ok + "Transfer-Encoding: chunked\r\n\r\n" + chunked(body) << false;
        QTest::addRow("%s, until the end", size) << body << ok + "\r\n" + body << true;
        QTest::addRow("%s, gzip", size) << body << TlsLoopback::ok(gzipped(body)).bytes << false;
        QTest::addRow("%s, gzip, chunked", size)
            << body << ok + "Transfer-Encoding: chunked\r\n\r\n" + chunked(gzipped(body)) << false;
    }
}

void TestBodies::aBodyArrivesWholeHoweverItComes()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, hangUp);
    m_server->answerWith([&](const TlsLoopback::Seen &) {
        return TlsLoopback::Answer{bytes, hangUp};
    });
    const Result<HttpReply> answer = answerOf(m_channel->send(get()));
    QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
    QVERIFY(answer->body == body);
}

void TestBodies::aLongBodyOutlivesItsChannel()
{
    const QByteArray body = longList(8 * megabyte);
    m_server->answerWith([&](const TlsLoopback::Seen &) { return TlsLoopback::ok(body); });
    HttpReply kept;
    {
        const Result<HttpReply> answer = answerOf(m_channel->send(get()));
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
        kept = *answer;
    }
    QVERIFY(kept.bodyOwner); // it lies where it arrived
    m_channel.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(kept.body == body);
    QCOMPARE(kept.bodyOwner.use_count(), 1); // and nobody else holds it any more
}

void TestBodies::aDeclaredLengthAboveTheLimitIsRefusedUnread()
{
    m_server->answerWith([](const TlsLoopback::Seen &) {
        return TlsLoopback::Answer{"HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n"};
    });
    HttpRequest request = get();
    request.timeout = 60s; // longer than this test waits
    const Result<HttpReply> answer = answerOf(m_channel->send(request));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Failure::Kind::UnreadableReply);
}

void TestBodies::aBodyWithoutALengthIsRefusedOnceItIsTooLong()
{
    m_server->answerWith([](const TlsLoopback::Seen &) {
        return TlsLoopback::Answer{"HTTP/1.1 200 OK\r\n\r\n" + QByteArray(2 * megabyte, 'x')};
    });
    HttpRequest request = get();
    request.maxBytes = megabyte;
    request.timeout = 60s;
    const Result<HttpReply> answer = answerOf(m_channel->send(request));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Failure::Kind::UnreadableReply);
}

void TestBodies::waysToDrip()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("with its length")
        << QByteArray("Content-Length: 200\r\n\r\n") << QByteArray("0123456789");
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n\r\n")
                             << QByteArray("a\r\n0123456789\r\n");
}

void TestBodies::aBodyThatKeepsComingMayTakeLong()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, part);
    constexpr int parts = 20;
    m_server->answerWith([&](const TlsLoopback::Seen &) {
        TlsLoopback::Answer answer{"HTTP/1.1 200 OK\r\n" + head};
        for (int i = 0; i < parts; ++i)
            answer.later += part;
        answer.later.last() += part.startsWith('a') ? "0\r\n\r\n" : "";
        return answer;
    });
    HttpRequest request = get();
    request.timeout = 500ms; // half of what all parts together take
    const Result<HttpReply> answer = answerOf(m_channel->send(request));
    QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(answer->body, QByteArray("0123456789").repeated(parts));
}

void TestBodies::aBodyThatFallsSilentIsUnreadable()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, part);
    m_server->answerWith([&](const TlsLoopback::Seen &) {
        return TlsLoopback::Answer{"HTTP/1.1 200 OK\r\n" + head, false, {part, part}};
    });
    HttpRequest request = get();
    request.timeout = 300ms;
    const Result<HttpReply> answer = answerOf(m_channel->send(request));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Failure::Kind::UnreadableReply);
}

QTEST_GUILESS_MAIN(TestBodies)
#include "tst_bodies.moc"
