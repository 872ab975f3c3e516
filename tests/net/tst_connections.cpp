#include "net/jobwait.h"
#include "net/namchannel.h"
#include "net/tlsloopback.h"

#include <QLoggingCategory>
#include <QSslConfiguration>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

HttpRequest get(int page = 0)
{
    HttpRequest request;
    request.path = u"/v1/clients"_s;
    request.query.addQueryItem(u"page"_s, QString::number(page));
    return request;
}

/// Goes by HTTP/1.1, whatever is offered.
HttpRequest action()
{
    HttpRequest request;
    request.path = u"/v1/actions"_s;
    request.verb = HttpRequest::Verb::Post;
    request.contentType = "application/json";
    request.body = "{}";
    request.isAction = true;
    return request;
}

/// What a request came by.
QByteArray protocolOf(const TlsLoopback::Seen &seen)
{
    return seen.head.left(seen.head.indexOf("\r\n")).split(' ').last();
}

TlsLoopback::Answer echo(const TlsLoopback::Seen &seen)
{
    return TlsLoopback::ok(seen.head.split(' ').value(1));
}

} // namespace

/// How requests share connections: by HTTP/2 where it is offered, opened ahead or not, and what
/// becomes of them when a connection is not what it should be.
class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatChangesNothingGoesByHttp2WhereItIsOffered();
    void manyPagesShareOneHttp2Connection();
    void withoutHttp2SixConnectionsShareThem();
    void everyPageOfAConnectionThatGoesAwayIsAsked_data();
    void everyPageOfAConnectionThatGoesAwayIsAsked();
    void aRequestGivenUpBeforeTheHandshakeTakesNoOtherWithIt();
    void silenceOfOneHoldsUpNoOther();
    void aBodyCutShortByHttp2IsUnreadable();
    void limitsHoldByHttp2();
    void actionsOfAnHttp2ControllerAreSentOnce();

    void connectionsAreOpenedAhead_data() { protocols(); }
    void connectionsAreOpenedAhead();
    void aWrongCertificateIsNotWarmedUpTo_data() { protocols(); }
    void aWrongCertificateIsNotWarmedUpTo();
    void anAuthorityDoesNotHelpAWarmUpPastThePin_data() { protocols(); }
    void anAuthorityDoesNotHelpAWarmUpPastThePin();
    void everyRequestThatWaitedForARefusedHandshakeSaysSo_data() { protocols(); }
    void everyRequestThatWaitedForARefusedHandshakeSaysSo();

private:
    static void protocols();
    [[nodiscard]] QList<Result<HttpReply>> askAll(const QList<HttpRequest> &requests);
    [[nodiscard]] QList<Result<HttpReply>> askPages(int count);

    TestCertificate m_certificate = selfSigned();
    std::unique_ptr<TlsLoopback> m_server;
    std::unique_ptr<NamChannel> m_channel;
};

void TestConnections::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QLoggingCategory::setFilterRules(u"qt.network.http2=false"_s); // it tells of every lost stream
    m_server = std::make_unique<TlsLoopback>(m_certificate);
    m_server->answerWith(echo);
    m_channel = std::make_unique<NamChannel>(m_server->url(), m_certificate.sha256());
}

void TestConnections::cleanup()
{
    m_channel.reset();
    m_server.reset();
}

void TestConnections::protocols()
{
    QTest::addColumn<bool>("http2");
    QTest::newRow("HTTP/1.1") << false;
    QTest::newRow("HTTP/2") << true;
}

/// All at once; the answers in the order of the requests.
QList<Result<HttpReply>> TestConnections::askAll(const QList<HttpRequest> &requests)
{
    std::map<qsizetype, Result<HttpReply>> answers;
    for (qsizetype i = 0; i < requests.size(); ++i)
        m_channel->send(requests.at(i))->then(this, [&answers, i](const Result<HttpReply> &answer) {
            answers.emplace(i, answer);
        });
    [&] { QTRY_COMPARE_WITH_TIMEOUT(qsizetype(answers.size()), requests.size(), 15'000); }();
    QList<Result<HttpReply>> all;
    for (const auto &[i, answer] : answers)
        all.append(answer);
    return all;
}

QList<Result<HttpReply>> TestConnections::askPages(int count)
{
    QList<HttpRequest> pages;
    for (int page = 0; page < count; ++page)
        pages.append(get(page));
    return askAll(pages);
}

void TestConnections::whatChangesNothingGoesByHttp2WhereItIsOffered()
{
    m_server->offerHttp2();
    QCOMPARE(m_channel->requestsAtOnce(), 6);
    for (const HttpRequest &request : {get(), action(), get()})
        QVERIFY(answerOf(m_channel->send(request)).has_value());
    QCOMPARE(protocolOf(m_server->seen().at(0)), QByteArray("HTTP/2"));
    QCOMPARE(protocolOf(m_server->seen().at(1)), QByteArray("HTTP/1.1"));
    QCOMPARE(protocolOf(m_server->seen().at(2)), QByteArray("HTTP/2"));
    QCOMPARE(m_server->handshakes(), 2);
    QVERIFY(m_channel->requestsAtOnce() >= 50);
}

void TestConnections::manyPagesShareOneHttp2Connection()
{
    m_server->offerHttp2();
    const QList<Result<HttpReply>> answers = askPages(60);
    for (int page = 0; page < answers.size(); ++page) {
        QVERIFY(answers.at(page).has_value());
        QCOMPARE(answers.at(page)->body, "/v1/clients?page=" + QByteArray::number(page));
    }
    QCOMPARE(m_server->handshakes(), 1);
}

void TestConnections::withoutHttp2SixConnectionsShareThem()
{
    for (const Result<HttpReply> &answer : askPages(60))
        QVERIFY(answer.has_value());
    QCOMPARE(m_server->handshakes(), 6);
    QCOMPARE(m_channel->requestsAtOnce(), 6);
}

void TestConnections::everyPageOfAConnectionThatGoesAwayIsAsked_data()
{
    QTest::addColumn<int>("requestsEach");
    QTest::addColumn<int>("hangUpAt");
    QTest::newRow("says so") << 10 << 0;
    QTest::newRow("hangs up") << 0 << 10;
}

void TestConnections::everyPageOfAConnectionThatGoesAwayIsAsked()
{
    QFETCH(int, requestsEach);
    QFETCH(int, hangUpAt);
    m_server->offerHttp2(requestsEach);
    m_server->answerWith([&](const TlsLoopback::Seen &seen) {
        return --hangUpAt == 0 ? TlsLoopback::Answer{{}, true} : echo(seen);
    });
    QVERIFY(answerOf(m_channel->send(get())).has_value()); // now it is known to speak HTTP/2
    for (const Result<HttpReply> &answer : askPages(40))
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
    QVERIFY(answerOf(m_channel->send(get())).has_value());
    QCOMPARE(protocolOf(m_server->seen().last()), QByteArray("HTTP/2")); // and is asked so again
}

void TestConnections::aRequestGivenUpBeforeTheHandshakeTakesNoOtherWithIt()
{
    m_server->offerHttp2();
    Job<HttpReply> *dropped = m_channel->send(get(99));
    int answered = 0;
    for (int page = 0; page < 5; ++page)
        m_channel->send(get(page))->then(
            this, [&answered](const Result<HttpReply> &answer) { answered += answer ? 1 : 0; });
    dropped->cancel();
    QTRY_COMPARE(answered, 5);
}

void TestConnections::silenceOfOneHoldsUpNoOther()
{
    m_server->offerHttp2();
    m_server->answerWith([](const TlsLoopback::Seen &seen) {
        return seen.head.contains("page=1 ") ? TlsLoopback::Answer{} : echo(seen);
    });
    QVERIFY(answerOf(m_channel->send(get(0))).has_value()); // so that no handshake is waited for
    HttpRequest silent = get(1);
    silent.timeout = 300ms;
    Job<HttpReply> *job = m_channel->send(silent);
    QVERIFY(answerOf(m_channel->send(get(2))).has_value());
    const Result<HttpReply> answer = answerOf(job);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Failure::Kind::NoAnswer);
    QVERIFY(answerOf(m_channel->send(get(3))).has_value());
    QCOMPARE(m_server->handshakes(), 1);
}

void TestConnections::aBodyCutShortByHttp2IsUnreadable()
{
    m_server->offerHttp2();
    m_server->answerWith([](const TlsLoopback::Seen &) {
        return TlsLoopback::Answer{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":["};
    });
    const Result<HttpReply> answer = answerOf(m_channel->send(get()));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Failure::Kind::UnreadableReply);
}

void TestConnections::limitsHoldByHttp2()
{
    m_server->offerHttp2();
    const QByteArray body(3'000'000, 'x');
    bool withLength = true;
    m_server->answerWith([&](const TlsLoopback::Seen &) {
        return withLength ? TlsLoopback::ok(body)
                          : TlsLoopback::Answer{"HTTP/1.1 200 OK\r\n\r\n" + body};
    });
    for (const bool told : {true, false}) {
        withLength = told;
        HttpRequest request = get();
        const Result<HttpReply> whole = answerOf(m_channel->send(request));
        QVERIFY(whole.has_value());
        QVERIFY(whole->body == body);
        request.maxBytes = body.size() - 1;
        const Result<HttpReply> refused = answerOf(m_channel->send(request));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::UnreadableReply);
    }
}

void TestConnections::actionsOfAnHttp2ControllerAreSentOnce()
{
    m_server->offerHttp2();
    m_server->answerWith([](const TlsLoopback::Seen &seen) {
        return seen.head.startsWith("GET") ? echo(seen) : TlsLoopback::Answer{{}, true};
    });
    QVERIFY(answerOf(m_channel->send(get())).has_value());
    const Result<HttpReply> answer = answerOf(m_channel->send(action()));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Failure::Kind::NoAnswer);
    QVERIFY(answerOf(m_channel->send(get())).has_value());
    QCOMPARE(m_server->seen().size(), 3);
}

void TestConnections::connectionsAreOpenedAhead()
{
    QFETCH(bool, http2);
    if (http2)
        m_server->offerHttp2();
    const int wanted = http2 ? 1 : 6;
    m_channel->warmUp(6);
    QTRY_COMPARE(m_server->connections(), wanted);
    QCOMPARE(m_server->bytesRead(), 0);
    for (const Result<HttpReply> &answer : askPages(20))
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
    m_channel->warmUp(6); // they are open
    QVERIFY(answerOf(m_channel->send(get())).has_value());
    QCOMPARE(m_server->handshakes(), wanted);
}

void TestConnections::aWrongCertificateIsNotWarmedUpTo()
{
    QFETCH(bool, http2);
    if (http2)
        m_server->offerHttp2();
    m_channel = std::make_unique<NamChannel>(m_server->url(), selfSigned().sha256());
    m_channel->warmUp(6);
    const Result<HttpReply> answer = answerOf(m_channel->send(get()));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Failure::Kind::ChangedCertificate);
    QCOMPARE(answer.error().seenFingerprint, m_certificate.sha256());
    QTRY_COMPARE(m_server->connections(), 0);
    QCOMPARE(m_server->bytesRead(), 0);
}

void TestConnections::anAuthorityDoesNotHelpAWarmUpPastThePin()
{
    QFETCH(bool, http2);
    const TestCertificate issuer = authority();
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration configuration = before;
    configuration.addCaCertificate(issuer.certificate);
    QSslConfiguration::setDefaultConfiguration(configuration);
    m_server = std::make_unique<TlsLoopback>(signedBy(issuer));
    if (http2)
        m_server->offerHttp2();
    m_channel = std::make_unique<NamChannel>(m_server->url(), m_certificate.sha256());
    m_channel->warmUp(6);
    const Result<HttpReply> answer = answerOf(m_channel->send(get()));
    QSslConfiguration::setDefaultConfiguration(before);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Failure::Kind::ChangedCertificate);
    QTRY_COMPARE(m_server->connections(), 0);
    QCOMPARE(m_server->bytesRead(), 0);
}

void TestConnections::everyRequestThatWaitedForARefusedHandshakeSaysSo()
{
    QFETCH(bool, http2);
    if (http2)
        m_server->offerHttp2();
    m_channel = std::make_unique<NamChannel>(m_server->url(), selfSigned().sha256());
    const QList<HttpRequest> requests(20, http2 ? get() : action());
    for (const Result<HttpReply> &answer : askAll(requests)) {
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Failure::Kind::ChangedCertificate);
    }
    QCOMPARE(m_server->bytesRead(), 0);
}

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
