#include "omadadesk.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Form = QMap<QString, QString>;

QByteArray encoded(const Form &form)
{
    QByteArrayList fields;
    for (auto field = form.begin(); field != form.end(); ++field)
        fields += field.key().toLatin1() + '=' + QUrl::toPercentEncoding(field.value());
    return fields.join('&');
}

/// A controller up to 3.2.17 and its user, signed in.
class EapDesk
{
public:
    explicit EapDesk(const SimulatorOptions &options)
        : m_simulator(std::move(*Simulator::start(options)))
    {
        signIn();
    }

    Simulator &simulator() { return *m_simulator; }
    QByteArray cookie;
    QByteArray token;

    RawAnswer post(const QByteArray &target, const Form &form) const
    {
        return ask(m_simulator->url(),
            {"POST", target,
                {{"Cookie", cookie}, {"Content-Type", "application/x-www-form-urlencoded"}},
                encoded(form)});
    }

    RawAnswer signInWith(const QString &password) const
    {
        return post("/login", {{u"name"_s, u"admin"_s}, {u"password"_s, password}});
    }

    RawAnswer signIn()
    {
        const QJsonObject credentials = m_simulator->info().credentials;
        RawAnswer answer = signInWith(credentials.value(u"password"_s).toString());
        cookie = answer.headers.value("set-cookie").split(';').first();
        token = answer.json().value(u"value"_s).toString().toLatin1();
        return answer;
    }

    /// As the redirect of the first who waits says it, for an hour.
    Form form() const
    {
        Form form = sayingOf(m_simulator->info().redirects.first());
        form.remove(u"site"_s);
        form.insert(u"time"_s, u"3600"_s);
        return form;
    }

    RawAnswer authorize(const Form &form, const QByteArray &site = "Annex") const
    {
        return post(
            "/extportal/" + site + "/auth" + (token.isEmpty() ? "" : "?token=" + token), form);
    }

    QString waiting() const { return m_simulator->info().waiting.first(); }

private:
    std::unique_ptr<Simulator> m_simulator;
};

bool succeeded(const RawAnswer &answer)
{
    return answer.json().value(u"success"_s).toBool();
}

bool wasRefused(const RawAnswer &answer)
{
    return answer.status == 200 && answer.json().value(u"success"_s) == QJsonValue(false);
}

} // namespace

class TestSimEap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aGuestIsLetInForAsManySeconds_data() { addGenerations(); }
    void aGuestIsLetInForAsManySeconds()
    {
        QFETCH(QString, generation);
        EapDesk desk(optionsOf(generation));
        const QString mac = desk.waiting();
        const Form form = desk.form();
        QVERIFY(succeeded(desk.authorize(form)));
        QVERIFY(desk.simulator().isAuthorized(mac));
        QVERIFY(wasRefused(desk.authorize(form)));
        desk.simulator().advance(std::chrono::minutes(59));
        QVERIFY(desk.simulator().isAuthorized(mac));
        desk.simulator().advance(std::chrono::minutes(2));
        QVERIFY(!desk.simulator().isAuthorized(mac));
        QCOMPARE(desk.simulator().actions(), 1);
    }

    void everyFieldIsNeededUnderItsOwnName_data() { addGenerations(); }
    void everyFieldIsNeededUnderItsOwnName()
    {
        QFETCH(QString, generation);
        EapDesk desk(optionsOf(generation));
        const Form form = desk.form();
        QCOMPARE(form.size(), 6);
        for (auto field = form.begin(); field != form.end(); ++field) {
            Form mutant = form;
            mutant.remove(field.key());
            QVERIFY(wasRefused(desk.authorize(mutant)));
            mutant.insert(field.key() + u'X', field.value());
            QVERIFY(wasRefused(desk.authorize(mutant)));
        }
        Form more = form;
        more.insert(u"note"_s, u"room 204"_s);
        QVERIFY(wasRefused(desk.authorize(more)));
        QCOMPARE(desk.simulator().actions(), 0);
        // The one that the documents list twice.
        more.remove(u"note"_s);
        more.insert(u"site"_s, u"Annex"_s);
        QVERIFY(succeeded(desk.authorize(more)));
    }

    void nothingMayBeWrongInAForm_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("another device") << u"cid"_s << u"02-00-5E-10-00-EE"_s;
        QTest::newRow("another access point") << u"ap"_s << u"02-00-5E-10-00-EE"_s;
        QTest::newRow("another network") << u"ssid"_s << u"Annex Staff"_s;
        QTest::newRow("another radio") << u"rid"_s << u"3"_s;
        QTest::newRow("no number") << u"time"_s << u"1h"_s;
        QTest::newRow("no time") << u"time"_s << u"0"_s;
    }
    void nothingMayBeWrongInAForm()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        EapDesk desk(optionsOf(u"eap2"_s));
        Form form = desk.form();
        QVERIFY(form.contains(field));
        form.insert(field, value);
        QVERIFY(wasRefused(desk.authorize(form)));
        QVERIFY(wasRefused(desk.authorize(desk.form(), "Boathouse")));
        QCOMPARE(desk.simulator().actions(), 0);
    }

    void jsonIsNoForm()
    {
        EapDesk desk(optionsOf(u"eap2"_s));
        const RawAnswer answer = ask(desk.simulator().url(),
            {"POST", "/extportal/Annex/auth",
                {{"Cookie", desk.cookie}, {"Content-Type", "application/json"}},
                encoded(desk.form())});
        QVERIFY(wasRefused(answer));
    }

    void bothSpellingsAreKnownFromTwoSixOn_data()
    {
        QTest::addColumn<QString>("generation");
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<bool>("isLong");
        QTest::newRow("3.2.17, long") << u"omada3"_s << 1u << true;
        QTest::newRow("3.2.17, short") << u"omada3"_s << 2u << false;
        QTest::newRow("2.5.4") << u"eap2"_s << 1u << false;
    }
    void bothSpellingsAreKnownFromTwoSixOn()
    {
        QFETCH(QString, generation);
        QFETCH(quint32, seed);
        QFETCH(bool, isLong);
        SimulatorOptions options = optionsOf(generation);
        options.seed = seed;
        EapDesk desk(options);
        Form form = desk.form();
        QCOMPARE(form.contains(u"clientMac"_s), isLong);
        static const QList<QPair<QString, QString>> spellings{{u"cid"_s, u"clientMac"_s},
            {u"ap"_s, u"apMac"_s}, {u"ssid"_s, u"ssidName"_s}, {u"rid"_s, u"radioId"_s}};
        Form mixed = form;
        for (const auto &[shorter, longer] : spellings) {
            const QString value = form.take(isLong ? longer : shorter);
            form.insert(isLong ? shorter : longer, value);
        }
        mixed.insert(u"rid"_s, mixed.take(u"radioId"_s));
        if (isLong)
            QVERIFY(wasRefused(desk.authorize(mixed)));
        QCOMPARE(succeeded(desk.authorize(form)), generation == "omada3"_L1);
    }

    void aSiteIsNamedInThePath()
    {
        SimulatorOptions options = optionsOf(u"omada3"_s);
        options.sites = {u"Annex & Küche/2"_s};
        EapDesk desk(options);
        QVERIFY(wasRefused(desk.authorize(desk.form(), "Annex")));
        QVERIFY(succeeded(desk.authorize(desk.form(), "Annex%20%26%20K%C3%BCche%2F2")));
    }

    void nothingGoesWithoutASession_data() { addGenerations(); }
    void nothingGoesWithoutASession()
    {
        QFETCH(QString, generation);
        EapDesk desk(optionsOf(generation));
        const QByteArray cookie = std::exchange(desk.cookie, "TPEAP_SESSIONID=none");
        QCOMPARE(desk.authorize(desk.form()).status, 302);
        desk.cookie = cookie;
        const QByteArray token = std::exchange(desk.token, "none");
        QCOMPARE(desk.authorize(desk.form()).status, generation == "omada3"_L1 ? 302 : 200);
        desk.token = token;
        QVERIFY(succeeded(desk.post("/logout", {})));
        QVERIFY(!desk.simulator().addFault(u"lost-session-html"_s));
        const RawAnswer page = desk.authorize(desk.form());
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains("</title>"));
    }

    void aSessionEndsByCount()
    {
        EapDesk desk(optionsOf(u"omada3"_s));
        QVERIFY(!desk.simulator().addFault(u"session-expiry=1"_s));
        (void)desk.signIn();
        QVERIFY(wasRefused(desk.authorize({})));
        QCOMPARE(desk.authorize(desk.form()).status, 302);
    }

    void aWrongPasswordSignsNobodyIn_data() { addGenerations(); }
    void aWrongPasswordSignsNobodyIn()
    {
        QFETCH(QString, generation);
        EapDesk desk(optionsOf(generation));
        const RawAnswer answer = desk.signInWith(u"wrong"_s);
        QVERIFY(wasRefused(answer));
        QVERIFY(!answer.headers.contains("set-cookie"));
        QCOMPARE(desk.token.isEmpty(), generation == "eap2"_L1);
    }

    void anAnswerIsJsonOrSomethingLikeIt_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("strict") << u"slow=0"_s
                                << QByteArray(R"({"success":true,"message":"Success."})");
        QTest::newRow("bare keys")
            << u"bare-keys"_s << QByteArray(R"({success:true,message:"Success."})");
        QTest::newRow("bare message")
            << u"bare-message"_s << QByteArray("{success:true,message:Success.}");
        QTest::newRow("true as a word")
            << u"errorcode-string"_s << QByteArray(R"({"success":"true","message":"Success."})");
    }
    void anAnswerIsJsonOrSomethingLikeIt()
    {
        QFETCH(QString, fault);
        QFETCH(QByteArray, body);
        EapDesk desk(optionsOf(u"eap2"_s));
        QVERIFY(!desk.simulator().addFault(fault));
        QVERIFY(!desk.simulator().addFault(u"html-content-type"_s));
        const RawAnswer answer = desk.authorize(desk.form());
        QCOMPARE(answer.body, body);
        QCOMPARE(answer.headers.value("content-type"), QByteArray("text/html"));
    }

    void theFirstPageNamesTheProduct_data()
    {
        QTest::addColumn<QString>("generation");
        QTest::addColumn<QByteArray>("title");
        QTest::newRow("2.5.4") << u"eap2"_s << QByteArray("<title>EAP Controller</title>");
        QTest::newRow("3.2.17") << u"omada3"_s << QByteArray("<title>Omada Controller</title>");
    }
    void theFirstPageNamesTheProduct()
    {
        QFETCH(QString, generation);
        QFETCH(QByteArray, title);
        EapDesk desk(optionsOf(generation));
        const RawAnswer first = ask(desk.simulator().url(), {"GET", "/", {}, {}});
        QCOMPARE(first.status, 302);
        QVERIFY(first.headers.value("set-cookie").startsWith("TPEAP_SESSIONID="));
        const RawAnswer page
            = ask(desk.simulator().url(), {"GET", first.headers.value("location"), {}, {}});
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains(title));
        const RawAnswer info = ask(desk.simulator().url(), {"GET", "/api/info", {}, {}});
        QCOMPARE(info.status, 404);
        QVERIFY(info.headers.value("content-type").startsWith("text/html"));
    }

private:
    static void addGenerations()
    {
        QTest::addColumn<QString>("generation");
        QTest::newRow("2.5.4") << u"eap2"_s;
        QTest::newRow("3.2.17") << u"omada3"_s;
    }
};

QTEST_GUILESS_MAIN(TestSimEap)
#include "tst_simeap.moc"
