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
        const auto unknown = ClientState::Unknown;
        const auto lists = capabilitiesOf({ListClients, AuthorizeUnlistedMac}, {});
        const auto both = capabilitiesOf({AuthorizeListedClient, AuthorizeCapturedRedirect}, {});
        const RowCircumstances caught{.listedNow = false, .hasRedirect = true};
        QTest::newRow("only with a redirect")
            << authorize << captured << waiting << here << Offer::NeedsRedirect;
        QTest::newRow("with its redirect")
            << authorize << captured << waiting << caught << Offer::Ready;
        QTest::newRow("a redirect where none is of use")
            << authorize << listed << waiting << caught << Offer::NotConnected;
        QTest::newRow("listed, or else with its redirect")
            << authorize << both << waiting << caught << Offer::Ready;
        QTest::newRow("neither listed nor with a redirect")
            << authorize << both << waiting << left << Offer::NotConnected;
        QTest::newRow("state not told by a controller that lists nobody")
            << authorize << captured << unknown << caught << Offer::Ready;
        QTest::newRow("an address that was never listed, any address")
            << authorize << lists << unknown << left << Offer::Ready;
        QTest::newRow("an address that was never listed, listed only")
            << authorize << listed << unknown << left << Offer::NotConnected;
        QTest::newRow("state not told by a controller that lists")
            << authorize << lists << unknown << here << Offer::StateUnknown;
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
        QTest::newRow("cancel whom no list shows, by address")
            << cancel << anywhere << unknown << left << Offer::Ready;
        QTest::newRow("cancel whose state is not told")
            << cancel << anywhere << unknown << here << Offer::StateUnknown;
        QTest::newRow("extend whom no list shows")
            << extend << anywhere << unknown << left << Offer::StateUnknown;
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

    void blockingGoesByWhatTheControllerSaysOfIt_data()
    {
        QTest::addColumn<std::optional<bool>>("blocked");
        QTest::addColumn<Offer>("block");
        QTest::addColumn<Offer>("unblock");
        QTest::newRow("blocked") << std::optional(true) << Offer::AlreadyDone << Offer::Ready;
        QTest::newRow("not blocked") << std::optional(false) << Offer::Ready << Offer::AlreadyDone;
        QTest::newRow("not told") << std::optional<bool>() << Offer::Ready << Offer::StateUnknown;
    }
    void blockingGoesByWhatTheControllerSaysOfIt()
    {
        QFETCH(std::optional<bool>, blocked);
        QFETCH(Offer, block);
        QFETCH(Offer, unblock);
        WifiClient client;
        client.state = ClientState::NotGuest;
        client.blocked = blocked;
        const auto able = capabilitiesOf({Capability::Block}, {});
        for (const bool listedNow : {true, false}) {
            const RowCircumstances circumstances{.listedNow = listedNow};
            QCOMPARE(offerFor(ClientAction::Block, able, client, circumstances), block);
            QCOMPARE(offerFor(ClientAction::Unblock, able, client, circumstances), unblock);
        }
        QCOMPARE(offerFor(ClientAction::Block, {}, client, {}), Offer::NotOnThisController);
    }

    void whatACredentialWouldUnlockIsNamed()
    {
        using enum Capability;
        const auto able = capabilitiesOf({AuthorizeListedClient, CancelOnline}, {},
            {{CancelOffline, CredentialKind::LocalAccount},
                {AuthorizeUnlistedMac, CredentialKind::LocalAccount},
                {Block, CredentialKind::LocalAccount}});
        QCOMPARE(unlockedBy(Offer::NotConnected, ClientAction::Cancel, able),
            CredentialKind::LocalAccount);
        QCOMPARE(unlockedBy(Offer::NotConnected, ClientAction::Authorize, able),
            CredentialKind::LocalAccount);
        QCOMPARE(unlockedBy(Offer::NotOnThisController, ClientAction::Block, able),
            CredentialKind::LocalAccount);
        QVERIFY(!unlockedBy(Offer::NotOnThisController, ClientAction::Extend, able));
        QVERIFY(!unlockedBy(Offer::AlreadyDone, ClientAction::Block, able));
        // A captured redirect does not help with a device that is not there.
        const auto portal = capabilitiesOf(
            {}, {}, {{AuthorizeCapturedRedirect, CredentialKind::HotspotOperator}});
        QVERIFY(!unlockedBy(Offer::NotConnected, ClientAction::Authorize, portal));
        QCOMPARE(unlockedBy(Offer::NotOnThisController, ClientAction::Authorize, portal),
            CredentialKind::HotspotOperator);
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
