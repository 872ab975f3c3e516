#include "core/clientlist.h"
#include "core/packedtext.h"
#include "core/textpool.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDateTime moment(QDate(2026, 3, 2), QTime(9, 20, 0, 754), Qt::UTC);

/// Everything told.
WifiClient wholeClient()
{
    WifiClient client;
    client.key = {u"c1"_s, u"88f7af54-98f8-306a-a1c7-c9349722b1f6"_s, MacAddress(0xa241000010a1)};
    client.vendorId = u"0d2a9a1e-5b0c-4c2e-9a53-7a1d1b6f0c11"_s;
    client.name = u"Anna’s iPhone"_s;
    client.hostName = u"ANNA-IPHONE"_s;
    client.vendor = u"Apple, Inc."_s;
    client.ip = u"10.0.3.17"_s;
    client.ssid = u"Hotel Guest"_s;
    client.accessPoint = u"64f1a2b3c4d5e6f708192a3b"_s;
    client.wireless = true;
    client.attachment = {MacAddress(0x001122334455), 1, MacAddress(0x66), 40};
    client.blocked = false;
    client.signalDbm = -61;
    client.connectedAt = moment;
    client.state = ClientState::Authorized;
    client.authorization = Authorization{moment, moment.addSecs(7200), 500, qint64(1) << 40, 5000,
        1000, AuthorizationMethod::Voucher, u"64f1a2b3c4d5e6f708192a3c"_s, false, true};
    return client;
}

WifiClient bareClient(quint64 mac)
{
    WifiClient client;
    client.key = {u"c1"_s, u"s1"_s, MacAddress(mac)};
    return client;
}

} // namespace

class TestClientList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsToldComesBackAndWhatIsNotStaysAbsent()
    {
        WifiClient half = bareClient(7);
        half.authorization = Authorization();
        half.ip = u"fe80::1"_s;
        half.blocked = true;
        half.wireless = false;
        half.attachment.vlan = 0;
        const QList<WifiClient> clients{wholeClient(), bareClient(1), half};
        const ClientList list(clients);
        QCOMPARE(list.size(), clients.size());
        for (qsizetype i = 0; i < clients.size(); ++i)
            QCOMPARE(list.at(i), clients[i]);
        QVERIFY(list == ClientList(clients));
        QVERIFY(list != ClientList({bareClient(1)}));
    }

    void everySpellingComesBackAsItWas_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
            {u"0d2a9a1e-5b0c-4c2e-9a53-7a1d1b6f0c11"_s, u"0D2A9A1E-5B0C-4C2E-9A53-7A1D1B6F0C11"_s,
                u"0d2a9a1e+5b0c-4c2e-9a53-7a1d1b6f0c11"_s, u"64f1a2b3c4d5e6f708192a3b"_s,
                u"64f1a2b3c4d5e6f708192a3g"_s, u"10.0.3.17"_s, u"010.0.3.17"_s, u"10.0.3.256"_s,
                u"10.0.3"_s, u"10.0.3."_s, u"10.0.3.1.7"_s, u"1.2.3.-4"_s, u"0.0.0.0"_s,
                u"255.255.255.255"_s, u"10.00.3.17"_s, u" 10.0.3.1"_s, u"ü"_s, QString(251, u'x'),
                QString(252, u'x'), QString(900, u'x')})
            QTest::newRow(qPrintable(text.left(40))) << text;
    }
    void everySpellingComesBackAsItWas()
    {
        QFETCH(QString, text);
        WifiClient client = bareClient(1);
        client.vendorId = client.name = client.hostName = client.ip = client.ssid = text;
        QCOMPARE(ClientList({client}).at(0), client);
    }

    void anEndlessNameIsCutBetweenItsLetters()
    {
        WifiClient client = bareClient(1);
        client.name = QString(1'000'000, u'ü');
        client.ssid = u"x"_s + QString(1'000'000, u'ü');
        const WifiClient kept = ClientList({client}).at(0);
        QCOMPARE(kept.name, QString(512, u'ü'));
        QCOMPARE(kept.ssid, u"x"_s + QString(511, u'ü'));
    }

    void aLongListKeepsEveryClient()
    {
        ClientList list;
        QList<WifiClient> expected;
        for (quint64 number = 0; number < 500; ++number) {
            WifiClient client = wholeClient();
            client.key.mac = MacAddress(number);
            client.name = QString(qsizetype(number) * 2, u'n');
            client.ip = u"10.0.%1.%2"_s.arg(number / 256).arg(number % 256);
            if (number % 3 == 0)
                client.authorization.reset();
            list.append(client);
            expected += client;
        }
        ClientList copy;
        copy.append(list, [](qsizetype) { return true; });
        QCOMPARE(copy.size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i) {
            QCOMPARE(list.at(i), expected[i]);
            QCOMPARE(copy.at(i), expected[i]);
            QCOMPARE(list.packed(i).ipv4(), std::optional(0x0a00'0000 + quint32(i)));
        }
    }

    void listsArePutTogetherAcrossTheirPools()
    {
        WifiClient other = wholeClient();
        other.key.mac = MacAddress(2);
        other.ssid = u"Staff"_s;
        other.vendor = u"Hotel Guest"_s; // the text of another column
        const ClientList first{wholeClient()};
        ClientList list{other};
        list.append(first, [](qsizetype) { return true; });
        QCOMPARE(list.at(0), other);
        QCOMPARE(list.at(1), wholeClient());
        list.append(first, [](qsizetype) { return false; });
        QCOMPARE(list.size(), 2);
    }

    void aSharedListIsCopiedWhenItIsChanged()
    {
        const ClientList before{wholeClient()};
        ClientList after = before;
        after.append(bareClient(3));
        after.setPlace(u"c2"_s, u"s2"_s);
        QCOMPARE(before.size(), 1);
        QCOMPARE(before.at(0), wholeClient());
        QCOMPARE(after.at(0).key.controllerId, u"c2"_s);
        QCOMPARE(after.at(1).key.siteId, u"s2"_s);
    }

    void accessPointsGetTheirNamesAndNothingElseDoes()
    {
        WifiClient client = wholeClient();
        client.ssid = client.accessPoint; // the same text, but a network's
        ClientList list{client, bareClient(2), wholeClient()};
        QStringList asked;
        list.renameAccessPoints([&asked](const QString &id) {
            asked += id;
            return id.isEmpty() ? id : u"Lobby"_s;
        });
        client.accessPoint = u"Lobby"_s;
        QCOMPARE(list.at(0), client);
        QCOMPARE(list.at(1), bareClient(2));
        QCOMPARE(list.at(2).accessPoint, u"Lobby"_s);
        QCOMPARE(asked.size(), 2);
    }

    void theFingerprintIsOfWhatAClientSays()
    {
        using Change = void (*)(WifiClient &);
        const QList<Change> changes{[](WifiClient &) {},
            [](WifiClient &c) { c.key.mac = MacAddress(1); },
            [](WifiClient &c) { c.vendorId = u"x"_s; }, [](WifiClient &c) { c.name = u"Ben"_s; },
            [](WifiClient &c) { std::swap(c.name, c.hostName); },
            [](WifiClient &c) { c.vendor = u"x"_s; }, [](WifiClient &c) { c.ip = u"10.0.3.18"_s; },
            [](WifiClient &c) { std::swap(c.ssid, c.accessPoint); },
            [](WifiClient &c) { std::swap(c.ssid, c.vendor); },
            [](WifiClient &c) { c.wireless = false; },
            [](WifiClient &c) { c.attachment.vlan = 41; }, [](WifiClient &c) { c.blocked.reset(); },
            [](WifiClient &c) { c.signalDbm = -62; },
            [](WifiClient &c) { c.connectedAt = moment.addMSecs(1); },
            [](WifiClient &c) { c.state = ClientState::Expired; },
            [](WifiClient &c) { c.authorization->usedBytes = 1; },
            [](WifiClient &c) { c.authorization->recordId = u"x"_s; },
            [](WifiClient &c) { c.authorization.reset(); }};
        QSet<quint64> fingerprints;
        for (const Change change : changes) {
            WifiClient client = wholeClient();
            change(client);
            fingerprints.insert(ClientList({client}).fingerprint(0));
        }
        QCOMPARE(fingerprints.size(), changes.size());
    }

    void theFingerprintIsTheSameWhicheverWayAClientCameIntoTheList()
    {
        const quint64 expected = ClientList({wholeClient()}).fingerprint(0);
        WifiClient other = wholeClient();
        std::swap(other.ssid, other.vendor); // the same texts under other numbers
        ClientList list{bareClient(1), other, wholeClient()};
        QCOMPARE(list.fingerprint(2), expected);
        ClientList appended{other};
        appended.append(list, [](qsizetype at) { return at == 2; });
        QCOMPARE(appended.fingerprint(1), expected);

        WifiClient unnamed = wholeClient();
        unnamed.accessPoint = u"id of the lobby's"_s;
        ClientList named{unnamed, other};
        named.renameAccessPoints([&unnamed](const QString &id) {
            return id == unnamed.accessPoint ? wholeClient().accessPoint : id;
        });
        QCOMPARE(named.fingerprint(0), expected);
        QCOMPARE(named.fingerprint(1), list.fingerprint(1));
    }

    void onlyTheFirstOfEachAddressStays()
    {
        ClientList list{bareClient(1), wholeClient(), bareClient(1)};
        list.removeDoubles();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.at(1), wholeClient());
        QCOMPARE(list.find(MacAddress(0xa241000010a1)), wholeClient());
        QVERIFY(!list.find(MacAddress(9)));
    }

    void clientsCompareByTheirBytes()
    {
        TextPool pool;
        const auto packed = [&pool](const WifiClient &client) {
            std::string bytes;
            PackedClient::pack(client, pool, bytes);
            return bytes;
        };
        WifiClient client = wholeClient();
        const std::string whole = packed(client);
        client.authorization->usedBytes = 1;
        const std::string used = packed(client);
        client.authorization.reset();
        const std::string bare = packed(client);
        client.vendorId = u"another"_s;
        const std::string reconnected = packed(client);
        client.name = u"Ben"_s;
        const std::string renamed = packed(client);

        QVERIFY(whole == packed(wholeClient()));
        QVERIFY(whole != used);
        QVERIFY(PackedClient(bare.data()).equalsButForAuthorization(PackedClient(whole.data())));
        QVERIFY(!PackedClient(reconnected.data())
                     .equalsButForAuthorization(PackedClient(whole.data())));
        QVERIFY(!PackedClient(reconnected.data()).textsDifferFrom(PackedClient(whole.data())));
        QVERIFY(PackedClient(renamed.data()).textsDifferFrom(PackedClient(reconnected.data())));
        std::string again;
        PackedClient(bare.data()).packWithAuthorizationOf(PackedClient(whole.data()), again);
        QVERIFY(again == whole);
    }
};

QTEST_GUILESS_MAIN(TestClientList)
#include "tst_clientlist.moc"
