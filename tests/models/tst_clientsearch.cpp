#include "clients/clientdirectory.h"
#include "clients/fakes.h"
#include "ui/models/searchtext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

ClientRow rowOf(quint64 mac)
{
    ClientRow row;
    row.client = clientOf(mac);
    return row;
}

ClientRow anna()
{
    ClientRow row = rowOf(0xa241000010a1);
    row.guest = {u"Anna Lee"_s, u"214"_s, u"anna@example.org"_s};
    row.client.name = u"Anna’s iPhone"_s;
    row.client.hostName = u"ANNA-IPHONE"_s;
    row.client.ip = u"10.0.3.17"_s;
    row.client.ssid = u"Hotel Guest"_s;
    row.client.accessPoint = u"Lobby-2"_s;
    row.capture = std::make_shared<const Capture>(Capture{u"7KXP"_s, {}, {}});
    return row;
}

void set(SearchText &text, int slot, const ClientRow &row)
{
    std::vector<std::string> fields;
    for (const QString &field : {row.guest.name, row.guest.room, row.guest.login, row.client.name,
             row.client.hostName, row.client.ip, row.client.ssid, row.client.accessPoint,
             row.capture ? row.capture->code : QString()})
        fields.push_back(field.toStdString());
    const std::vector<std::string_view> views(fields.begin(), fields.end());
    text.set(slot, row.client.key.mac, views);
}

} // namespace

class TestClientSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClientIsFoundByAnythingThatIsKnownOfIt_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<bool>("found");
        QTest::newRow("nothing typed") << u"  "_s << true;
        QTest::newRow("guest") << u"lee"_s << true;
        QTest::newRow("room and name, any order") << u"214 ANNA"_s << true;
        QTest::newRow("login") << u"@example"_s << true;
        QTest::newRow("host name") << u"anna-iphone"_s << true;
        QTest::newRow("ip") << u"10.0.3"_s << true;
        QTest::newRow("ssid, two words") << u"hotel gue"_s << true;
        QTest::newRow("access point") << u"lobby-2"_s << true;
        QTest::newRow("waiting-room code") << u"7kxp"_s << true;
        QTest::newRow("end of the address") << u"10a1"_s << true;
        QTest::newRow("with colons") << u"10:A1"_s << true;
        QTest::newRow("with hyphens") << u"00-10-a1"_s << true;
        QTest::newRow("with dots") << u"0000.10a1"_s << true;
        QTest::newRow("whole address") << u"A2-41-00-00-10-A1"_s << true;
        QTest::newRow("no part of an address") << u"10.0.4"_s << false;
        QTest::newRow("one word of two") << u"anna 310"_s << false;
        QTest::newRow("across two fields") << u"lee214"_s << false;
    }
    void aClientIsFoundByAnythingThatIsKnownOfIt()
    {
        QFETCH(QString, search);
        QFETCH(bool, found);
        SearchText text;
        set(text, 0, rowOf(1));
        set(text, 1, anna());
        set(text, 2, rowOf(2));
        text.search(SearchTerms(search));
        QCOMPARE(text.isHit(1), found);

        set(text, 1, rowOf(3)); // and whoever comes later is judged alike
        QCOMPARE(text.isHit(1), search.trimmed().isEmpty());
        set(text, 1, anna());
        QCOMPARE(text.isHit(1), found);
    }

    void typingOnAndDeletingFindTheSameAsStartingAnew()
    {
        SearchText text;
        QRandomGenerator random(3);
        QList<ClientRow> rows;
        for (int slot = 0; slot < 300; ++slot) {
            rows += rowOf(random.generate64());
            set(text, slot, rows.last());
        }
        const QStringList typed{u"d"_s, u"de"_s, u"de 4"_s, u"de 4f"_s, u"de 4f:1"_s, u"4f:1"_s,
            u"4"_s, QString(), u"a9-"_s, u"a9-0"_s, u"nothing"_s, u"nothing at"_s};
        for (const QString &search : typed) {
            for (int i = 0; i < 40; ++i) { // and rows come and go meanwhile
                const int slot = random.bounded(300);
                rows[slot] = rowOf(random.generate64());
                rows[slot].client.hostName = QString(random.bounded(12), u'd');
                if (i % 2 == 0) // the others change where they are
                    text.remove(slot);
                set(text, slot, rows[slot]);
            }
            text.search(SearchTerms(search));
            SearchText anew;
            for (int slot = 0; slot < 300; ++slot)
                set(anew, slot, rows[slot]);
            anew.search(SearchTerms(search));
            for (int slot = 0; slot < 300; ++slot)
                QCOMPARE(text.isHit(slot), anew.isHit(slot));
        }
    }

    void aRemovedRowIsNoHit()
    {
        SearchText text;
        set(text, 0, anna());
        text.search(SearchTerms(u"anna"_s));
        QVERIFY(text.isHit(0));
        text.remove(0);
        QVERIFY(!text.isHit(0));
        text.search(SearchTerms(u"ann"_s));
        QVERIFY(!text.isHit(0));
    }
};

QTEST_GUILESS_MAIN(TestClientSearch)
#include "tst_clientsearch.moc"
