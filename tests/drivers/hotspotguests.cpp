#include "drivers/hotspotguests.h"

#include "wire/redirect/redirect.h"

using namespace Qt::StringLiterals;

SimulatorOptions annex(const QString &generation, const QString &version)
{
    SimulatorOptions options;
    options.generation = generation;
    options.version = version;
    return options;
}

void addVersions()
{
    QTest::addColumn<QString>("generation");
    QTest::addColumn<QString>("version");
    QTest::newRow("4.4.6") << u"omada4"_s << u"4.4.6"_s;
    QTest::newRow("5.4.6") << u"omada5"_s << u"5.4.6"_s; // the cookie's old name
    QTest::newRow("5.15.24") << u"omada5"_s << u"5.15.24"_s;
    QTest::newRow("6.2.0") << u"omada5"_s << u"6.2.0"_s; // redirects tell the site's id
    QTest::newRow("6.2.14") << u"omada5"_s << u"6.2.14"_s; // wants the client's address
}

CapturedRedirect aRedirect(Simulated &simulated, bool wired)
{
    const QStringList redirects = simulated.controller().info().redirects;
    for (const QString &url : redirects) {
        const Result<CapturedRedirect> redirect = wire::readRedirect(url);
        if (redirect && redirect->gateway.has_value() == wired)
            return *redirect;
    }
    qFatal("nobody waits there");
}

AuthorizeOrder orderOf(Simulated &simulated, const CapturedRedirect &redirect, const Limits &limits)
{
    WifiClient client;
    client.key = {simulated.profile().id, simulated.site(), redirect.client};
    client.state = ClientState::Waiting;
    return {client, limits, redirect};
}

WifiClient listed(Simulated &simulated, const CapturedRedirect &redirect)
{
    WifiClient client = orderOf(simulated, redirect, {}).client;
    client.attachment = {redirect.accessPoint, redirect.radio, redirect.gateway, redirect.vlan};
    client.ssid = redirect.ssid;
    client.ip = redirect.clientIp;
    return client;
}

Result<ActionAnswer> admit(ControllerDriver &driver, const AuthorizeOrder &order)
{
    return answerOf(driver.authorizer()->authorize(order));
}

Result<ActionAnswer> admit(Simulated &simulated, const AuthorizeOrder &order)
{
    return admit(simulated.driver(), order);
}

void identify(Simulated &simulated)
{
    const auto identity = answerOf(simulated.driver().identify());
    QVERIFY2(identity.has_value(), identity ? "" : qPrintable(identity.error().detail));
}

qint64 minutesLeft(Simulated &simulated, const WifiClient &client)
{
    if (!client.authorization || !client.authorization->until)
        return -1;
    return (simulated.controller().now().secsTo(*client.authorization->until) + 30) / 60;
}
