#include "clients/clientdirectory.h"
#include "clients/fakes.h"
#include "clients/redirectplace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Spelling = CapturedRedirect::Spelling;

const MacAddress guest(0x02005e1000a1);
const MacAddress accessPoint(0x0a005e000001);

CapturedRedirect redirectOf(Spelling spelling, const QString &site)
{
    CapturedRedirect redirect;
    redirect.spelling = spelling;
    redirect.client = guest;
    redirect.site = site;
    redirect.accessPoint = accessPoint;
    return redirect;
}

const RedirectSender eap{u"eap"_s, Generation::Eap2, {{u"Hotel"_s, u"Hotel"_s}}};
const RedirectSender omada{u"omada"_s, Generation::Omada5,
    {{u"6f1"_s, u"Hotel"_s, u"key1"_s}, {u"6f2"_s, u"Annex"_s, u"key2"_s}}};
const RedirectSender omadaToo{u"omada2"_s, Generation::OmadaOpenApi, {{u"7a1"_s, u"Hotel"_s}}};
const RedirectSender unifi{u"unifi"_s, Generation::UnifiIntegration,
    {{u"u-1"_s, u"Lobby"_s, u"default"_s}, {u"u-2"_s, u"Pool"_s, u"xk3p"_s}}};
const RedirectSender unifiToo{
    u"unifi2"_s, Generation::UnifiClassic, {{u"default"_s, u"Default"_s, u"u-1"_s}}};

} // namespace

class TestRedirectPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSpellingAndTheSiteTellWhoseItIs_data()
    {
        QTest::addColumn<CapturedRedirect>("redirect");
        QTest::addColumn<QList<RedirectPlace>>("places");
        const auto row = [](const char *name, Spelling spelling, const QString &site,
                             const QList<RedirectPlace> &places) {
            QTest::newRow(name) << redirectOf(spelling, site) << places;
        };
        row("the old spelling", Spelling::Cid, u"Hotel"_s, {{u"eap"_s, u"Hotel"_s}});
        row("a site's name", Spelling::ClientMac, u"annex"_s, {{u"omada"_s, u"6f2"_s}});
        row("a site's id", Spelling::ClientMac, u"7a1"_s, {{u"omada2"_s, u"7a1"_s}});
        row("a site's key", Spelling::ClientMac, u"key1"_s, {{u"omada"_s, u"6f1"_s}});
        row("a name that two have", Spelling::ClientMac, u"Hotel"_s,
            {{u"omada"_s, u"6f1"_s}, {u"omada2"_s, u"7a1"_s}});
        row("a site of nobody", Spelling::ClientMac, u"Elsewhere"_s, {});
        row("a short name", Spelling::Unifi, u"xk3p"_s, {{u"unifi"_s, u"u-2"_s}});
        row("default, whatever the site", Spelling::Unifi, u"default"_s,
            {{u"unifi"_s, u"u-1"_s}, {u"unifi"_s, u"u-2"_s}, {u"unifi2"_s, u"default"_s}});
    }
    void theSpellingAndTheSiteTellWhoseItIs()
    {
        QFETCH(CapturedRedirect, redirect);
        QFETCH(QList<RedirectPlace>, places);
        const QList<RedirectSender> senders{eap, omada, omadaToo, unifi, unifiToo};
        QCOMPARE(placesOf(redirect, senders, m_directory), places);
    }

    void theAccessPointThatOthersHangOnGoesBeforeTheSitesName()
    {
        WifiClient neighbour = clientOf(7);
        neighbour.attachment.accessPoint = accessPoint;
        list(u"unifi"_s, u"u-2"_s, neighbour);
        const auto redirect = redirectOf(Spelling::Unifi, u"default"_s);
        QCOMPARE(placesOf(redirect, {unifi, unifiToo}, m_directory),
            (QList<RedirectPlace>{{u"unifi"_s, u"u-2"_s}}));
    }

    void theGatewayTellsAWiredDevicesSite()
    {
        auto redirect = redirectOf(Spelling::ClientMac, u"Hotel"_s);
        redirect.accessPoint.reset();
        redirect.gateway = MacAddress(0x0a005e000009);
        WifiClient neighbour = clientOf(8);
        neighbour.attachment.gateway = redirect.gateway;
        list(u"omada2"_s, u"7a1"_s, neighbour);
        QCOMPARE(placesOf(redirect, {omada, omadaToo}, m_directory),
            (QList<RedirectPlace>{{u"omada2"_s, u"7a1"_s}}));
    }

    void theListThatHoldsTheDeviceDecidesBetweenTwoOfAName()
    {
        list(u"omada"_s, u"6f1"_s, clientOf(guest.bits()));
        QCOMPARE(
            placesOf(redirectOf(Spelling::ClientMac, u"Hotel"_s), {omada, omadaToo}, m_directory),
            (QList<RedirectPlace>{{u"omada"_s, u"6f1"_s}}));
    }

    void onlyAControllerThatCannotListItsSitesTakesAnUnheardOne()
    {
        const RedirectSender unnamed{u"old"_s, Generation::Omada3, {}};
        const auto redirect = redirectOf(Spelling::ClientMac, u"Harbour"_s);
        QCOMPARE(placesOf(redirect, {unnamed, omada}, m_directory),
            (QList<RedirectPlace>{{u"old"_s, u"Harbour"_s}}));
        const RedirectSender away{u"new"_s, Generation::Omada5, {}};
        QVERIFY(placesOf(redirect, {away}, m_directory).isEmpty());
    }

    void cleanup()
    {
        for (const auto &sender : {omada, omadaToo, unifi})
            m_directory.removeController(sender.controllerId);
    }

private:
    void list(const QString &controllerId, const QString &siteId, const WifiClient &client)
    {
        m_directory.pollAnswered(
            controllerId, m_directory.nextTick(), snapshotOf({client}, siteId));
    }

    ManualClock m_clock;
    ClientDirectory m_directory{m_clock};
};

QTEST_GUILESS_MAIN(TestRedirectPlace)
#include "tst_redirectplace.moc"
