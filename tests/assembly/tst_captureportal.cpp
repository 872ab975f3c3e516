#include "assembly/captureportal.h"
#include "assembly/gatehouse.h"
#include "clients/fakes.h"
#include "inbound/browsers.h"
#include "net/namchannelfactory.h"
#include "net/tlspeerreader.h"
#include "store/sqliteauditlog.h"
#include "vault/memoryvault.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr char destination[] = "http%3A%2F%2Fnews.example%2Fa%3Fb%3Dc";

QByteArray portalQuery(const QByteArray &mac, const QByteArray &ssid = "Guests",
    const QByteArray &url = destination, const QByteArray &time = "1772373600")
{
    return "clientMac=" + mac + "&apMac=A0-00-00-00-00-01&ssidName=" + ssid + "&t=" + time
        + "&radioId=1&site=lobby&redirectUrl=" + url;
}

/// A driver as for the oldest portals: it lists nothing, reads nothing, and names no site.
class PortalOnlyDriver final : public ControllerDriver
{
public:
    PortalOnlyDriver() = default;

    Job<ControllerIdentity> *identify() override
    {
        return Job<ControllerIdentity>::settled(ControllerIdentity{u"Portal"_s, u"3"_s}, this);
    }
    Job<QList<Site>> *listSites() override
    {
        return Job<QList<Site>>::settled(QList<Site>(), this);
    }
    [[nodiscard]] Capabilities capabilities() const override
    {
        return capabilitiesOf(
            {Capability::AuthorizeCapturedRedirect, Capability::LimitDuration}, {});
    }
    [[nodiscard]] std::chrono::milliseconds clockOffset() const override { return 0ms; }
    [[nodiscard]] std::chrono::milliseconds pollPause() const override { return 1s; }
};

} // namespace

class TestCapturePortal : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Gatehouse> m_gatehouse;
    ManualClock *m_clock = nullptr;
    quint16 m_port = 0;

    [[nodiscard]] CapturePortal &portal() const { return m_gatehouse->portal(); }
    [[nodiscard]] ClientDirectory &directory() const { return m_gatehouse->directory(); }
    RawAnswer ask(const QByteArray &target, const QByteArray &method = "GET",
        const QByteArray &language = "en") const
    {
        return answerTo(m_port,
            method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port)
                + "\r\nAccept-Language: " + language + "\r\n\r\n");
    }

    /// A link that is up with this driver. Nothing listens at the address of its profile.
    QString connectTo(
        const QString &name, Generation generation, std::unique_ptr<ControllerDriver> driver)
    {
        NewController controller;
        controller.profile.name = name;
        controller.profile.url = QUrl(u"https://127.0.0.1:9"_s);
        controller.profile.generation = generation;
        bool added = false;
        m_gatehouse->add(controller)->then(this, [&added](const Result<Done> &answer) {
            added = answer.has_value();
        });
        if (!QTest::qWaitFor([&] { return added; }))
            return {};
        ControllerLink *link = m_gatehouse->linkByName(name);
        link->connectWith(std::move(driver));
        const bool up
            = QTest::qWaitFor([link] { return link->state() == ControllerLink::State::Connected; });
        return up ? link->profile().id : QString();
    }
    QString connectToPortalOnly(const QString &name = u"Annex"_s)
    {
        return connectTo(name, Generation::Omada3, std::make_unique<PortalOnlyDriver>());
    }
    QString connectToLister(const QList<WifiClient> &clients)
    {
        auto driver = std::make_unique<FakeDriver>();
        driver->identity.say(ControllerIdentity{});
        driver->sites.say(QList<Site>{{u"lobby"_s, u"Lobby"_s}});
        driver->lists[u"lobby"_s].say(snapshotOf(clients));
        return connectTo(u"Main"_s, Generation::OmadaOpenApi, std::move(driver));
    }
    [[nodiscard]] std::optional<ClientRow> row(const QString &controller, quint64 mac) const
    {
        return directory().find({controller, u"lobby"_s, MacAddress(mac)});
    }
    void grant(const QString &controller, quint64 mac)
    {
        Authorization authorization;
        authorization.since = m_clock->now();
        authorization.until = m_clock->now().addSecs(3600);
        directory().grantedHere({controller, u"lobby"_s, MacAddress(mac)}, authorization);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        Ports ports;
        auto clock = std::make_unique<ManualClock>();
        m_clock = clock.get();
        ports.clock = std::move(clock);
        ports.channels = std::make_unique<NamChannelFactory>();
        ports.certificates = std::make_unique<TlsPeerReader>();
        ports.profiles = std::make_unique<ProfileStore>(m_folder->path());
        ports.audit = std::move(*SqliteAuditLog::open(m_folder->filePath(u"history.db"_s)));
        ports.vault = std::make_unique<MemoryVault>();
        m_gatehouse = std::make_unique<Gatehouse>(std::move(ports));
        QVERIFY(m_gatehouse->load());
        m_port = freePort();
        QVERIFY(portal().apply({true, u"127.0.0.1"_s, m_port}));
        QVERIFY(portal().isListening());
    }
    void cleanup() { m_gatehouse.reset(); }

    void aBrowserGetsACodeAndItsDeviceARow()
    {
        const QString id = connectToPortalOnly();
        const RawAnswer answer = ask("/?" + portalQuery("02-00-00-00-00-01"));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.head.contains("Cache-Control: no-store"));
        const std::optional<ClientRow> waiting = row(id, 0x020000000001);
        QVERIFY(waiting && waiting->capture);
        QVERIFY(answer.body.contains(waiting->capture->code.toLatin1()));
        QVERIFY(answer.body.contains("Guests"));
        QCOMPARE(waiting->client.state, ClientState::Waiting);
        QCOMPARE(waiting->seen, Seen::InCapture);
        // Its site came with it, for this controller cannot list its sites.
        QCOMPARE(m_gatehouse->siteName(id, u"lobby"_s), u"lobby"_s);
        QCOMPARE(m_gatehouse->link(id)->sites().size(), 1);
    }

    void thePageMovesOnOnceTheDeviceIsLetIn()
    {
        const QString id = connectToPortalOnly();
        const QByteArray page = "/?" + portalQuery("02-00-00-00-00-01");
        QCOMPARE(ask(page).status, 200);
        grant(id, 0x020000000001);
        const RawAnswer moved = ask(page);
        QCOMPARE(moved.status, 302);
        QVERIFY(moved.head.contains("Location: http://news.example/a?b=c"));
        // The network is slower than we are and sends it back: no running in circles.
        const RawAnswer back
            = ask("/?" + portalQuery("02-00-00-00-00-01", "Guests", destination, "1772373602"));
        QCOMPARE(back.status, 200);
        QVERIFY(back.body.contains("http-equiv=\"refresh\""));
        m_clock->advance(30s);
        QCOMPARE(ask(page).status, 302);
        // When its time is over it waits again.
        m_clock->advance(2h);
        const RawAnswer again
            = ask("/?" + portalQuery("02-00-00-00-00-01", "Guests", destination, "1772380000"));
        QVERIFY(again.body.contains("front desk"));
        QCOMPARE(row(id, 0x020000000001)->client.state, ClientState::Waiting);
    }

    void nobodyIsSentWhereNoBrowserShouldGo_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("script") << QByteArray("javascript%3Aalert(1)");
        QTest::newRow("file") << QByteArray("file%3A%2F%2F%2Fetc%2Fpasswd");
        QTest::newRow("data") << QByteArray("data%3Atext%2Fhtml%2Cx");
        QTest::newRow("no host") << QByteArray("http%3A%2F%2F%2Fpath");
        QTest::newRow("password") << QByteArray("http%3A%2F%2Fbank.example%40evil.example%2F");
        QTest::newRow("relative") << QByteArray("%2Fadmin");
        QTest::newRow("a header more")
            << QByteArray("http%3A%2F%2Fa.example%2F%0D%0ASet-Cookie%3Ax");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("endless") << "http%3A%2F%2Fa.example%2F" + QByteArray(3000, 'a');
    }
    void nobodyIsSentWhereNoBrowserShouldGo()
    {
        QFETCH(QByteArray, url);
        const QString id = connectToPortalOnly();
        const QByteArray page = "/?" + portalQuery("02-00-00-00-00-01", "Guests", url);
        ask(page);
        grant(id, 0x020000000001);
        const RawAnswer answer = ask(page);
        const QByteArray head = answer.head.toLower();
        QVERIFY(!head.contains("\r\nset-cookie"));
        if (answer.status == 302) // what is left of it after reading is an ordinary address
            QVERIFY(head.contains("\r\nlocation: http://a.example/"));
        else
            QVERIFY(answer.status == 200 && answer.body.contains("online"));
        QVERIFY(QByteArray(QTest::currentDataTag()) == "a header more" || answer.status == 200);
    }

    void thePortalNeverSendsABrowserToItself()
    {
        const QString id = connectToPortalOnly();
        const QByteArray page = "/?"
            + portalQuery("02-00-00-00-00-01", "Guests",
                "http%3A%2F%2F127.0.0.1%3A" + QByteArray::number(m_port) + "%2F");
        ask(page);
        grant(id, 0x020000000001);
        QCOMPARE(ask(page).status, 200);
    }

    void anAddressThatTheControllerDoesNotListMakesNoRow()
    {
        const QString id = connectToLister({clientOf(0x020000000001)});
        QTRY_VERIFY(row(id, 0x020000000001));
        QCOMPARE(ask("/?" + portalQuery("02-00-00-00-00-66")).status, 200);
        QVERIFY(!row(id, 0x020000000066));
        QCOMPARE(directory().counts().all, 1);
        ask("/?" + portalQuery("02-00-00-00-00-01"));
        QVERIFY(row(id, 0x020000000001)->capture);
    }

    void whatIsNoRedirectMakesNoRow_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        const QByteArray redirect = "/?" + portalQuery("02-00-00-00-00-01");
        for (const char *path :
            {"/generate_204", "/gen_204", "/hotspot-detect.html", "/library/test/success.html",
                "/connecttest.txt", "/ncsi.txt", "/success.txt", "/favicon.ico"})
            QTest::newRow(path) << QByteArray("GET") << QByteArray(path) << 404;
        QTest::newRow("head") << QByteArray("HEAD") << redirect << 200;
        QTest::newRow("post") << QByteArray("POST") << redirect << 405;
        QTest::newRow("put") << QByteArray("PUT") << redirect << 405;
        QTest::newRow("empty") << QByteArray("GET") << QByteArray("/") << 404;
        QTest::newRow("no address") << QByteArray("GET") << "/?" + portalQuery("none") << 404;
        QTest::newRow("bad encoding")
            << QByteArray("GET") << QByteArray("/?clientMac=%ZZ%00%ff&apMac=%&site=%e2%28") << 404;
    }
    void whatIsNoRedirectMakesNoRow()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        connectToPortalOnly();
        const RawAnswer answer = ask(target, method);
        QTEST(answer.status, "status");
        QVERIFY(answer.body.size() < 10'000);
        QCOMPARE(portal().room().size(), 0);
        QCOMPARE(directory().counts().all, 0);
    }

    void scriptInANetworksNameIsText()
    {
        const QString id = connectToPortalOnly();
        const RawAnswer answer
            = ask("/?" + portalQuery("02-00-00-00-00-01", "%3Cscript%3Ealert(1)%3C%2Fscript%3E"));
        QVERIFY(answer.body.contains("&lt;script&gt;"));
        QVERIFY(!answer.body.contains("<script"));
        QVERIFY(row(id, 0x020000000001));
    }

    void thePathNamesTheControllerWhereTheRedirectDoesNot()
    {
        const QString annex = connectToPortalOnly(u"Annex"_s);
        const QString barn = connectToPortalOnly(u"Barn"_s);
        ask("/?" + portalQuery("02-00-00-00-00-01"));
        QCOMPARE(portal().room().unplaced(), 1);
        QCOMPARE(directory().counts().all, 0);
        const QUrl door = CapturePortal::urlFor(
            m_gatehouse->link(barn)->profile(), m_gatehouse->profiles().waitingRoom());
        QCOMPARE(door.port(), int(m_port));
        ask(door.path().toLatin1() + '?' + portalQuery("02-00-00-00-00-01"));
        QVERIFY(row(barn, 0x020000000001));
        QVERIFY(!row(annex, 0x020000000001));
        QCOMPARE(portal().room().unplaced(), 0);
    }

    void aPortThatCannotBeHadIsSaidAndWhatListensGoesOn()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const auto applied = portal().apply({true, u"127.0.0.1"_s, other.serverPort()});
        QVERIFY(!applied);
        QCOMPARE(applied.error().kind, Failure::Kind::InvalidInput);
        QVERIFY(applied.error().said.contains(QString::number(other.serverPort())));
        QCOMPARE(m_gatehouse->profiles().waitingRoom().port, int(m_port));
        QVERIFY(portal().isListening());
        QCOMPARE(ask("/").status, 404);
    }

    void anAddressThatThisComputerDoesNotHaveIsSaid()
    {
        const auto applied = portal().apply({true, u"192.0.2.7"_s, m_port});
        QVERIFY(!applied);
        QVERIFY(applied.error().said.contains(u"192.0.2.7"_s));
        QVERIFY(portal().isListening());
    }

    void closedItListensNoMore()
    {
        QSignalSpy changed(&portal(), &CapturePortal::stateChanged);
        QVERIFY(portal().apply({false, u"127.0.0.1"_s, m_port}));
        QVERIFY(!portal().isListening());
        QVERIFY(!portal().failure());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(ask("/").status, 0);
    }

private:
};

QTEST_GUILESS_MAIN(TestCapturePortal)
#include "tst_captureportal.moc"
