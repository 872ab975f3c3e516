#include "ui/house.h"

#include "ui/pages/clienttable.h"

#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;

bool shows(House &house, const QString &part)
{
    return showsText(&house.window(), part);
}

QString nothingYet()
{
    return u"Nothing was done with this device"_s;
}

/// As an earlier session would have left it.
void recordGrant(House &house, const ClientKey &key, const QString &deviceName)
{
    AuditIntent intent;
    intent.time = house.gatehouse().clock().now();
    intent.operatorName = u"front desk"_s;
    intent.client = key;
    intent.deviceName = deviceName;
    intent.asked = {.minutes = 60};
    intent.reason = u"late arrival"_s;
    AuditOutcome outcome;
    outcome.outcome = Outcome::Confirmed;
    outcome.time = intent.time;
    AuditLog &audit = house.gatehouse().audit();
    QVERIFY(
        audit.begin(intent).and_then([&](qint64 record) { return audit.finish(record, outcome); }));
}

/// A waiting one that made its address up and told its name.
std::optional<WifiClient> namedPrivatePhone(House &house)
{
    for (const QString &mac : house.running().first().waiting) {
        const auto row
            = house.gatehouse().directory().find(house.keyOf(MacAddress::parse(mac).value()));
        const QString name = row ? row->client.name : QString();
        if (row && row->client.key.mac.isPrivate() && !name.isEmpty() && !MacAddress::parse(name))
            return row->client;
    }
    return std::nullopt;
}

} // namespace

/// What the details say of a device out of the history.
class TestDeviceHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsOfTheChosenDeviceAreShown()
    {
        House house({unifi()});
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(house.gatehouse().directory().counts().waiting > 1, patience);
        const ClientKey first = house.keyOf(house.waitingGuest());
        tableOf(house)->choose(first);
        QTRY_VERIFY_WITH_TIMEOUT(shows(house, nothingYet()), patience);

        recordGrant(house, first, u"phone"_s);
        tableOf(house)->selectAll();
        tableOf(house)->choose(first);
        QTRY_VERIFY_WITH_TIMEOUT(shows(house, u"late arrival"_s), patience);
        QVERIFY(!shows(house, nothingYet()));
        QVERIFY(named<QPushButton>(&house.window(), u"History of this device"_s));
    }

    void whatWasErasedIsNotShownAnyMore()
    {
        House house({unifi()});
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(house.gatehouse().directory().counts().waiting > 1, patience);
        const ClientKey key = house.keyOf(house.waitingGuest());
        recordGrant(house, key, u"phone"_s);
        tableOf(house)->choose(key);
        QTRY_VERIFY_WITH_TIMEOUT(shows(house, u"late arrival"_s), patience);
        HistoryFilter ofDevice;
        ofDevice.mac = key.mac;
        bool isErased = false;
        house.gatehouse().erase(ofDevice)->then(
            this, [&](const Result<qint64> &records) { isErased = records == 1; });
        QTRY_VERIFY_WITH_TIMEOUT(isErased, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!shows(house, u"late arrival"_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(shows(house, nothingYet()), patience);
    }

    void aPhoneUnderANewAddressTakesItsTimeAlong()
    {
        House house({unifi(40, 30)}, SimulatedGatehouse::Keys::ApiOnly);
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(namedPrivatePhone(house).has_value(), patience);
        const WifiClient phone = *namedPrivatePhone(house);
        ClientKey old = phone.key;
        old.mac = MacAddress(0x02'00'5e'00'53'01);
        recordGrant(house, old, phone.name);
        tableOf(house)->choose(phone.key);
        const auto move
            = [&] { return named<QPushButton>(&house.window(), u"Move authorization here"_s); };
        QTRY_VERIFY_WITH_TIMEOUT(move(), patience);
        QVERIFY(shows(house, old.mac.toString()));
        QTest::mouseClick(move(), Qt::LeftButton);
        const auto isIn = [&] {
            const auto row = house.gatehouse().directory().find(phone.key);
            return row && row->client.state == ClientState::Authorized;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isIn(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!move(), patience);
    }
};

QTEST_MAIN(TestDeviceHistory)
#include "tst_devicehistory.moc"
