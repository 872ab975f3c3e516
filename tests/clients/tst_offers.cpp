#include "clients/offers.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestOffers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRowOffersWhatItsControllerCanDoNow_data()
    {
        QTest::addColumn<ClientAction>("action");
        QTest::addColumn<Capabilities>("capabilities");
        QTest::addColumn<ClientState>("state");
        QTest::addColumn<RowCircumstances>("circumstances");
        QTest::addColumn<Offer>("offer");

        using enum Capability;
        const Capabilities none;
        const auto listed = capabilitiesOf({AuthorizeListedClient, CancelOnline, Extend}, {});
        const auto anywhere = capabilitiesOf(
            {AuthorizeListedClient, AuthorizeUnlistedMac, CancelOnline, CancelOffline, Extend}, {});
        const auto captured = capabilitiesOf({AuthorizeCapturedRedirect}, {});
        const RowCircumstances here;
        const RowCircumstances left{.listedNow = false};
        const RowCircumstances away{.controllerReachable = false};
        const RowCircumstances busy{.actionUnderWay = true};
        const auto authorize = ClientAction::Authorize;
        const auto extend = ClientAction::Extend;
        const auto cancel = ClientAction::Cancel;
        const auto waiting = ClientState::Waiting;
        const auto authorized = ClientState::Authorized;

        QTest::newRow("a waiting client") << authorize << listed << waiting << here << Offer::Ready;
        QTest::newRow("an expired client")
            << authorize << listed << ClientState::Expired << here << Offer::Ready;
        QTest::newRow("authorized already")
            << authorize << listed << authorized << here << Offer::AlreadyDone;
        QTest::newRow("not a guest")
            << authorize << listed << ClientState::NotGuest << here << Offer::NotGuest;
        QTest::newRow("state not told")
            << authorize << listed << ClientState::Unknown << here << Offer::StateUnknown;
        QTest::newRow("only with a redirect")
            << authorize << captured << waiting << here << Offer::NeedsRedirect;
        QTest::newRow("cannot authorize")
            << authorize << none << waiting << here << Offer::NotOnThisController;
        QTest::newRow("left, listed only")
            << authorize << listed << waiting << left << Offer::NotConnected;
        QTest::newRow("left, any address")
            << authorize << anywhere << waiting << left << Offer::Ready;
        QTest::newRow("controller away")
            << authorize << listed << waiting << away << Offer::ControllerAway;
        QTest::newRow("one is under way")
            << authorize << listed << waiting << busy << Offer::UnderWay;

        QTest::newRow("cancel online") << cancel << listed << authorized << here << Offer::Ready;
        QTest::newRow("cancel who waits")
            << cancel << listed << waiting << here << Offer::AlreadyDone;
        QTest::newRow("cancel who left")
            << cancel << listed << authorized << left << Offer::NotConnected;
        QTest::newRow("cancel who left, by record")
            << cancel << anywhere << authorized << left << Offer::Ready;
        QTest::newRow("cannot cancel")
            << cancel << captured << authorized << here << Offer::NotOnThisController;
        QTest::newRow("cancel a non-guest")
            << cancel << listed << ClientState::NotGuest << here << Offer::NotGuest;

        QTest::newRow("extend") << extend << listed << authorized << here << Offer::Ready;
        QTest::newRow("extend who waits")
            << extend << listed << waiting << here << Offer::AlreadyDone;
        QTest::newRow("extend who left")
            << extend << listed << authorized << left << Offer::NotConnected;
        QTest::newRow("cannot extend")
            << extend << none << authorized << here << Offer::NotOnThisController;
    }
    void eachRowOffersWhatItsControllerCanDoNow()
    {
        QFETCH(ClientAction, action);
        QFETCH(Capabilities, capabilities);
        QFETCH(ClientState, state);
        QFETCH(RowCircumstances, circumstances);
        QFETCH(Offer, offer);
        WifiClient client;
        client.state = state;
        QCOMPARE(offerFor(action, capabilities, client, circumstances), offer);
    }

    void aLimitThatCannotBeSetNamesTheCredentialThatWouldAllowIt()
    {
        const auto capabilities
            = capabilitiesOf({}, {}, {{Capability::LimitData, CredentialKind::HotspotOperator}});
        LimitRules rules;
        rules.minutes = LimitRange{1, 1440};
        const Limits asked{.minutes = 1441, .dataMb = 500, .downKbps = 2000};
        const auto objections = objectionsTo(asked, rules, capabilities);
        QCOMPARE(objections.size(), 3);
        QCOMPARE(objections[0].limit, Limit::Duration);
        QCOMPARE(objections[0].reason, LimitObjection::Reason::OutOfRange);
        QCOMPARE(objections[0].range, rules.minutes);
        QCOMPARE(objections[1].reason, LimitObjection::Reason::CannotBeSet);
        QCOMPARE(objections[1].unlockedBy, CredentialKind::HotspotOperator);
        QVERIFY(!objections[2].unlockedBy);
    }

    void limitsWithinTheRulesMeetNoObjection()
    {
        LimitRules rules;
        rules.minutes = LimitRange{1, 1440};
        QVERIFY(objectionsTo({.minutes = 1440}, rules, {}).isEmpty());
        QVERIFY(objectionsTo({}, {}, {}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOffers)
#include "tst_offers.moc"
