#include "assembly/captureportal.h"
#include "assembly/simulatedgatehouse.h"
#include "inbound/browsers.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

} // namespace

/// What a guest's phone goes through: sent to the waiting room by its network, shown a code, let in
/// by the desk, and moved on. Real drivers, simulated controllers, and a browser that knows HTTP
/// only.
class TestPhoneJourney : public QObject
{
    Q_OBJECT

private:
    /// A browser that follows one address to the waiting room.
    static RawAnswer browse(quint16 port, const QUrl &url)
    {
        return answerTo(port,
            "GET " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
                + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
                + "\r\nAccept-Language: en\r\n\r\n");
    }

    /// Where this controller sent the device that comes by this way; empty when it sent none.
    static QUrl redirectOf(const SimulatorInfo &info, bool wired)
    {
        for (const QString &redirect : info.redirects)
            if (redirect.contains(u"gatewayMac"_s) == wired)
                return QUrl(redirect);
        return {};
    }

    static std::optional<ClientRow> rowWithCode(Gatehouse &gatehouse, const QByteArray &page)
    {
        const ClientDirectory &directory = gatehouse.directory();
        for (int slot = 0; slot < directory.slotCount(); ++slot)
            if (directory.isUsed(slot) && directory.row(slot).capture
                && page.contains(directory.row(slot).capture->code.toLatin1()))
                return directory.row(slot);
        return std::nullopt;
    }

private Q_SLOTS:
    void aPhoneIsSentShownACodeLetInAndMovedOn_data()
    {
        QTest::addColumn<QString>("generation");
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("wired");
        QTest::newRow("eap2") << u"eap2"_s << u"2.5.4"_s << false;
        QTest::newRow("omada3") << u"omada3"_s << u"3.2.17"_s << false;
        QTest::newRow("omada4") << u"omada4"_s << u"4.4.6"_s << false;
        QTest::newRow("omada4 wired") << u"omada4"_s << u"4.4.6"_s << true;
        QTest::newRow("omada5") << u"omada5"_s << u"5.4.6"_s << false;
        QTest::newRow("omada5 wired") << u"omada5"_s << u"5.4.6"_s << true;
        QTest::newRow("omada5 6.2.14") << u"omada5"_s << u"6.2.14"_s << false;
        QTest::newRow("unifi") << u"unifi-integration"_s << u"10.0.162"_s << false;
        QTest::newRow("unifi classic") << u"unifi-classic"_s << u"8.6.9"_s << false;
    }
    void aPhoneIsSentShownACodeLetInAndMovedOn()
    {
        QFETCH(QString, generation);
        QFETCH(QString, version);
        QFETCH(bool, wired);
        const quint16 port = freePort();
        SimulatorOptions options = simulated(generation, 30, 12);
        options.version = version;
        options.portal = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        SimulatedGatehouse premises({options});
        Gatehouse &gatehouse = premises.gatehouse();
        gatehouse.connectAll();
        ControllerLink *link = gatehouse.links().first();
        QTRY_COMPARE_WITH_TIMEOUT(link->state(), ControllerLink::State::Connected, patience);
        QVERIFY(gatehouse.portal().apply({true, u"127.0.0.1"_s, port}));

        const QUrl redirect = redirectOf(premises.running().first(), wired);
        QVERIFY(!redirect.isEmpty());
        RawAnswer page = browse(port, redirect);
        QCOMPARE(page.status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(rowWithCode(gatehouse, page.body), patience);
        const ClientKey key = rowWithCode(gatehouse, page.body)->client.key;
        QVERIFY2(premises.running().first().waiting.contains(key.mac.toHyphens())
                || premises.running().first().waiting.contains(key.mac.toString()),
            qPrintable(key.mac.toString()));
        QTRY_COMPARE_WITH_TIMEOUT(
            gatehouse.offer(ClientAction::Authorize, key), Offer::Ready, patience);

        QVERIFY(gatehouse.authorize(key, Limits{.minutes = 60}));
        const auto letIn = [&] {
            bool is = false;
            premises.simulators().with(
                0, [&](Simulator &simulator) { is = simulator.isAuthorized(key.mac.toString()); });
            return is;
        };
        QTRY_VERIFY_WITH_TIMEOUT(letIn(), patience);
        const auto isMovedOn = [&] {
            page = browse(port, redirect);
            return page.status == 302 || page.body.contains("online");
        };
        QTRY_VERIFY_WITH_TIMEOUT(isMovedOn(), patience);
    }
};

QTEST_GUILESS_MAIN(TestPhoneJourney)
#include "tst_phonejourney.moc"
