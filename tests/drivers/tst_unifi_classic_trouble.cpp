#include "drivers/simulated.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = Failure::Kind;

namespace {

SimulatorOptions controller(const QString &version = u"10.0.162"_s)
{
    SimulatorOptions options;
    options.generation = u"unifi-classic"_s;
    options.version = version;
    options.clients = 60;
    options.waiting = 15;
    options.reconnectSeconds = 30;
    return options;
}

int count(const ClientSnapshot &snapshot, ClientState state)
{
    return int(std::ranges::count(snapshot.clients, state, &WifiClient::state));
}

int commands(const Simulated &simulated)
{
    return simulated.requests(u"POST"_s, u"/cmd/stamgr"_s);
}

} // namespace

class TestUnifiClassicTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void u1OneSignInServesEverything();
    void u1EndingSessionsAreOpenedAgain();
    void aWrongPasswordIsRefusedOnce();
    void u2AnAccountThatMayOnlyLook();
    void u15NumbersMayComeAsText();
    void u15RowsThatDoNotTellAreUnknown();
    void u19AServerErrorIsReadBack();
    void anActionIsSentOnceWhenTheConnectionIsCut();
    void u22ASecondFactorIsNamed();
    void badAnswersAreNamed_data();
    void badAnswersAreNamed();
};

void TestUnifiClassicTrouble::u1OneSignInServesEverything()
{
    Simulated simulated(controller());
    QVERIFY(answerOf(simulated.driver().identify()).has_value());
    for (const int site : {0, 1})
        QVERIFY(
            answerOf(simulated.driver().lister()->listClients({simulated.site(site)})).has_value());
    const WifiClient guest = simulated.row(simulated.waiting());
    QVERIFY(simulated.authorize(guest, {60}).has_value());
    QVERIFY(simulated.cancel(guest).has_value());
    QCOMPARE(simulated.requests(u"POST"_s, u"/login"_s), 1);
    QCOMPARE(commands(simulated), 2);
}

void TestUnifiClassicTrouble::u1EndingSessionsAreOpenedAgain()
{
    Simulated simulated(controller());
    simulated.addFault(u"session-expiry=4"_s);
    const WifiClient guest = simulated.row(simulated.waiting());
    for (int i = 0; i < 6; ++i)
        QVERIFY(simulated.list().has_value());
    QVERIFY(simulated.authorize(guest, {60}).has_value());
    QCOMPARE(simulated.controller().actions(), 1);
    QVERIFY(simulated.requests(u"POST"_s, u"/login"_s) > 1);
}

void TestUnifiClassicTrouble::aWrongPasswordIsRefusedOnce()
{
    for (const QString &version : {u"8.6.9"_s, u"10.0.162"_s}) {
        Simulated simulated(controller(version));
        simulated.signInWith(u"wrong"_s);
        QCOMPARE(kindOf(answerOf(simulated.driver().identify())), Kind::SignInRefused);
        QCOMPARE(kindOf(simulated.list()), Kind::SignInRefused);
        QCOMPARE(simulated.requests(u"POST"_s, u"/login"_s), 1);
    }
}

void TestUnifiClassicTrouble::u2AnAccountThatMayOnlyLook()
{
    Simulated simulated(controller());
    simulated.addFault(u"read-only-key"_s);
    const WifiClient guest = simulated.row(simulated.waiting());
    QCOMPARE(kindOf(simulated.authorize(guest, {60})), Kind::NotPermitted);
    QCOMPARE(kindOf(simulated.cancel(guest)), Kind::NotPermitted);
    QVERIFY(simulated.list().has_value());
    QCOMPARE(simulated.controller().actions(), 0);
    QCOMPARE(simulated.requests(u"POST"_s, u"/login"_s), 1);
}

void TestUnifiClassicTrouble::u15NumbersMayComeAsText()
{
    Simulated simulated(controller());
    const auto plain = simulated.list();
    simulated.addFault(u"numbers-as-strings"_s);
    const auto spelled = simulated.list();
    QVERIFY(plain && spelled);
    QCOMPARE(spelled->clients.size(), plain->clients.size());
    for (qsizetype i = 0; i < plain->clients.size(); ++i) {
        QCOMPARE(spelled->clients.at(i).state, plain->clients.at(i).state);
        QCOMPARE(spelled->clients.at(i).signalDbm.has_value(),
            plain->clients.at(i).signalDbm.has_value());
        QCOMPARE(spelled->clients.at(i).authorization.has_value(),
            plain->clients.at(i).authorization.has_value());
    }
}

void TestUnifiClassicTrouble::u15RowsThatDoNotTellAreUnknown()
{
    Simulated simulated(controller());
    simulated.addFault(u"missing-authorized"_s);
    const auto snapshot = simulated.list();
    QVERIFY(snapshot.has_value());
    QVERIFY(count(*snapshot, ClientState::Unknown) > 0);
    for (const WifiClient &client : snapshot->clients)
        if (client.state == ClientState::Unknown)
            QVERIFY(!simulated.controller().isAuthorized(client.key.mac.toString()));
}

void TestUnifiClassicTrouble::u19AServerErrorIsReadBack()
{
    Simulated simulated(controller());
    const WifiClient guest = simulated.row(simulated.waiting());
    simulated.addFault(u"html-500-after-action=1"_s);
    const auto answer = simulated.authorize(guest, {60});
    QVERIFY(!answer);
    QVERIFY(answer.error().mayHaveTakenEffect());
    QCOMPARE(simulated.read(guest.key.mac)->state, ClientState::Authorized);
    QCOMPARE(commands(simulated), 1);
    simulated.addFault(u"read-only-key"_s);
    simulated.addFault(u"error-with-200"_s);
    QCOMPARE(kindOf(simulated.cancel(guest)), Kind::NotPermitted);
}

void TestUnifiClassicTrouble::anActionIsSentOnceWhenTheConnectionIsCut()
{
    Simulated simulated(controller());
    const WifiClient guest = simulated.row(simulated.waiting());
    simulated.addFault(u"cut-after-action=1"_s);
    QCOMPARE(kindOf(simulated.authorize(guest, {60})), Kind::NoAnswer);
    QCOMPARE(commands(simulated), 1);
    QCOMPARE(simulated.read(guest.key.mac)->state, ClientState::Authorized);
}

void TestUnifiClassicTrouble::u22ASecondFactorIsNamed()
{
    for (const QString &version : {u"8.6.9"_s, u"10.0.162"_s}) {
        Simulated simulated(controller(version));
        simulated.addFault(u"second-factor"_s);
        QCOMPARE(kindOf(simulated.list()), Kind::SecondFactorNeeded);
        QCOMPARE(kindOf(simulated.list()), Kind::SecondFactorNeeded);
        QCOMPARE(simulated.requests(u"POST"_s, u"/login"_s), 1);
    }
}

void TestUnifiClassicTrouble::badAnswersAreNamed_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("broken JSON") << u"bad-json"_s << Kind::UnreadableReply;
    QTest::newRow("deep") << u"deep-json"_s << Kind::UnreadableReply;
    QTest::newRow("empty") << u"empty-200"_s << Kind::UnreadableReply;
    QTest::newRow("truncated") << u"truncated-body"_s << Kind::UnreadableReply;
    QTest::newRow("sign-in page") << u"login-page-200"_s << Kind::UnreadableReply;
    QTest::newRow("502") << u"html-502"_s << Kind::Busy;
    QTest::newRow("503") << u"empty-503"_s << Kind::Busy;
    QTest::newRow("cut") << u"cut-before"_s << Kind::NoAnswer;
    QTest::newRow("429") << u"rate-limit=7"_s << Kind::RateLimited;
}

void TestUnifiClassicTrouble::badAnswersAreNamed()
{
    QFETCH(QString, fault);
    QFETCH(Kind, kind);
    Simulated simulated(controller());
    QVERIFY(simulated.list().has_value()); // signed in
    simulated.addFault(fault);
    QCOMPARE(kindOf(simulated.list()), kind);
    simulated.controller().clearFaults();
    QVERIFY(simulated.list().has_value());
}

QTEST_GUILESS_MAIN(TestUnifiClassicTrouble)
#include "tst_unifi_classic_trouble.moc"
