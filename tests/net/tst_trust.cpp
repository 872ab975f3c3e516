#include "net/jobwait.h"
#include "net/namchannel.h"
#include "net/tlsloopback.h"
#include "net/tlspeerreader.h"

#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

HttpRequest get()
{
    HttpRequest request;
    request.path = u"/v1/info"_s;
    request.headers = {{"X-API-KEY", "marker-secret", true}};
    return request;
}

HttpRequest action()
{
    HttpRequest request = get();
    request.verb = HttpRequest::Verb::Post;
    request.contentType = "application/json";
    request.body = R"({"action":"AUTHORIZE_GUEST_ACCESS"})";
    request.isAction = true;
    return request;
}

/// While this lives, the system trusts one more authority.
class TrustedAuthority
{
public:
    explicit TrustedAuthority(const QSslCertificate &certificate)
        : m_before(QSslConfiguration::defaultConfiguration())
    {
        QSslConfiguration configuration = m_before;
        configuration.addCaCertificate(certificate);
        QSslConfiguration::setDefaultConfiguration(configuration);
    }
    ~TrustedAuthority() { QSslConfiguration::setDefaultConfiguration(m_before); }
    Q_DISABLE_COPY_MOVE(TrustedAuthority)

private:
    QSslConfiguration m_before;
};

} // namespace

class TestTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void thePinnedCertificateIsAccepted();
    void anUnknownCertificateIsRefusedBeforeAnythingIsSent_data() { requests(); }
    void anUnknownCertificateIsRefusedBeforeAnythingIsSent();
    void anotherCertificateThanThePinnedOneIsRefused_data() { requests(); }
    void anotherCertificateThanThePinnedOneIsRefused();
    void whatAnAuthorityVouchesForIsAcceptedWithoutAPin();
    void whatAnAuthorityVouchesForIsRefusedWhenAnotherIsPinned_data() { requests(); }
    void whatAnAuthorityVouchesForIsRefusedWhenAnotherIsPinned();
    void aPinnedCertificateOfAnAuthorityIsAccepted();
    void aCertificateChangedByARestartIsRefused();
    void manyRequestsAtOnceAreAllJudged();

    void theReaderShowsTheCertificateAndSaysNothing();
    void theReaderKnowsWhatTheSystemTrusts();
    void theReaderNamesWhatItMeets();
    void theReaderGivesUpOnSilence();

private:
    static void requests();
};

void TestTrust::requests()
{
    QTest::addColumn<bool>("asAction");
    QTest::newRow("GET") << false;
    QTest::newRow("action") << true;
}

void TestTrust::thePinnedCertificateIsAccepted()
{
    const TestCertificate certificate = selfSigned();
    TlsLoopback server(certificate);
    NamChannel channel(server.url(), certificate.sha256());
    for (int round = 0; round < 3; ++round) {
        const Result<HttpReply> answer = answerOf(channel.send(round == 1 ? action() : get()));
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->status, 200);
    }
    QCOMPARE(server.seen().size(), 3);
    QVERIFY(server.seen().at(0).head.contains("marker-secret"));
}

void TestTrust::anUnknownCertificateIsRefusedBeforeAnythingIsSent()
{
    QFETCH(bool, asAction);
    const TestCertificate certificate = selfSigned();
    TlsLoopback server(certificate);
    NamChannel channel(server.url(), {});
    const Result<HttpReply> answer = answerOf(channel.send(asAction ? action() : get()));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Failure::Kind::UntrustedCertificate);
    QCOMPARE(answer.error().seenFingerprint, certificate.sha256());
    QVERIFY(answer.error().expectedFingerprint.isEmpty());
    QCOMPARE(server.bytesRead(), 0);
}

void TestTrust::anotherCertificateThanThePinnedOneIsRefused()
{
    QFETCH(bool, asAction);
    const TestCertificate pinned = selfSigned();
    const TestCertificate shown = selfSigned();
    TlsLoopback server(shown);
    NamChannel channel(server.url(), pinned.sha256());
    const Result<HttpReply> answer = answerOf(channel.send(asAction ? action() : get()));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Failure::Kind::ChangedCertificate);
    QCOMPARE(answer.error().expectedFingerprint, pinned.sha256());
    QCOMPARE(answer.error().seenFingerprint, shown.sha256());
    QCOMPARE(server.bytesRead(), 0);
}

void TestTrust::whatAnAuthorityVouchesForIsAcceptedWithoutAPin()
{
    const TestCertificate issuer = authority();
    const TrustedAuthority trusted(issuer.certificate);
    TlsLoopback server(signedBy(issuer));
    NamChannel channel(server.url(), {});
    const Result<HttpReply> answer = answerOf(channel.send(get()));
    QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
}

void TestTrust::whatAnAuthorityVouchesForIsRefusedWhenAnotherIsPinned()
{
    QFETCH(bool, asAction);
    const TestCertificate issuer = authority();
    const TrustedAuthority trusted(issuer.certificate);
    const TestCertificate shown = signedBy(issuer);
    const TestCertificate pinned = selfSigned();
    TlsLoopback server(shown);
    NamChannel channel(server.url(), pinned.sha256());
    const Result<HttpReply> answer = answerOf(channel.send(asAction ? action() : get()));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Failure::Kind::ChangedCertificate);
    QCOMPARE(answer.error().expectedFingerprint, pinned.sha256());
    QCOMPARE(answer.error().seenFingerprint, shown.sha256());
    QCOMPARE(server.bytesRead(), 0);
}

void TestTrust::aPinnedCertificateOfAnAuthorityIsAccepted()
{
    const TestCertificate issuer = authority();
    const TestCertificate shown = signedBy(issuer);
    TlsLoopback server(shown);
    NamChannel channel(server.url(), shown.sha256());
    QVERIFY(answerOf(channel.send(get())).has_value());
}

void TestTrust::aCertificateChangedByARestartIsRefused()
{
    const TestCertificate before = selfSigned();
    auto server = std::make_unique<TlsLoopback>(before);
    const quint16 port = server->port();
    NamChannel channel(server->url(), before.sha256());
    QVERIFY(answerOf(channel.send(get())).has_value());

    server->close();
    server.reset();
    const TestCertificate after = selfSigned();
    TlsLoopback restarted(after, port);
    for (const HttpRequest &request : {get(), action()}) {
        const Result<HttpReply> answer = answerOf(channel.send(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Failure::Kind::ChangedCertificate);
        QCOMPARE(answer.error().expectedFingerprint, before.sha256());
        QCOMPARE(answer.error().seenFingerprint, after.sha256());
    }
    QCOMPARE(restarted.bytesRead(), 0);
}

void TestTrust::manyRequestsAtOnceAreAllJudged()
{
    const TestCertificate pinned = selfSigned();
    TlsLoopback server(selfSigned());
    NamChannel channel(server.url(), pinned.sha256());
    constexpr int count = 20;
    QList<Failure::Kind> kinds;
    for (int i = 0; i < count; ++i)
        channel.send(get())->then(this, [&kinds](const Result<HttpReply> &answer) {
            kinds.append(answer ? Failure::Kind::Refused : answer.error().kind);
        });
    QTRY_COMPARE(kinds.size(), count);
    QCOMPARE(kinds.count(Failure::Kind::ChangedCertificate), count);
    QCOMPARE(server.bytesRead(), 0);
}

void TestTrust::theReaderShowsTheCertificateAndSaysNothing()
{
    const TestCertificate certificate = selfSigned("unifi.local");
    TlsLoopback server(certificate);
    TlsPeerReader reader;
    const Result<TlsPeer> peer = answerOf(reader.read(server.url()));
    QVERIFY(peer.has_value());
    QCOMPARE(peer->sha256, certificate.sha256());
    QCOMPARE(peer->subject, u"unifi.local"_s);
    QCOMPARE(peer->issuer, u"unifi.local"_s);
    QVERIFY(!peer->trusted);
    QVERIFY(peer->validUntil > QDateTime::currentDateTimeUtc());
    QCOMPARE(server.bytesRead(), 0);
}

void TestTrust::theReaderKnowsWhatTheSystemTrusts()
{
    const TestCertificate issuer = authority();
    const TrustedAuthority trusted(issuer.certificate);
    TlsLoopback server(signedBy(issuer));
    TlsPeerReader reader;
    const Result<TlsPeer> peer = answerOf(reader.read(server.url()));
    QVERIFY(peer.has_value());
    QVERIFY(peer->trusted);
    QCOMPARE(peer->issuer, u"Test Authority"_s);
}

void TestTrust::theReaderNamesWhatItMeets()
{
    TlsPeerReader reader;
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, this, [&plain] {
        plain.nextPendingConnection()->write(
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    });
    const QUrl notTls(u"https://127.0.0.1:%1"_s.arg(plain.serverPort()));
    QCOMPARE(answerOf(reader.read(notTls)).error().kind, Failure::Kind::NotTls);

    plain.close();
    QCOMPARE(answerOf(reader.read(notTls)).error().kind, Failure::Kind::Unreachable);
    QCOMPARE(answerOf(reader.read(QUrl(u"https://no-such-host.invalid"_s))).error().kind,
        Failure::Kind::HostNotFound);
    QCOMPARE(answerOf(reader.read(QUrl())).error().kind, Failure::Kind::InvalidInput);
}

void TestTrust::theReaderGivesUpOnSilence()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    TlsPeerReader reader;
    reader.setLimit(std::chrono::milliseconds(200));
    const QUrl url(u"https://127.0.0.1:%1"_s.arg(silent.serverPort()));
    QCOMPARE(answerOf(reader.read(url)).error().kind, Failure::Kind::Unreachable);
}

QTEST_GUILESS_MAIN(TestTrust)
#include "tst_trust.moc"
