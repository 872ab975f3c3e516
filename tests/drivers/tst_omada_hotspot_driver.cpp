#include "drivers/hotspotguests.h"
#include "drivers/omadahotspotdriver.h"
#include "net/namchannelfactory.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = Failure::Kind;

namespace {

std::unique_ptr<OmadaHotspotDriver> driverWith(Simulated &simulated, PortalTimeUnit unit)
{
    ControllerProfile profile = simulated.profile();
    profile.portalTimeUnit = unit;
    HttpChannel *channel = NamChannelFactory().open(profile.url, profile.pinnedSha256, nullptr);
    return std::make_unique<OmadaHotspotDriver>(
        profile, simulated.credential(CredentialKind::HotspotOperator), channel);
}

} // namespace

class TestOmadaHotspotDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aGuestIsLetInByItsRedirectUntilTheEndThatIsReadBack_data();
    void aGuestIsLetInByItsRedirectUntilTheEndThatIsReadBack();
    void aListedClientIsLetInByWhatAnotherListTold_data() { addVersions(); }
    void aListedClientIsLetInByWhatAnotherListTold();
    void dataAndRatesAreSetFrom6210On();
    void whatCannotBeLimitedIsRefusedBeforeAnythingIsSent();
    void aWrongTimeUnitShowsInTheEndThatIsReadBack_data();
    void aWrongTimeUnitShowsInTheEndThatIsReadBack();
    void withoutAPlaceNothingIsSent();
    void aPortalThatRefusesIsAskedOnceMoreForTheOtherSpellingOfTheSiteOnly();
    void aClientThatRoamedIsToldAsNotWaiting();
    void actionsThatAreRefusedAreNamed();
    void anActionIsSentOnceWhenTheConnectionIsCut();
    void failuresBeforeTheActionReadAsNotSent();
};

void TestOmadaHotspotDriver::aGuestIsLetInByItsRedirectUntilTheEndThatIsReadBack_data()
{
    QTest::addColumn<QString>("generation");
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("wired");
    for (const bool wired : {false, true})
        for (const char *version : {"4.4.6", "5.4.6", "5.15.24", "6.2.0", "6.2.14"})
            QTest::addRow("%s, %s", version, wired ? "wired" : "wireless")
                << (version[0] == '4' ? u"omada4"_s : u"omada5"_s) << QString::fromLatin1(version)
                << wired;
}

void TestOmadaHotspotDriver::aGuestIsLetInByItsRedirectUntilTheEndThatIsReadBack()
{
    QFETCH(QString, generation);
    QFETCH(QString, version);
    QFETCH(bool, wired);
    Simulated simulated(annex(generation, version));
    identify(simulated);
    const CapturedRedirect redirect = aRedirect(simulated, wired);
    const auto granted = admit(simulated, orderOf(simulated, redirect, {fourHours}));
    QVERIFY2(granted.has_value(), granted ? "" : qPrintable(granted.error().said));
    QCOMPARE(simulated.requests(u"POST"_s, authPath), 1);

    const auto letIn = simulated.read(redirect.client);
    QVERIFY(letIn.has_value());
    QCOMPARE(letIn->state, ClientState::Authorized);
    QCOMPARE(minutesLeft(simulated, *letIn), fourHours);
    QVERIFY(letIn->authorization->since.has_value());
    QVERIFY(!letIn->authorization->recordId.isEmpty());
    QCOMPARE(letIn->authorization->method, AuthorizationMethod::Portal);

    QVERIFY(simulated.cancel(*letIn).has_value());
    QVERIFY(!simulated.controller().isAuthorized(redirect.client.toHyphens()));
    QCOMPARE(simulated.read(redirect.client)->state, ClientState::Expired);
}

void TestOmadaHotspotDriver::aListedClientIsLetInByWhatAnotherListTold()
{
    QFETCH(QString, generation);
    QFETCH(QString, version);
    Simulated simulated(annex(generation, version));
    identify(simulated);
    for (const bool wired : {false, true}) {
        const CapturedRedirect redirect = aRedirect(simulated, wired);
        const WifiClient client = listed(simulated, redirect);
        const int before = simulated.requests(u"POST"_s, authPath);
        const auto granted = admit(simulated, {client, {fourHours}});
        QVERIFY2(granted.has_value(), granted ? "" : qPrintable(granted.error().said));
        // The site's name before 6.2.10, its id from then on: right at the first attempt.
        QCOMPARE(simulated.requests(u"POST"_s, authPath), before + 1);
        QVERIFY(simulated.controller().isAuthorized(redirect.client.toHyphens()));
    }
}

void TestOmadaHotspotDriver::dataAndRatesAreSetFrom6210On()
{
    Simulated simulated(annex(u"omada5"_s, u"6.2.14"_s));
    identify(simulated);
    const CapturedRedirect redirect = aRedirect(simulated);
    QVERIFY(admit(simulated, orderOf(simulated, redirect, {fourHours, 500, 8000, 1500})));
    const QString did = simulated.controller().requests().last().value(u"did").toString();
    QVERIFY2(
        did.contains(u"14400000 ms, 500 MB, down 8000 kbit/s, up 1500 kbit/s"_s), qPrintable(did));
}

void TestOmadaHotspotDriver::whatCannotBeLimitedIsRefusedBeforeAnythingIsSent()
{
    Simulated simulated(annex(u"omada5"_s, u"6.2.0"_s));
    identify(simulated);
    const CapturedRedirect redirect = aRedirect(simulated);
    const auto outcome = [&](const Limits &limits) {
        return kindOf(admit(simulated, orderOf(simulated, redirect, limits)));
    };
    QCOMPARE(outcome({fourHours, 500, {}, {}}), Kind::NotSupported);
    QCOMPARE(outcome({fourHours, {}, 8000, {}}), Kind::NotSupported);
    QCOMPARE(outcome({0}), Kind::InvalidInput);
    QCOMPARE(outcome({1'000'001}), Kind::InvalidInput);
    QCOMPARE(simulated.requests(u"POST"_s, authPath), 0);
    // Somebody has to say how long; where nobody did, it is eight hours.
    QCOMPARE(outcome({}), std::nullopt);
    QCOMPARE(minutesLeft(simulated, *simulated.read(redirect.client)), 480);
}

void TestOmadaHotspotDriver::aWrongTimeUnitShowsInTheEndThatIsReadBack_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<PortalTimeUnit>("right");
    QTest::newRow("seconds") << u"time-unit-s"_s << PortalTimeUnit::Seconds;
    QTest::newRow("microseconds") << u"time-unit-us"_s << PortalTimeUnit::Microseconds;
}

void TestOmadaHotspotDriver::aWrongTimeUnitShowsInTheEndThatIsReadBack()
{
    QFETCH(QString, fault);
    QFETCH(PortalTimeUnit, right);
    Simulated simulated(annex(u"omada5"_s));
    simulated.addFault(fault);
    const CapturedRedirect first = aRedirect(simulated);
    QVERIFY(admit(simulated, orderOf(simulated, first, {fourHours})).has_value());
    const auto odd = simulated.read(first.client);
    QVERIFY(odd.has_value());
    QVERIFY(std::abs(minutesLeft(simulated, *odd) - fourHours) > 2);

    const auto driver = driverWith(simulated, right);
    const CapturedRedirect second = aRedirect(simulated);
    QVERIFY(second.client != first.client);
    QVERIFY(admit(*driver, orderOf(simulated, second, {fourHours})).has_value());
    QCOMPARE(minutesLeft(simulated, *simulated.read(second.client)), fourHours);
}

void TestOmadaHotspotDriver::withoutAPlaceNothingIsSent()
{
    Simulated simulated(annex(u"omada5"_s, u"6.2.14"_s));
    identify(simulated);
    const CapturedRedirect redirect = aRedirect(simulated);
    const WifiClient whole = listed(simulated, redirect);
    WifiClient client = whole;
    client.attachment = {};
    QCOMPARE(kindOf(admit(simulated, {client, {fourHours}})), Kind::RedirectNeeded);
    client = whole;
    client.ssid.clear();
    QCOMPARE(kindOf(admit(simulated, {client, {fourHours}})), Kind::RedirectNeeded);
    client = whole;
    client.attachment.radio.reset();
    QCOMPARE(kindOf(admit(simulated, {client, {fourHours}})), Kind::RedirectNeeded);
    client = whole;
    client.ip.clear();
    QCOMPARE(kindOf(admit(simulated, {client, {fourHours}})), Kind::RedirectNeeded);
    QCOMPARE(simulated.requests(u"POST"_s, authPath), 0);
    // What the redirect leaves out, the list may tell.
    CapturedRedirect bare;
    bare.client = redirect.client;
    QVERIFY(admit(simulated, {whole, {fourHours}, bare}).has_value());
}

void TestOmadaHotspotDriver::aPortalThatRefusesIsAskedOnceMoreForTheOtherSpellingOfTheSiteOnly()
{
    Simulated simulated(annex(u"omada5"_s));
    identify(simulated);
    const CapturedRedirect redirect = aRedirect(simulated);
    WifiClient client = listed(simulated, redirect);
    client.attachment.accessPoint = MacAddress(0x00005e3000ee); // it has left this one
    QCOMPARE(kindOf(admit(simulated, {client, {fourHours}})), Kind::NotWaiting);
    QCOMPARE(simulated.requests(u"POST"_s, authPath), 2);
    // What a redirect calls the site is passed on as it is, once.
    CapturedRedirect stale = redirect;
    stale.site = u"Elsewhere"_s;
    QCOMPARE(kindOf(admit(simulated, orderOf(simulated, stale, {fourHours}))), Kind::NotWaiting);
    QCOMPARE(simulated.requests(u"POST"_s, authPath), 3);
    QCOMPARE(simulated.controller().actions(), 0);
    // An answer that is no refusal is never asked anew.
    simulated.addFault(u"cut-after-action=1"_s);
    const WifiClient guest = listed(simulated, redirect);
    QCOMPARE(kindOf(admit(simulated, {guest, {fourHours}})), Kind::NoAnswer);
    QCOMPARE(simulated.requests(u"POST"_s, authPath), 4);
}

void TestOmadaHotspotDriver::aClientThatRoamedIsToldAsNotWaiting()
{
    Simulated simulated(annex(u"omada5"_s, u"6.2.14"_s));
    const CapturedRedirect redirect = aRedirect(simulated);
    QVERIFY(simulated.controller().roam(redirect.client.toHyphens()));
    const auto answer = admit(simulated, orderOf(simulated, redirect, {fourHours}));
    QCOMPARE(kindOf(answer), Kind::NotWaiting);
    QVERIFY(!answer.error().mayHaveTakenEffect());
    QVERIFY(!answer.error().said.isEmpty());
}

void TestOmadaHotspotDriver::actionsThatAreRefusedAreNamed()
{
    Simulated simulated(annex(u"omada5"_s));
    identify(simulated);
    const CapturedRedirect redirect = aRedirect(simulated);
    const AuthorizeOrder order = orderOf(simulated, redirect, {fourHours});
    simulated.addFault(u"site-busy=1"_s);
    QCOMPARE(kindOf(admit(simulated, order)), Kind::Busy);
    QCOMPARE(kindOf(simulated.read(MacAddress(0x02005e1000ee))), Kind::NotFound);
    simulated.addFault(u"read-only-key"_s);
    QCOMPARE(kindOf(admit(simulated, order)), Kind::NotPermitted);
    QCOMPARE(simulated.controller().actions(), 0);
}

void TestOmadaHotspotDriver::anActionIsSentOnceWhenTheConnectionIsCut()
{
    Simulated simulated(annex(u"omada5"_s));
    identify(simulated);
    const CapturedRedirect redirect = aRedirect(simulated);
    simulated.addFault(u"cut-after-action=1"_s);
    QCOMPARE(kindOf(admit(simulated, orderOf(simulated, redirect, {fourHours}))), Kind::NoAnswer);
    QCOMPARE(simulated.requests(u"POST"_s, authPath), 1);
    const auto letIn = simulated.read(redirect.client);
    QVERIFY(letIn.has_value());
    QCOMPARE(letIn->state, ClientState::Authorized);

    simulated.addFault(u"cut-after-action=1"_s);
    QCOMPARE(kindOf(simulated.extend(*letIn, 30)), Kind::NoAnswer);
    QCOMPARE(simulated.requests(u"POST"_s, u"/extend"_s), 1);
    simulated.addFault(u"cut-after-action=1"_s);
    QCOMPARE(kindOf(simulated.cancel(*letIn)), Kind::NoAnswer);
    QCOMPARE(simulated.requests(u"POST"_s, u"/disconnect"_s), 1);
    QCOMPARE(simulated.controller().actions(), 3);
}

void TestOmadaHotspotDriver::failuresBeforeTheActionReadAsNotSent()
{
    Simulated simulated(annex(u"omada5"_s));
    const CapturedRedirect redirect = aRedirect(simulated);
    simulated.addFault(u"cut-before"_s); // the sign-in gets no answer
    const auto answer = admit(simulated, orderOf(simulated, redirect, {fourHours}));
    QCOMPARE(kindOf(answer), Kind::Unreachable);
    QVERIFY(!answer.error().mayHaveTakenEffect());
    QCOMPARE(simulated.requests(u"POST"_s, authPath), 0);
    const auto cancelled = simulated.cancel(listed(simulated, redirect));
    QVERIFY(!cancelled && !cancelled.error().mayHaveTakenEffect());
}

QTEST_GUILESS_MAIN(TestOmadaHotspotDriver)
#include "tst_omada_hotspot_driver.moc"
