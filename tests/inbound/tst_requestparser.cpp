#include "inbound/requestparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using State = RequestParser::State;

class TestRequestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestComesInItsParts()
    {
        RequestParser parser;
        QByteArray input = "GET /for/a%20b/?q=x%26y&ssid=%3Cscript%3E HTTP/1.1\r\n"
                           "Host: portal\r\nAccept-Language: de\r\n\r\nrest";
        QCOMPARE(parser.feed(input), State::Complete);
        const InboundRequest request = parser.takeRequest();
        QCOMPARE(request.method, "GET");
        QCOMPARE(request.target, "/for/a%20b/?q=x%26y&ssid=%3Cscript%3E");
        QCOMPARE(request.path, "/for/a%20b/");
        QCOMPARE(request.pathParts(), (QStringList{u"for"_s, u"a b"_s}));
        QCOMPARE(request.queryValue(u"q"_s), u"x&y"_s);
        QCOMPARE(request.queryValue(u"ssid"_s), u"<script>"_s);
        QCOMPARE(request.header("accept-language"), "de");
        QCOMPARE(input, "rest");
    }

    void whatIsTooLargeSaysWhichPartIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<State>("state");
        const QByteArray much(2000, 'x');
        QTest::newRow("line") << "GET /" + much + " HTTP/1.1\r\n\r\n" << State::LineTooLong;
        QTest::newRow("line without an end") << "GET /" + much << State::LineTooLong;
        QTest::newRow("headers") << "GET / HTTP/1.1\r\nX-Long: " + much + "\r\n\r\n"
                                 << State::HeadTooLarge;
        QTest::newRow("body") << QByteArray(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000\r\n\r\n")
                              << State::BodyTooLarge;
        QTest::newRow("prose") << QByteArray("good morning\r\n\r\n") << State::Malformed;
        QTest::newRow("bytes") << QByteArray("\xff\xfe\x00\x01\r\n\r\n", 8) << State::Malformed;
        QTest::newRow("begun") << QByteArray("GET / HTT") << State::NeedsMore;
    }
    void whatIsTooLargeSaysWhichPartIs()
    {
        QFETCH(QByteArray, bytes);
        RequestParser parser({.head = 1000, .body = 1000});
        QTEST(parser.feed(bytes), "state");
    }

    void aHeadNeverHoldsMoreThanItMay()
    {
        RequestParser parser({.head = 1000, .body = 1000});
        QByteArray input;
        State state = State::NeedsMore;
        int fed = 0;
        while (state == State::NeedsMore && fed < 100'000) {
            input += "X";
            ++fed;
            state = parser.feed(input);
        }
        QVERIFY(state != State::NeedsMore);
        QVERIFY(fed <= 1001);
    }

    void aReplyHasItsHead()
    {
        InboundReply reply;
        reply.status = 302;
        reply.contentType = "text/plain";
        reply.headers = {{"Location", "http://example.org/"}};
        reply.body = "moved";
        QCOMPARE(headOf(reply, false),
            "HTTP/1.1 302 Found\r\nContent-Length: 5\r\nContent-Type: text/plain\r\n"
            "Location: http://example.org/\r\nConnection: close\r\n\r\n");
        QVERIFY(headOf(reply, true).contains("keep-alive"));
    }
};

QTEST_GUILESS_MAIN(TestRequestParser)
#include "tst_requestparser.moc"
