#include "drivers/driverfactory.h"

#include "net/namchannelfactory.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Real channels, each of which is watched.
class CountingChannels final : public ChannelFactory
{
public:
    HttpChannel *open(const QUrl &baseUrl, const QByteArray &pin, QObject *parent) override
    {
        opened.append(NamChannelFactory().open(baseUrl, pin, parent));
        return opened.last();
    }

    QList<QPointer<HttpChannel>> opened;
};

} // namespace

class TestDriverFactory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyGenerationHasADriver_data();
    void everyGenerationHasADriver();
    void theClassicApiIsAskedAtTheOrigin();
    void eachCredentialGetsCookiesOfItsOwn();
    void blankSecretsAreMissing_data();
    void blankSecretsAreMissing();
};

void TestDriverFactory::everyGenerationHasADriver_data()
{
    QTest::addColumn<Generation>("generation");
    for (const Generation generation : allGenerations)
        QTest::newRow(qPrintable(toWord(generation))) << generation;
}

void TestDriverFactory::everyGenerationHasADriver()
{
    QFETCH(Generation, generation);
    ControllerProfile profile;
    profile.generation = generation;
    profile.url = QUrl(u"https://127.0.0.1:9"_s);
    const Credentials credentials{
        {credentialKindFor(generation), u"account"_s, Secret(u"secret"_s)}};
    CountingChannels channels;
    auto made = makeControllerDriver(profile, credentials, channels);
    QVERIFY(made.has_value());
    QVERIFY((*made)->authorizer());
    // The oldest only let in; whether Omada 4 has records, only the controller can tell.
    const bool mayLack = generation == Generation::Eap2 || generation == Generation::Omada3
        || generation == Generation::Omada4;
    const bool hasRest
        = (*made)->lister() && (*made)->reader() && (*made)->extender() && (*made)->canceller();
    QCOMPARE(hasRest, !mayLack);
    QCOMPARE(channels.opened.size(), 1);
    made->reset();
    QVERIFY(channels.opened.first().isNull()); // it was the driver's
}

void TestDriverFactory::theClassicApiIsAskedAtTheOrigin()
{
    ControllerProfile profile;
    profile.generation = Generation::UnifiClassic;
    profile.url = QUrl(u"https://127.0.0.1:9/proxy/network/integration/v1"_s);
    CountingChannels channels;
    const auto made = makeControllerDriver(
        profile, {{CredentialKind::LocalAccount, u"account"_s, Secret(u"secret"_s)}}, channels);
    QVERIFY(made.has_value());
    QCOMPARE(channels.opened.first()->baseUrl(), QUrl(u"https://127.0.0.1:9"_s));
}

void TestDriverFactory::eachCredentialGetsCookiesOfItsOwn()
{
    ControllerProfile profile;
    profile.generation = Generation::UnifiIntegration;
    profile.url = QUrl(u"https://127.0.0.1:9"_s);
    CountingChannels channels;
    auto made = makeControllerDriver(profile,
        {{CredentialKind::LocalAccount, u"desk"_s, Secret(u"password"_s)},
            {CredentialKind::ApiKey, {}, Secret(u"key"_s)},
            {CredentialKind::HotspotOperator, u"operator"_s, Secret(u"of another family"_s)}},
        channels);
    QVERIFY(made.has_value());
    QCOMPARE(channels.opened.size(), 2);
    QVERIFY(channels.opened.first() != channels.opened.last());
    made->reset();
    QVERIFY(channels.opened.first().isNull() && channels.opened.last().isNull());
}

void TestDriverFactory::blankSecretsAreMissing_data()
{
    QTest::addColumn<Generation>("generation");
    QTest::addColumn<Credentials>("credentials");
    QTest::newRow("no key") << Generation::UnifiIntegration << Credentials();
    QTest::newRow("blank key") << Generation::UnifiIntegration
                               << Credentials{{CredentialKind::ApiKey, {}, Secret(u" \n"_s)}};
    QTest::newRow("another kind") << Generation::UnifiIntegration
                                  << Credentials{{CredentialKind::HotspotOperator, u"admin"_s,
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
    CountingChannels channels;
    auto made = makeControllerDriver(profile, credentials, channels);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Failure::Kind::CredentialMissing);
    QVERIFY(channels.opened.isEmpty());
}

QTEST_GUILESS_MAIN(TestDriverFactory)
#include "tst_driverfactory.moc"
