#include "browsers.h"
#include "inbound/httplistener.h"

#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

InboundReply echo(const InboundRequest &request)
{
    InboundReply reply;
    reply.contentType = "text/plain";
    reply.body = request.method + ' ' + request.target;
    return reply;
}

} // namespace

class TestHttpListener : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<HttpListener> m_listener;
    int m_asked = 0;

    void listen(const ListenerLimits &limits = {})
    {
        m_asked = 0;
        m_listener = std::make_unique<HttpListener>(
            [this](const InboundRequest &request) {
                ++m_asked;
                return echo(request);
            },
            limits);
        QVERIFY(m_listener->listen(QHostAddress::LocalHost, 0));
    }
    [[nodiscard]] RawAnswer ask(const QByteArray &bytes) const
    {
        return answerTo(m_listener->port(), bytes);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        listen();
    }
    void cleanup() { m_listener.reset(); }

    void aBrowserIsAnsweredAndTheConnectionEnds()
    {
        const RawAnswer answer = ask(get("/a?b=c"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "GET /a?b=c");
        QVERIFY(answer.head.contains("Connection: close"));
        QTRY_COMPARE(m_listener->connections(), 0);
    }

    void headGetsTheHeadAlone()
    {
        const RawAnswer answer = ask(get("/a", "HEAD"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray());
    }

    void megabytesAreRefusedAndNeverReachAnybody_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray much(3 * 1024 * 1024, 'x');
        QTest::newRow("query") << get("/?ssid=" + much) << 414;
        QTest::newRow("a line that does not end") << "GET /" + much << 414;
        QTest::newRow("header") << "GET / HTTP/1.1\r\nCookie: " + much + "\r\n\r\n" << 431;
        QTest::newRow("many headers")
            << "GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(9000) + "\r\n"
            << 431;
        QTest::newRow("body") << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3145728\r\n\r\n"
                + much << 413;
        QTest::newRow("prose") << "good morning " + much << 400;
    }
    void megabytesAreRefusedAndNeverReachAnybody()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QCOMPARE(ask(bytes).status, status);
        QCOMPARE(m_asked, 0);
        QTRY_COMPARE(m_listener->connections(), 0);
    }

    void whoSaysNothingIsCut()
    {
        ListenerLimits limits;
        limits.patience = 50ms;
        listen(limits);
        QTcpSocket silent;
        silent.connectToHost(QHostAddress(QHostAddress::LocalHost), m_listener->port());
        QTRY_COMPARE(silent.state(), QAbstractSocket::ConnectedState);
        silent.write("GET / HT");
        QTRY_COMPARE(silent.state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(m_listener->connections(), 0);
        QCOMPARE(m_asked, 0);
    }

    void onePeerCannotTakeAllConnections()
    {
        ListenerLimits limits;
        limits.connectionsOfPeer = 2;
        listen(limits);
        QTcpSocket first;
        QTcpSocket second;
        for (QTcpSocket *socket : {&first, &second})
            socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_listener->port());
        QTRY_COMPARE(m_listener->connections(), 2);
        QCOMPARE(ask(get("/")).status, 429);
        first.abort();
        QTRY_COMPARE(m_listener->connections(), 1);
        QCOMPARE(ask(get("/")).status, 200);
    }

    void whoAsksTooOftenIsToldSo()
    {
        ListenerLimits limits;
        limits.perSecondOfPeer = 1;
        listen(limits);
        QCOMPARE(ask(get("/")).status, 200);
        QCOMPARE(ask(get("/")).status, 429);
        QVERIFY(QTest::qWaitFor([this] { return ask(get("/")).status == 200; }));
    }

    // A flood is served in small helpings: between two of them the event loop comes round, however
    // many more are waiting. The longest gap is told in requests, which a slow machine cannot
    // change.
    void aFloodLeavesTheEventLoopItsTurns()
    {
#ifdef Q_OS_WIN
        QSKIP("under wine 2000 connections take more than a minute");
#endif
        ListenerLimits limits;
        limits.perSecond = 1000;
        limits.perSecondOfPeer = 100'000;
        listen(limits);
        constexpr int browsers = 4;
        constexpr int requestsEach = 500;
        constexpr int mostInAGap = 64; // a millisecond's worth, and one turn of the loop
        std::vector<std::unique_ptr<Crowd>> crowds;
        crowds.reserve(browsers);
        for (int i = 0; i < browsers; ++i)
            crowds.push_back(std::make_unique<Crowd>(m_listener->port(), requestsEach));

        int askedBefore = 0;
        int longestGap = 0;
        int turns = 0;
        int mostConnections = 0;
        QTimer loop;
        connect(&loop, &QTimer::timeout, this, [&] {
            ++turns;
            longestGap = std::max(longestGap, m_asked - askedBefore);
            mostConnections = std::max(mostConnections, m_listener->connections());
            askedBefore = m_asked;
        });
        loop.start(1ms);
        for (const auto &crowd : crowds)
            crowd->start();
        for (const auto &crowd : crowds)
            QVERIFY(QTest::qWaitFor([&] { return crowd->isFinished(); }, 60'000));

        int answered = 0;
        for (const auto &crowd : crowds)
            answered += crowd->answered;
        QCOMPARE(answered, browsers * requestsEach);
        QCOMPARE(m_asked, browsers * requestsEach);
        QVERIFY2(longestGap <= mostInAGap, qPrintable(QString::number(longestGap)));
        QVERIFY(turns >= browsers * requestsEach / mostInAGap);
        QVERIFY(mostConnections <= 4 * browsers);
    }

    void moreThanTheRateWaitTheirTurn()
    {
        ListenerLimits limits;
        limits.perSecond = 8; // two at once, then one every 125 ms
        listen(limits);
        QElapsedTimer time;
        time.start();
        Crowd crowd(m_listener->port(), 10);
        crowd.start();
        QTRY_VERIFY(crowd.isFinished());
        QCOMPARE(int(crowd.answered), 10);
        QVERIFY(time.elapsed() >= 900);
    }

    void aPortThatIsTakenIsNamedAsSuch()
    {
        HttpListener second(echo);
        QVERIFY(!second.listen(QHostAddress::LocalHost, m_listener->port()));
        QCOMPARE(second.error(), QAbstractSocket::AddressInUseError);
        QVERIFY(!second.isListening());
        m_listener->close();
        QVERIFY(!m_listener->isListening());
    }

    void closingCutsWhoeverIsThere()
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_listener->port());
        QTRY_COMPARE(m_listener->connections(), 1);
        m_listener->close();
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(m_listener->connections(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHttpListener)
#include "tst_httplistener.moc"
