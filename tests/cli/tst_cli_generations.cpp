#include "programs.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What one generation's protocol allows, as the documents of its vendor tell.
struct Expected
{
    QString account; ///< which credential: apiKey, user, clientId
    bool byRedirect = false; ///< authorizes only with the redirect of a waiting device
    bool listsSites = true;
    QStringList limits; ///< every limit that it has, as options
    QStringList limitKeys; ///< those of them that its state tells
    bool confirms = true; ///< it can be asked what came of an action
    bool cancels = true;
};

} // namespace

/// Every generation in every version profile, from a bare address to the end of an authorization:
/// detect, add, test, authorize with every limit that the protocol has, cancel.
class TestCliGenerations : public QObject
{
    Q_OBJECT

private:
    static void addProfiles()
    {
        QTest::addColumn<QString>("generation");
        QTest::addColumn<QString>("version");
        for (const auto &[generation, versions] : {std::pair{u"eap2"_s, u"2.5.4"_s},
                 std::pair{u"omada3"_s, u"3.2.17"_s}, std::pair{u"omada4"_s, u"4.4.6"_s},
                 std::pair{u"omada5"_s, u"5.4.6 5.15.24 6.2.0 6.2.14"_s},
                 std::pair{u"omada-openapi"_s, u"5.15.24 6.2.0 6.2.14"_s},
                 std::pair{u"unifi-integration"_s, u"9.1.120 10.0.162"_s},
                 std::pair{u"unifi-classic"_s, u"8.6.9 9.1.120 10.0.162 10.6.106"_s}})
            for (const QString &version : versions.split(u' '))
                QTest::addRow("%s %s", qPrintable(generation), qPrintable(version))
                    << generation << version;
    }

    static Expected expectedOf(const QString &generation, const QString &version)
    {
        const QStringList minutes{u"--minutes"_s, u"120"_s};
        const QStringList rates{u"--down-kbps"_s, u"5000"_s, u"--up-kbps"_s, u"1000"_s};
        const QStringList data{u"--data-mb"_s, u"500"_s};
        const QStringList minutesKey{u"minutes"_s};
        if (generation == "eap2"_L1 || generation == "omada3"_L1)
            return {u"user"_s, true, false, minutes, {}, false, false};
        if (generation == "omada4"_L1)
            return {u"user"_s, true, true, minutes, minutesKey};
        if (generation == "omada5"_L1 && version == "6.2.14"_L1)
            return {u"user"_s, true, true, minutes + data + rates, minutesKey};
        if (generation == "omada5"_L1)
            return {u"user"_s, true, true, minutes, minutesKey};
        if (generation == "omada-openapi"_L1)
            return {u"clientId"_s, false, true, rates, {u"downKbps"_s, u"upKbps"_s}};
        const QString account = generation == "unifi-classic"_L1 ? u"user"_s : u"apiKey"_s;
        return {account, false, true, minutes + data + rates,
            {u"minutes"_s, u"dataMb"_s, u"downKbps"_s, u"upKbps"_s}};
    }

    static QString said(const CliAnswer &answer)
    {
        return QString::fromUtf8(answer.out + answer.err);
    }

    static QStringList secretOption() { return {u"--secret-env"_s, u"GATEHOUSE_TEST_SECRET"_s}; }

    /// Adds the simulator's controller by this generation and no other.
    static CliAnswer add(Cli &cli, const SimulatorProcess &simulator, const QString &generation,
        const Expected &expected)
    {
        QStringList call{u"controller"_s, u"add"_s, u"Desk"_s, u"--url"_s, simulator.url(),
            u"--pin"_s, simulator.pin(), u"--generation"_s, generation, u"--no-keychain"_s,
            u"--json"_s};
        call += secretOption();
        QString secret = u"apiKey"_s;
        if (expected.account == "user"_L1) {
            call += {u"--user"_s, simulator.credential(u"user"_s)};
            secret = u"password"_s;
        } else if (expected.account == "clientId"_L1) {
            call += {u"--client-id"_s, simulator.credential(u"clientId"_s)};
            secret = u"clientSecret"_s;
        }
        cli.setSecret(simulator.credential(secret));
        if (!expected.listsSites)
            call += {u"--site"_s, siteName(simulator)};
        return cli.run(call);
    }

    static QString siteName(const SimulatorProcess &simulator)
    {
        return simulator.ready()
            .value(u"sites")
            .toArray()
            .first()
            .toObject()
            .value(u"name")
            .toString();
    }

    static CliAnswer act(
        Cli &cli, const QString &action, const QStringList &device, const QStringList &more = {})
    {
        return cli.run(QStringList{action, u"--controller"_s, u"Desk"_s, u"--json"_s}
            + secretOption() + device + more);
    }

private Q_SLOTS:
    void isDetectedAddedAuthorizedAndCancelledAsFarAsItGoes_data() { addProfiles(); }
    void isDetectedAddedAuthorizedAndCancelledAsFarAsItGoes()
    {
        QFETCH(QString, generation);
        QFETCH(QString, version);
        const Expected expected = expectedOf(generation, version);
        SimulatorProcess simulator({u"--generation"_s, generation, u"--version"_s, version,
            u"--clients"_s, u"20"_s, u"--waiting"_s, u"6"_s});
        QVERIFY(simulator.isReady());
        Cli cli;

        // From the bare address, as somebody types it.
        const QUrl url(simulator.url());
        const CliAnswer detected = cli.run({u"controller"_s, u"detect"_s,
            u"%1:%2"_s.arg(url.host()).arg(url.port()), u"--json"_s});
        QCOMPARE(detected.exitCode, 0);
        QVERIFY2(detected.object().value(u"generations").toArray().contains(generation),
            qPrintable(said(detected)));

        const CliAnswer added = add(cli, simulator, generation, expected);
        QVERIFY2(added.exitCode == 0, qPrintable(said(added)));
        const CliAnswer tested = cli.run(
            QStringList{u"controller"_s, u"test"_s, u"Desk"_s, u"--json"_s} + secretOption());
        QVERIFY2(tested.exitCode == 0, qPrintable(said(tested)));
        const QJsonObject can = tested.object().value(u"capabilities").toObject();
        QCOMPARE(can.value(u"cancelOnline").toBool(), expected.cancels);
        QCOMPARE(can.value(u"limitDuration").toBool(), expected.limits.contains(u"--minutes"_s));
        QCOMPARE(can.value(u"limitData").toBool(), expected.limits.contains(u"--data-mb"_s));
        QCOMPARE(can.value(u"limitDownload").toBool(), expected.limits.contains(u"--down-kbps"_s));

        const QString redirect = simulator.ready().value(u"redirects").toArray().first().toString();
        QVERIFY(!expected.byRedirect || !redirect.isEmpty());
        const QString mac = simulator.waiting(0);
        const QStringList device = expected.byRedirect ? QStringList{u"--redirect"_s, redirect}
                                                       : QStringList{u"--mac"_s, mac};
        const CliAnswer authorized = act(cli, u"authorize"_s, device, expected.limits);
        const QString outcome = authorized.object().value(u"outcome").toString();
        QVERIFY2(outcome == (expected.confirms ? u"confirmed"_s : u"notConfirmed"_s),
            qPrintable(said(authorized)));
        QCOMPARE(authorized.exitCode, expected.confirms ? 0 : 6);
        QCOMPARE(QString(authorized.object().value(u"mac").toString()).remove(u':').toLower(),
            QString(mac).remove(u':').remove(u'-').toLower());
        const QJsonObject asked = authorized.object().value(u"asked").toObject();
        const QJsonObject got = authorized.object().value(u"got").toObject();
        QCOMPARE(asked.size(), expected.limits.size() / 2);
        for (const QString &key : expected.limitKeys)
            QVERIFY2(std::abs(got.value(key).toInt() - asked.value(key).toInt()) <= 2,
                qPrintable(said(authorized) + key));

        const CliAnswer cancelled = act(cli, u"cancel"_s, {u"--mac"_s, mac},
            {u"--site"_s, siteName(simulator), u"--reason"_s, u"left"_s});
        QVERIFY2(cancelled.exitCode == (expected.cancels ? 0 : 7), qPrintable(said(cancelled)));
        QCOMPARE(cli.run({u"history"_s, u"verify"_s}).exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(TestCliGenerations)
#include "tst_cli_generations.moc"
