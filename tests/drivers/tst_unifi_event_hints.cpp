#include "drivers/simulated.h"
#include "drivers/unifieventhints.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

class FakeSocket final : public MessageSocket
{
public:
    using MessageSocket::MessageSocket;
    void say(const QByteArray &message) { Q_EMIT received(message); }
    void end() { Q_EMIT ended(); }
};

QByteArray eventOf(const QByteArray &key)
{
    return R"({"meta":{"rc":"ok","message":"events"},"data":[{"key":")" + key + R"("}]})";
}

} // namespace

class TestUnifiEventHints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void itListensOnceTheSiteHasAnswered();
    void whatGuestsDoIsAHint_data();
    void whatGuestsDoIsAHint();
    void aFloodIsOneHintInAWhile();
    void silenceEndsASocketAndAsksForAPoll();
    void aLostSocketIsOpenedAgainAfterAPause();
    void anotherSiteHasASocketOfItsOwn();
    void withoutSocketsNothingHappens();
    void anArrivalAtAConsoleIsAHint_data();
    void anArrivalAtAConsoleIsAHint();

private:
    [[nodiscard]] std::unique_ptr<UnifiEventHints> listening(const UnifiEventPace &pace);

    QList<QPointer<FakeSocket>> m_opened;
};

void TestUnifiEventHints::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_opened.clear();
}

std::unique_ptr<UnifiEventHints> TestUnifiEventHints::listening(const UnifiEventPace &pace)
{
    auto hints = std::make_unique<UnifiEventHints>(
        [this](const QString &, QObject *parent) {
            m_opened.append(new FakeSocket(parent));
            return m_opened.last();
        },
        pace);
    hints->listenTo(u"default"_s);
    hints->siteAnswered(u"default"_s);
    return hints;
}

void TestUnifiEventHints::itListensOnceTheSiteHasAnswered()
{
    const auto hints = listening({});
    QCOMPARE(m_opened.size(), 1);
    hints->siteAnswered(u"default"_s); // it is open
    hints->siteAnswered(u"other"_s);
    QCOMPARE(m_opened.size(), 1);
    hints->listenTo({});
    QTRY_VERIFY(!m_opened.first());
    hints->siteAnswered(u"default"_s);
    QCOMPARE(m_opened.size(), 1);
}

void TestUnifiEventHints::whatGuestsDoIsAHint_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("count");
    QTest::newRow("came") << eventOf("EVT_WG_Connected") << 1;
    QTest::newRow("wired") << eventOf("EVT_LG_Disconnected") << 1;
    QTest::newRow("let in by others") << eventOf("EVT_AD_GuestAuthorizedFor") << 1;
    QTest::newRow("used a voucher") << eventOf("EVT_HS_VoucherUsed") << 1;
    QTest::newRow("not a guest") << eventOf("EVT_WU_Connected") << 0;
    QTest::newRow("voucher made") << eventOf("EVT_AD_VoucherCreated") << 0;
    QTest::newRow("data is an object")
        << QByteArray(R"({"meta":{"message":"session-metadata:sync"},"data":{}})") << 0;
    QTest::newRow("nonsense") << QByteArray("pong") << 0;
    QTest::newRow("empty") << QByteArray() << 0;
}

void TestUnifiEventHints::whatGuestsDoIsAHint()
{
    QFETCH(QByteArray, message);
    QFETCH(int, count);
    const auto hints = listening({});
    QSignalSpy hinted(hints.get(), &ChangeHints::mayHaveChanged);
    m_opened.first()->say(message);
    QCOMPARE(hinted.size(), count);
    if (count > 0)
        QCOMPARE(hinted.first().first().toString(), u"default"_s);
}

void TestUnifiEventHints::aFloodIsOneHintInAWhile()
{
    UnifiEventPace pace;
    pace.betweenHints = 50ms;
    const auto hints = listening(pace);
    QSignalSpy hinted(hints.get(), &ChangeHints::mayHaveChanged);
    for (int i = 0; i < 1000; ++i)
        m_opened.first()->say(eventOf("EVT_WG_Roam"));
    QCOMPARE(hinted.size(), 1); // at once
    QTRY_COMPARE(hinted.size(), 2); // and for all that came after it
}

void TestUnifiEventHints::silenceEndsASocketAndAsksForAPoll()
{
    UnifiEventPace pace;
    pace.silence = 50ms;
    pace.firstPause = 0ms;
    const auto hints = listening(pace);
    QSignalSpy hinted(hints.get(), &ChangeHints::mayHaveChanged);
    QTRY_COMPARE(hinted.size(), 1);
    QTRY_VERIFY(!m_opened.first());
    hints->siteAnswered(u"default"_s);
    QCOMPARE(m_opened.size(), 2);
}

void TestUnifiEventHints::aLostSocketIsOpenedAgainAfterAPause()
{
    UnifiEventPace pace;
    pace.firstPause = 30ms;
    pace.longestPause = 1h;
    const auto hints = listening(pace);
    for (int lost = 1; lost <= 3; ++lost) {
        m_opened.last()->end();
        hints->siteAnswered(u"default"_s);
        QCOMPARE(m_opened.size(), lost); // not at once
        QTRY_VERIFY((hints->siteAnswered(u"default"_s), m_opened.size() == lost + 1));
    }
    QSignalSpy hinted(hints.get(), &ChangeHints::mayHaveChanged);
    QCOMPARE(hinted.size(), 0); // and nobody hears of it
}

void TestUnifiEventHints::anotherSiteHasASocketOfItsOwn()
{
    const auto hints = listening({});
    hints->listenTo(u"annex"_s);
    QTRY_VERIFY(!m_opened.first());
    hints->siteAnswered(u"annex"_s);
    QSignalSpy hinted(hints.get(), &ChangeHints::mayHaveChanged);
    m_opened.last()->say(eventOf("EVT_WG_Connected"));
    QCOMPARE(hinted.first().first().toString(), u"annex"_s);
}

void TestUnifiEventHints::withoutSocketsNothingHappens()
{
    UnifiEventHints hints([](const QString &, QObject *) { return nullptr; });
    hints.listenTo(u"default"_s);
    hints.siteAnswered(u"default"_s);
    hints.siteAnswered(u"default"_s);
    hints.listenTo({});
}

void TestUnifiEventHints::anArrivalAtAConsoleIsAHint_data()
{
    QTest::addColumn<UnifiIntegrationOptions::Deployment>("deployment");
    QTest::newRow("console") << UnifiIntegrationOptions::Deployment::Console;
    QTest::newRow("self-hosted") << UnifiIntegrationOptions::Deployment::SelfHosted;
}

void TestUnifiEventHints::anArrivalAtAConsoleIsAHint()
{
#ifndef GATEHOUSE_WEBSOCKETS
    QSKIP("built without Qt WebSockets");
#endif
    QFETCH(UnifiIntegrationOptions::Deployment, deployment);
    SimulatorOptions options;
    options.generation = u"unifi-classic"_s;
    options.deployment = deployment;
    Simulated console(options);
    ChangeHints *hints = console.driver().hints();
    QVERIFY(hints);
    QSignalSpy hinted(hints, &ChangeHints::mayHaveChanged);
    hints->listenTo(console.site());
    QVERIFY(console.list().has_value());
    QTRY_COMPARE(console.requests(u"GET"_s, u"/events"_s), 1);
    QCOMPARE(hinted.size(), 0);
    const auto arrived = MacAddress::parse(console.controller().arrive());
    QVERIFY(arrived.has_value());
    QTRY_COMPARE(hinted.size(), 1);
    QCOMPARE(hinted.first().first().toString(), console.site());
    QVERIFY(console.row(*arrived).key.mac == *arrived);
}

QTEST_GUILESS_MAIN(TestUnifiEventHints)
#include "tst_unifi_event_hints.moc"
