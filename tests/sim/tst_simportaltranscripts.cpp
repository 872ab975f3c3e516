// The transcripts of the portals that came before the Open API, and beside it.

#include "omadadesk.h"
#include "transcript.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Cast = QList<QPair<QString, QString>>;

QString versionFor(const QString &name)
{
    if (name.contains("6-2-1"_L1))
        return u"6.2.14"_s;
    if (name.contains("6-2-0"_L1))
        return u"6.2.0"_s;
    return name.contains("5-4"_L1) ? u"5.4.6"_s : QString();
}

QString faultFor(const QString &name)
{
    static const QMap<QString, QString> faults{
        {u"api-info-missing"_s, u"no-api-info"_s},
        {u"auth-code-as-text"_s, u"errorcode-string"_s},
        {u"error-busy"_s, u"html-502"_s},
        {u"error-login-invalid-account"_s, u"sign-in-error=30137"_s},
        {u"error-login-invalid-name"_s, u"sign-in-error=30120"_s},
        {u"error-login-locked"_s, u"lock-after=0"_s},
        {u"error-login-locked-now"_s, u"lock-after=1"_s},
        {u"error-login-no-site"_s, u"sign-in-error=30110"_s},
        {u"error-login-wrong-password"_s, u"sign-in-error=30109"_s},
        {u"error-records-unsupported"_s, u"no-hotspot-records"_s},
        {u"error-session-302"_s, u"lost-session-302"_s},
        {u"error-session-html"_s, u"lost-session-html"_s},
        {u"error-token-missing"_s, u"lost-session-html"_s},
        {u"error-viewer"_s, u"read-only-key"_s},
        {u"auth-bare-message"_s, u"bare-message"_s},
        {u"error-auth-bare-keys"_s, u"bare-message"_s},
        {u"error-login-html"_s, u"html-sign-in"_s},
        {u"login-html"_s, u"html-sign-in"_s},
    };
    if (!faults.contains(name) && name.contains("bare-keys"_L1))
        return u"bare-keys"_s;
    return faults.value(name);
}

bool isWithoutSession(const QString &name)
{
    return name == "error-not-signed-in"_L1 || name.startsWith("error-session"_L1);
}

/// The redirect of one who waits in the 5 GHz band, as those of the transcripts do.
QMap<QString, QString> redirectOf(const Simulator &simulator, bool wired)
{
    for (const QString &redirect : simulator.info().redirects) {
        QMap<QString, QString> says = sayingOf(redirect);
        const bool is5g = says.value(u"radioId"_s, says.value(u"rid"_s)) == "1"_L1;
        if (wired ? says.contains(u"gatewayMac"_s) : is5g)
            return says;
    }
    qFatal("nobody plays this part");
}

/// Lets in the one who waits in the transcripts, and says which record that is.
QString recordOf(OmadaDesk &desk, const QString &mac)
{
    (void)desk.simulator().authorizeByOthers(mac, 240);
    return desk.records(mac).first().toObject().value(u"id"_s).toString();
}

QString somebodyAuthorized(OmadaDesk &desk)
{
    for (const QJsonValue record : desk.records({}))
        if (record.toObject().value(u"valid"_s).toBool())
            return record.toObject().value(u"mac"_s).toString();
    qFatal("nobody is authorized");
}

Cast castOf(OmadaDesk &desk, const QString &name)
{
    Simulator &simulator = desk.simulator();
    const QJsonObject credentials = simulator.info().credentials;
    const auto says = redirectOf(simulator, name.startsWith("auth-gateway"_L1));
    const QString mac = says.value(u"clientMac"_s);
    const QString info = QString::fromUtf8(ask(simulator.url(), {"GET", "/api/info", {}, {}}).body);
    static const QRegularExpression id(u"\"omadacId\":\"([0-9a-f]+)\""_s);
    Cast cast{{u"0f1e2d3c4b5a69788796a5b4c3d2e1f0"_s, id.match(info).captured(1)},
        {u"65f0c2d1e4b0a1b2c3d4e5f6"_s, desk.siteId()},
        {u"example-operator"_s, credentials.value(u"user"_s).toString()},
        {u"example-password"_s, credentials.value(u"password"_s).toString()},
        {u"example-csrf-token-0001"_s, QString::fromLatin1(desk.token())},
        {u"02-00-5E-10-00-A1"_s, mac}, {u"02-00-5E-10-00-A4"_s, somebodyAuthorized(desk)},
        {u"00-00-5E-30-00-F1"_s, says.value(u"apMac"_s)},
        {u"00-00-5E-30-00-F3"_s, says.value(u"gatewayMac"_s)},
        {u"10.30.0.31"_s, says.value(u"clientIp"_s)}};
    if (name.startsWith("records"_L1) || name.startsWith("extend"_L1)
        || name.startsWith("disconnect"_L1) || name.contains("too-short"_L1))
        cast += {u"65f0d00a1b2c3d4e5f600001"_s, recordOf(desk, mac)};
    return cast;
}

Cast castOf(const Simulator &simulator, const QByteArray &token)
{
    const QJsonObject credentials = simulator.info().credentials;
    const auto says = redirectOf(simulator, false);
    const auto said = [&says](const QString &longer, const QString &shorter) {
        return says.value(longer, says.value(shorter));
    };
    const auto encoded
        = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    const QString user = encoded(credentials.value(u"user"_s).toString());
    const QString password = encoded(credentials.value(u"password"_s).toString());
    return {{u"example-user"_s, user}, {u"front%20desk"_s, user}, {u"example-password"_s, password},
        {u"p%2Ba%26s%25s%3Dw%20%C3%B6"_s, password},
        {u"example-csrf-token-0001"_s, QString::fromLatin1(token)},
        {u"02-00-5E-10-00-A1"_s, said(u"clientMac"_s, u"cid"_s)},
        {u"00-00-5E-30-00-F1"_s, said(u"apMac"_s, u"ap"_s)},
        {u"Annex%20Guest"_s, encoded(said(u"ssidName"_s, u"ssid"_s))}};
}

QByteArray cookieName(const RawAnswer &answer)
{
    return answer.headers.value("set-cookie").split('=').first();
}

/// What of an answer is the same on every such controller: all but the message and the token.
QByteArray withoutTexts(const QByteArray &body)
{
    QString text = QString::fromUtf8(body).remove(u' ');
    static const QRegularExpression message(u"(message\"?:)\"?.*?\"?(,\"?value|\\})"_s);
    static const QRegularExpression value(u"(value\"?:\")[^\"]*"_s);
    return text.replace(message, u"\\1\\2"_s).replace(value, u"\\1"_s).toUtf8();
}

} // namespace

class TestSimPortalTranscripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyOperatorsRequestIsAnsweredInTheShapeOfItsTranscript_data()
    {
        addTranscripts({u"omada4"_s, u"omada5"_s});
    }
    void everyOperatorsRequestIsAnsweredInTheShapeOfItsTranscript()
    {
        QFETCH(QString, folder);
        QFETCH(QString, name);
        OmadaDesk desk(optionsOf(folder, versionFor(name)));
        Transcript transcript = readTranscript(folder, name, castOf(desk, name));
        if (!isWithoutSession(name))
            transcript.request.headers.insert("cookie", desk.cookie());
        if (const QString fault = faultFor(name); !fault.isEmpty())
            QVERIFY(!desk.simulator().addFault(fault));
        if (name == "error-auth-not-waiting"_L1)
            QVERIFY(desk.simulator().isAuthorized(somebodyAuthorized(desk)));
        const RawAnswer answer = ask(desk.simulator().url(), transcript.request);

        QCOMPARE(answer.status, transcript.response.status);
        QVERIFY(answer.headers.contains("date"));
        QCOMPARE(cookieName(answer), cookieName(transcript.response));
        QCOMPARE(
            answer.headers.contains("location"), transcript.response.headers.contains("location"));
        QCOMPARE(shapeDifference(transcript.response.json(), answer.json()), QString());
    }

    void everyFormIsAnsweredAsItsTranscriptSays_data() { addTranscripts({u"eap2"_s, u"omada3"_s}); }
    void everyFormIsAnsweredAsItsTranscriptSays()
    {
        QFETCH(QString, folder);
        QFETCH(QString, name);
        SimulatorOptions options = optionsOf(folder);
        // The transcripts use the long names but in one place.
        options.seed = name == "auth-cid"_L1 ? 2 : 1;
        if (name == "auth-site-encoded"_L1)
            options.sites = {u"Annex & Küche/2"_s};
        const auto simulator = std::move(*Simulator::start(options));
        const RawAnswer signedIn = ask(
            simulator->url(), readTranscript(folder, u"login"_s, castOf(*simulator, {})).request);
        const QByteArray cookie = signedIn.headers.value("set-cookie").split(';').first();
        const QByteArray token = signedIn.json().value(u"value"_s).toString().toLatin1();
        Transcript transcript = readTranscript(folder, name, castOf(*simulator, token));
        transcript.request.headers.remove("content-length"); // the sender writes it
        if (!isWithoutSession(name))
            transcript.request.headers.insert("cookie", cookie);
        if (name == "error-auth-refused"_L1 || name == "error-auth-bare-keys"_L1)
            (void)ask(simulator->url(), transcript.request);
        if (const QString fault = faultFor(name); !fault.isEmpty())
            QVERIFY(!simulator->addFault(fault));
        const RawAnswer answer = ask(simulator->url(), transcript.request);

        QCOMPARE(answer.status, transcript.response.status);
        QCOMPARE(cookieName(answer), cookieName(transcript.response));
        QCOMPARE(answer.headers.value("location"), transcript.response.headers.value("location"));
        const bool isPage = transcript.response.body.startsWith("<!DOCTYPE");
        QCOMPARE(answer.body.contains("</title>"), isPage);
        if (!isPage)
            QCOMPARE(withoutTexts(answer.body), withoutTexts(transcript.response.body));
    }

private:
    static void addTranscripts(const QStringList &folders)
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("name");
        for (const QString &folder : folders)
            for (const QString &name : transcriptNames(folder))
                QTest::newRow(qPrintable(folder + u'/' + name)) << folder << name;
    }
};

QTEST_GUILESS_MAIN(TestSimPortalTranscripts)
#include "tst_simportaltranscripts.moc"
