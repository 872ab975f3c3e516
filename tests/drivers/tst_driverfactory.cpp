#include "drivers/driverfactory.h"

#include "net/namchannelfactory.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestDriverFactory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyGenerationHasADriverOrSaysThatItHasNone_data();
    void everyGenerationHasADriverOrSaysThatItHasNone();
    void blankSecretsAreMissing_data();
    void blankSecretsAreMissing();
};

void TestDriverFactory::everyGenerationHasADriverOrSaysThatItHasNone_data()
{
    QTest::addColumn<Generation>("generation");
    QTest::addColumn<bool>("isBuilt");
    for (const Generation generation : allGenerations)
        QTest::newRow(qPrintable(toWord(generation)))
            << generation
            << (generation == Generation::UnifiIntegration
                   || generation == Generation::OmadaOpenApi);
}

void TestDriverFactory::everyGenerationHasADriverOrSaysThatItHasNone()
{
    QFETCH(Generation, generation);
    QFETCH(bool, isBuilt);
    ControllerProfile profile;
    profile.generation = generation;
    profile.url = QUrl(u"https://127.0.0.1:9"_s);
    const Credentials credentials{{CredentialKind::ApiKey, {}, Secret(u"key"_s)},
        {CredentialKind::OpenApiApplication, u"id"_s, Secret(u"secret"_s)}};
    QObject owner;
    HttpChannel *channel = NamChannelFactory().open(profile.url, {}, &owner);
    auto made = makeControllerDriver(profile, credentials, channel);
    QCOMPARE(made.has_value(), isBuilt);
    if (!made) {
        QCOMPARE(made.error().kind, Failure::Kind::NotSupported);
        QVERIFY(made.error().detail.contains(toWord(generation)));
        QCOMPARE(channel->parent(), &owner);
        return;
    }
    QVERIFY((*made)->lister() && (*made)->reader() && (*made)->authorizer() && (*made)->extender()
        && (*made)->canceller());
    QPointer<HttpChannel> watched = channel;
    made->reset();
    QVERIFY(watched.isNull()); // it was the driver's
}

void TestDriverFactory::blankSecretsAreMissing_data()
{
    QTest::addColumn<Generation>("generation");
    QTest::addColumn<Credentials>("credentials");
    QTest::newRow("no key") << Generation::UnifiIntegration << Credentials();
    QTest::newRow("blank key") << Generation::UnifiIntegration
                               << Credentials{{CredentialKind::ApiKey, {}, Secret(u" \n"_s)}};
    QTest::newRow("another kind") << Generation::UnifiIntegration
                                  << Credentials{{CredentialKind::LocalAccount, u"admin"_s,
                                         Secret(u"password"_s)}};
    QTest::newRow("no secret") << Generation::OmadaOpenApi
                               << Credentials{
                                      {CredentialKind::OpenApiApplication, u"id"_s, Secret()}};
}

void TestDriverFactory::blankSecretsAreMissing()
{
    QFETCH(Generation, generation);
    QFETCH(Credentials, credentials);
    ControllerProfile profile;
    profile.generation = generation;
    QObject owner;
    HttpChannel *channel = NamChannelFactory().open(QUrl(u"https://127.0.0.1:9"_s), {}, &owner);
    auto made = makeControllerDriver(profile, credentials, channel);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Failure::Kind::CredentialMissing);
}

QTEST_GUILESS_MAIN(TestDriverFactory)
#include "tst_driverfactory.moc"
