#include "vault/credentialitem.h"
#include "vault/keychainfailure.h"
#include "vault/sessionbus.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCredentialItem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void givesBackEveryCredential()
    {
        const Credentials credentials{{CredentialKind::ApiKey, {}, Secret(u"k\"ey"_s)},
            {CredentialKind::HotspotOperator, u"jürgen"_s, Secret(u"пароль"_s)}};
        const auto item = itemOf(credentials);
        QVERIFY(item);
        QVERIFY(credentialsOf(*item) == credentials);
        QVERIFY(credentialsOf(itemOf({}).value_or(u"none"_s)) == Credentials());
    }

    void refusesWhatNoKeychainHolds()
    {
        const auto sized = [](int secretLength) {
            return itemOf({{CredentialKind::ApiKey, {}, Secret(QString(secretLength, u's'))}});
        };
        const qsizetype frame = sized(0)->size();
        QCOMPARE(sized(int(2499 - frame))->size(), 2499);
        const auto refused = sized(int(2500 - frame));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::InvalidInput);
        QVERIFY(!refused.error().detail.contains(u"ss"_s));
    }

    void countsBytesAndNotCharacters()
    {
        QVERIFY(!itemOf({{CredentialKind::ApiKey, {}, Secret(QString(1300, u'ü'))}}));
    }

    void refusesAnItemThatIsNotOursWithoutQuotingIt_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::newRow("a bare password") << QByteArray("hunter2");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("newer") << QByteArray("{'version':2,'credentials':[]}");
        QTest::newRow("no list") << QByteArray("{'version':1,'credentials':'hunter2'}");
        QTest::newRow("unknown kind")
            << QByteArray("{'version':1,'credentials':[{'kind':'x','secret':'hunter2'}]}");
        QTest::newRow("no secret")
            << QByteArray("{'version':1,'credentials':[{'kind':'apiKey','account':'hunter2'}]}");
    }
    void refusesAnItemThatIsNotOursWithoutQuotingIt()
    {
        QFETCH(QByteArray, item);
        const auto refused = credentialsOf(QString::fromUtf8(item.replace('\'', '"')));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::KeychainRefused);
        QVERIFY(!refused.error().detail.contains(u"hunter2"_s));
    }

    void findsTheSocketOfTheBus_data()
    {
        QTest::addColumn<QString>("addresses");
        QTest::addColumn<QString>("socket");
        QTest::newRow("none") << QString() << u"/run/user/7/bus"_s;
        QTest::newRow("path") << u"unix:path=/tmp/a%20b,guid=1"_s << u"/tmp/a b"_s;
        QTest::newRow("guid first") << u"unix:guid=1,path=/tmp/x"_s << u"/tmp/x"_s;
        QTest::newRow("abstract") << u"unix:abstract=/tmp/dbus-x,guid=1"_s << u"@/tmp/dbus-x"_s;
        QTest::newRow("runtime") << u"unix:runtime=yes"_s << u"/run/user/7/bus"_s;
        QTest::newRow("first of two") << u"unix:path=/tmp/x;unix:path=/tmp/y"_s << u"/tmp/x"_s;
    }
    void findsTheSocketOfTheBus()
    {
        QFETCH(QString, addresses);
        QFETCH(QString, socket);
        QCOMPARE(sessionBusSocket(addresses, u"/run/user/7"_s), socket);
    }
    void knowsWhenTheBusIsElsewhere()
    {
        QVERIFY(!sessionBusSocket(u"tcp:host=localhost,port=1"_s, {}));
        QCOMPARE(sessionBusSocket({}, {}), QString());
    }

    void namesEveryEndOfAKeychainJob_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<bool>("isExpected");
        QTest::addColumn<Failure::Kind>("kind");
        QTest::newRow("first use")
            << int(QKeychain::EntryNotFound) << false << Failure::Kind::NotFound;
        QTest::newRow("locked or gone")
            << int(QKeychain::EntryNotFound) << true << Failure::Kind::KeychainLocked;
        QTest::newRow("denied by the person")
            << int(QKeychain::AccessDeniedByUser) << true << Failure::Kind::KeychainLocked;
        QTest::newRow("denied") << int(QKeychain::AccessDenied) << false
                                << Failure::Kind::KeychainLocked;
        QTest::newRow("no backend")
            << int(QKeychain::NoBackendAvailable) << true << Failure::Kind::KeychainMissing;
        QTest::newRow("not implemented")
            << int(QKeychain::NotImplemented) << false << Failure::Kind::KeychainMissing;
        QTest::newRow("not deleted")
            << int(QKeychain::CouldNotDeleteEntry) << true << Failure::Kind::KeychainRefused;
    }
    void namesEveryEndOfAKeychainJob()
    {
        QFETCH(int, error);
        QFETCH(bool, isExpected);
        QFETCH(Failure::Kind, kind);
        QCOMPARE(keychainFailure(QKeychain::Error(error), u"words"_s, isExpected).kind, kind);
    }
};

QTEST_GUILESS_MAIN(TestCredentialItem)
#include "tst_credentialitem.moc"
