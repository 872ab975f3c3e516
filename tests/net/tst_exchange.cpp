#include "net/jobwait.h"
#include "net/namchannel.h"
#include "net/tlsloopback.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

HttpRequest get(const QString &path = u"/v1/info"_s)
{
    HttpRequest request;
    request.path = path;
    return request;
}

HttpRequest action(HttpRequest::Verb verb = HttpRequest::Verb::Post, const QByteArray &body = "{}")
{
    HttpRequest request = get(u"/v1/actions"_s);
    request.verb = verb;
    request.body = body;
    if (!body.isEmpty())
        request.contentType = "application/json";
    request.isAction = true;
    return request;
}

/// Changes nothing, but goes by the connections of actions.
HttpRequest question()
{
    HttpRequest request = get(u"/v1/question"_s);
    request.verb = HttpRequest::Verb::Post;
    request.body = "{}";
    request.contentType = "application/json";
    return request;
}

TlsLoopback::Answer hangUp()
{
    return {{}, true};
}

} // namespace

/// What becomes of a request when the connection does not do its part.
class TestExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anActionIsSentOnceWhateverHappens_data();
    void anActionIsSentOnceWhateverHappens();
    void anActionOnAConnectionThatDiedIsSentAtMostOnce();
    void aBodyCutShortIsAFailure_data();
    void aBodyCutShortIsAFailure();
    void silenceAfterSendingIsNoAnswer();
    void silenceBeforeTheHandshakeIsUnreachable();
    void whatCannotBeReachedIsNamed();
    void plainHttpOnATlsPortIsNamed();
    void cancellingEndsTheRequest();
    void aChannelThatGoesAwayCancelsItsJobs();

private:
    TestCertificate m_certificate = selfSigned();
    std::unique_ptr<TlsLoopback> m_server;
    std::unique_ptr<NamChannel> m_channel;
};

void TestExchange::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_server = std::make_unique<TlsLoopback>(m_certificate);
    m_channel = std::make_unique<NamChannel>(m_server->url(), m_certificate.sha256());
}

void TestExchange::cleanup()
{
    m_channel.reset();
    m_server.reset();
}

void TestExchange::anActionIsSentOnceWhateverHappens_data()
{
    QTest::addColumn<HttpRequest::Verb>("verb");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("onWarmConnection");
    for (const bool warm : {false, true}) {
        const char *tag = warm ? "warm" : "cold";
        QTest::addRow("POST, %s", tag) << HttpRequest::Verb::Post << QByteArray("{}") << warm;
        QTest::addRow("POST without a body, %s", tag)
            << HttpRequest::Verb::Post << QByteArray() << warm;
        QTest::addRow("PATCH, %s", tag)
            << HttpRequest::Verb::Patch << QByteArray("{\"a\":1}") << warm;
        QTest::addRow("PUT, %s", tag) << HttpRequest::Verb::Put << QByteArray("{}") << warm;
        QTest::addRow("DELETE, %s", tag) << HttpRequest::Verb::Delete << QByteArray() << warm;
    }
}

void TestExchange::anActionIsSentOnceWhateverHappens()
{
    QFETCH(HttpRequest::Verb, verb);
    QFETCH(QByteArray, body);
    QFETCH(bool, onWarmConnection);
    int actions = 0;
    m_server->answerWith([&actions](const TlsLoopback::Seen &seen) {
        if (!seen.head.contains("/v1/actions "))
            return TlsLoopback::ok("{}");
        ++actions;
        return hangUp();
    });
    if (onWarmConnection)
        QVERIFY(answerOf(m_channel->send(question())).has_value());
    const Result<HttpReply> answer = answerOf(m_channel->send(action(verb, body)));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Failure::Kind::NoAnswer);
    QCOMPARE(actions, 1);
    QVERIFY(answerOf(m_channel->send(question())).has_value()); // it goes on, and nothing more came
    QCOMPARE(actions, 1);
}

void TestExchange::anActionOnAConnectionThatDiedIsSentAtMostOnce()
{
    // The server hangs up right after its answer, while the client believes the connection to be
    // alive.
    int actions = 0;
    m_server->answerWith([&actions](const TlsLoopback::Seen &seen) {
        if (seen.head.contains("/v1/actions "))
            ++actions;
        TlsLoopback::Answer answer = TlsLoopback::ok("{}");
        answer.hangUp = true;
        return answer;
    });
    for (int round = 0; round < 10; ++round) {
        const int before = actions;
        QVERIFY(answerOf(m_channel->send(question())).has_value());
        const Result<HttpReply> answer = answerOf(m_channel->send(action()));
        QVERIFY(actions - before <= 1);
        if (answer)
            QCOMPARE(actions - before, 1);
    }
}

void TestExchange::aBodyCutShortIsAFailure_data()
{
    QTest::addColumn<bool>("asAction");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Failure::Kind>("kind");
    const QByteArray declared = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":[";
    const QByteArray chunked
        = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"data\":[\r\n";
    QTest::newRow("GET") << false << declared << Failure::Kind::UnreadableReply;
    QTest::newRow("GET, chunked") << false << chunked << Failure::Kind::UnreadableReply;
    QTest::newRow("action") << true << declared << Failure::Kind::NoAnswer;
    QTest::newRow("action, chunked") << true << chunked << Failure::Kind::NoAnswer;
    QTest::newRow("action, not HTTP")
        << true << QByteArray("hello\r\n\r\n") << Failure::Kind::NoAnswer;
}

void TestExchange::aBodyCutShortIsAFailure()
{
    QFETCH(bool, asAction);
    QFETCH(QByteArray, bytes);
    QFETCH(Failure::Kind, kind);
    m_server->answerWith([&](const TlsLoopback::Seen &) {
        return TlsLoopback::Answer{bytes, true};
    });
    const Result<HttpReply> answer = answerOf(m_channel->send(asAction ? action() : get()));
    QVERIFY(!answer);
    QVERIFY2(answer.error().kind == kind || (asAction && answer.error().mayHaveTakenEffect()),
        qPrintable(answer.error().detail));
    if (asAction)
        QCOMPARE(m_server->seen().size(), 1);
}

void TestExchange::silenceAfterSendingIsNoAnswer()
{
    m_server->answerWith([](const TlsLoopback::Seen &) { return TlsLoopback::Answer{}; });
    HttpRequest request = action();
    request.timeout = 200ms;
    for (int round = 0; round < 2; ++round) {
        const Result<HttpReply> answer = answerOf(m_channel->send(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Failure::Kind::NoAnswer);
    }
    QCOMPARE(m_server->seen().size(), 2);
}

void TestExchange::silenceBeforeTheHandshakeIsUnreachable()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    NamChannel channel(
        QUrl(u"https://127.0.0.1:%1"_s.arg(silent.serverPort())), m_certificate.sha256());
    HttpRequest request = action();
    request.timeout = 200ms;
    const Result<HttpReply> answer = answerOf(channel.send(request));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Failure::Kind::Unreachable);
}

void TestExchange::whatCannotBeReachedIsNamed()
{
    NamChannel nowhere(QUrl(u"https://no-such-host.invalid"_s), {});
    QCOMPARE(answerOf(nowhere.send(get())).error().kind, Failure::Kind::HostNotFound);

    const QUrl url = m_server->url();
    m_server.reset();
    NamChannel refused(url, {});
    QCOMPARE(answerOf(refused.send(action())).error().kind, Failure::Kind::Unreachable);

    NamChannel plain(QUrl(u"http://127.0.0.1"_s), {});
    QCOMPARE(answerOf(plain.send(get())).error().kind, Failure::Kind::InvalidInput);
}

void TestExchange::plainHttpOnATlsPortIsNamed()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, this, [&plain] {
        plain.nextPendingConnection()->write(
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    });
    NamChannel channel(
        QUrl(u"https://127.0.0.1:%1"_s.arg(plain.serverPort())), m_certificate.sha256());
    for (const HttpRequest &request : {get(), action()}) {
        const Result<HttpReply> answer = answerOf(channel.send(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Failure::Kind::NotTls);
    }
}

void TestExchange::cancellingEndsTheRequest()
{
    m_server->answerWith([](const TlsLoopback::Seen &) { return TlsLoopback::Answer{}; });
    Job<HttpReply> *job = m_channel->send(action());
    std::optional<Failure::Kind> kind;
    job->then(this, [&kind](const Result<HttpReply> &answer) { kind = answer.error().kind; });
    QTRY_COMPARE(m_server->seen().size(), 1);
    job->cancel();
    QTRY_VERIFY(kind.has_value());
    QCOMPARE(*kind, Failure::Kind::Cancelled);
}

void TestExchange::aChannelThatGoesAwayCancelsItsJobs()
{
    m_server->answerWith([](const TlsLoopback::Seen &) { return TlsLoopback::Answer{}; });
    std::optional<Failure::Kind> kind;
    m_channel->send(get())->then(
        this, [&kind](const Result<HttpReply> &answer) { kind = answer.error().kind; });
    QTRY_COMPARE(m_server->seen().size(), 1);
    m_channel.reset();
    QTRY_VERIFY(kind.has_value());
    QCOMPARE(*kind, Failure::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
