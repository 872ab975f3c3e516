#include "wire/eap2/presence.h"
#include "wire/unifi_classic/presence.h"

#include <QTest>

using namespace Qt::StringLiterals;
namespace classic = wire::unifi_classic;
namespace eap = wire::eap2;

namespace {

HttpReply page(const QByteArray &body)
{
    return {200, {{"Content-Type", "text/html"}}, body};
}

HttpReply moved(const QByteArray &target, const QByteArray &cookie = {})
{
    HttpReply reply{302, {{"Location", target}}, {}};
    if (!cookie.isEmpty())
        reply.headers += HttpHeader{"set-cookie", cookie};
    return reply;
}

} // namespace

/// How controllers without an interface for strangers receive a browser.
class TestPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unifiIsKnownByHowItReceivesABrowser_data()
    {
        QTest::addColumn<HttpReply>("reply");
        QTest::addColumn<classic::FrontPage>("front");
        QTest::newRow("console") << page("<html><head><title>UniFi OS</title>")
                                 << classic::FrontPage::UnifiOs;
        QTest::newRow("server") << moved("/manage") << classic::FrontPage::SelfHosted;
        QTest::newRow("server, whole URL") << moved("https://192.0.2.1:8443/manage/account/login")
                                           << classic::FrontPage::SelfHosted;
        QTest::newRow("something else")
            << page("<title>Router</title>") << classic::FrontPage::None;
        QTest::newRow("elsewhere") << moved("/login") << classic::FrontPage::None;
        QTest::newRow("nothing") << HttpReply() << classic::FrontPage::None;
        HttpReply token = page("<title>Router</title>");
        token.headers += HttpHeader{"X-CSRF-Token", "something"};
        QTest::newRow("a CSRF header is no proof") << token << classic::FrontPage::None;
    }
    void unifiIsKnownByHowItReceivesABrowser()
    {
        QFETCH(HttpReply, reply);
        QFETCH(classic::FrontPage, front);
        QCOMPARE(classic::readFrontPage(reply), front);
    }

    void aServersStatusTellsItsVersion()
    {
        QCOMPARE(
            classic::readStatus({200, {}, R"({"meta":{"rc":"ok","server_version":"8.0.28"}})"}),
            u"8.0.28"_s);
        for (const QByteArray body : {"", "<html>", "[]", R"({"meta":{"rc":"ok"}})", "\xff\xfe"})
            QVERIFY(classic::readStatus({200, {}, body}).isEmpty());
    }

    void theOldestTpLinkControllersGreetWithTheirSession()
    {
        const QByteArray cookie = "TPEAP_SESSIONID=abc; Path=/";
        QCOMPARE(eap::readFrontPage(moved("/login", cookie)), QUrl(u"/login"_s));
        QVERIFY(eap::readFrontPage(moved("/login")).isEmpty());
        QVERIFY(eap::readFrontPage(moved("/login", "JSESSIONID=abc")).isEmpty());
        QVERIFY(eap::readFrontPage(page("<title>EAP Controller</title>")).isEmpty());
        QCOMPARE(eap::signInPage(QUrl(u"https://192.0.2.1:8043/login?a=1"_s)).path, u"/login"_s);
    }

    void theTitleOfTheSignInPageTellsWhichOfThemItIs()
    {
        using eap::Product;
        QCOMPARE(
            eap::readSignInPage(page("<title>EAP Controller</title>")), Product::EapController);
        QCOMPARE(eap::readSignInPage(page("<title>Omada Controller</title>")), Product::Omada);
        for (const QByteArray body : {"", "<title>", "</title><title>", "<title>Login</title>"})
            QCOMPARE(eap::readSignInPage(page(body)), Product::Untold);
    }
};

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"
