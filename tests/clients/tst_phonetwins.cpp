#include "clients/fakes.h"
#include "clients/phonetwins.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 madeUp = 0x02'00'00'00'00'00;

WifiClient newAddress(const QString &hostName = u"Annas-iPhone"_s)
{
    WifiClient client = clientOf(madeUp + 9);
    client.name.clear();
    client.hostName = hostName;
    return client;
}

PhoneCandidate silent(quint64 mac = madeUp + 1)
{
    PhoneCandidate phone;
    phone.key = clientOf(mac).key;
    phone.name = u"annas-iphone"_s;
    phone.guest.login = u"anna"_s;
    phone.left = {.minutes = 42, .dataMb = 7, .downKbps = 5000};
    phone.isSilent = true;
    return phone;
}

} // namespace

class TestPhoneTwins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSilentPhoneOfTheSameNameIsTheSame()
    {
        const auto twin = phoneTwinOf(newAddress(), {silent()});
        QVERIFY(twin);
        QCOMPARE(twin->from, silent().key);
        QCOMPARE(twin->guest.login, u"anna"_s);
        QVERIFY(twin->left == silent().left);
    }

    void isNotGuessed_data()
    {
        QTest::addColumn<WifiClient>("waiting");
        QTest::addColumn<QList<PhoneCandidate>>("phones");
        const auto with = [](auto change) {
            PhoneCandidate phone = silent();
            change(phone);
            return QList<PhoneCandidate>{phone};
        };
        WifiClient fixed = newAddress();
        fixed.key.mac = MacAddress(0x10);
        WifiClient isIn = newAddress();
        isIn.state = ClientState::Authorized;
        QTest::newRow("nobody") << newAddress() << QList<PhoneCandidate>{};
        QTest::newRow("a fixed address waits") << fixed << QList<PhoneCandidate>{silent()};
        QTest::newRow("is in already") << isIn << QList<PhoneCandidate>{silent()};
        QTest::newRow("no name") << newAddress({}) << with([](auto &p) { p.name.clear(); });
        QTest::newRow("an address for a name") << newAddress(
            u"02:00:00:00:00:09"_s) << with([](auto &p) { p.name = u"02:00:00:00:00:09"_s; });
        QTest::newRow("another name") << newAddress(u"Bob"_s) << QList<PhoneCandidate>{silent()};
        QTest::newRow("still heard") << newAddress() << with([](auto &p) { p.isSilent = false; });
        QTest::newRow("a fixed address") << newAddress() << QList<PhoneCandidate>{silent(0x10)};
        QTest::newRow("another site")
            << newAddress() << with([](auto &p) { p.key.siteId = u"annex"_s; });
        QTest::newRow("two of that name")
            << newAddress() << QList<PhoneCandidate>{silent(), silent(madeUp + 2)};
    }
    void isNotGuessed()
    {
        QFETCH(WifiClient, waiting);
        QFETCH(QList<PhoneCandidate>, phones);
        QVERIFY(!phoneTwinOf(waiting, phones));
    }

    void whatIsLeftEndsWithTheOldAuthorization()
    {
        HeldDevice device;
        device.limits = {.minutes = 600, .dataMb = 500, .downKbps = 1000, .upKbps = 200};
        const QDateTime now = ManualClock().now();
        device.until = now.addSecs(61);
        QVERIFY(leftOf(device, now)
            == (Limits{.minutes = 2, .dataMb = 500, .downKbps = 1000, .upKbps = 200}));
        device.until.reset();
        QVERIFY(!leftOf(device, now).minutes);
    }
};

QTEST_GUILESS_MAIN(TestPhoneTwins)
#include "tst_phonetwins.moc"
