#include "transcript.h"
#include "unificlassicdesk.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Cast = QList<QPair<QString, QString>>;

const QString folder = u"unifi-classic"_s;

/// What has to be so before a transcript can be played.
struct Stage
{
    QString version;
    QStringList faults;
    quint32 seed = 1;
    bool signedIn = true;
};

Stage stageOf(const QString &name)
{
    static const QMap<QString, Stage> stages{
        {u"authorize-thin-reply"_s, {u"10.6.106"_s, {}}},
        {u"error-html-500-took-effect"_s, {{}, {u"html-500-after-action=1"_s}}},
        {u"error-html-502"_s, {{}, {u"html-502"_s}}},
        {u"error-in-200"_s, {{}, {u"error-with-200"_s, u"read-only-key"_s}}},
        {u"error-login-limit"_s, {{}, {u"login-throttle=0"_s}}},
        {u"error-login-required"_s, {u"8.6.9"_s, {}, 1, false}},
        {u"error-login-self-hosted-second-factor"_s, {{}, {u"second-factor"_s}}},
        {u"error-login-unifi-os-second-factor"_s, {{}, {u"second-factor"_s}}},
        {u"error-no-permission"_s, {{}, {u"read-only-key"_s}}},
        {u"error-session-ended-unifi-os"_s, {{}, {}, 1, false}},
        {u"clients"_s, {{}, {u"missing-authorized"_s}}},
        {u"clients-self-hosted"_s, {{}, {u"missing-authorized"_s}}},
        {u"login-unifi-os-uos-token"_s, {{}, {}, 2}},
    };
    Stage stage = stages.value(name);
    if (name.contains("self-hosted"_L1))
        stage.version = u"8.6.9"_s;
    return stage;
}

UnifiClassicDesk begin(const Stage &stage)
{
    SimulatorOptions options = classicOptions(stage.version);
    options.seed = stage.seed;
    return UnifiClassicDesk(options);
}

/// What the transcripts take for granted: somebody was cancelled, somebody is blocked.
void prepare(UnifiClassicDesk &desk)
{
    (void)desk.signIn();
    const QStringList waiting = desk.simulator().info().waiting;
    (void)desk.command("authorize-guest", waiting[1]);
    (void)desk.command("unauthorize-guest", waiting[1]);
    (void)desk.command("block-sta", waiting[2]);
}

/// The transcripts' people, played by those of a running simulator.
Cast castOf(UnifiClassicDesk &desk)
{
    QString authorized;
    QString accessPoint;
    for (const QJsonValue value : desk.rows("stat/sta")) {
        const QJsonObject row = value.toObject();
        if (row.value(u"is_guest"_s).toBool() && row.value(u"authorized"_s).toBool())
            authorized = row.value(u"mac"_s).toString();
        if (row.value(u"mac"_s) == desk.firstWaiting())
            accessPoint = row.value(u"ap_mac"_s).toString();
    }
    const QString password = QString::fromLatin1(desk.password());
    return {{u"example-user"_s, u"frontdesk"_s}, {u"example-2fa-user"_s, u"frontdesk"_s},
        {u"example-password"_s, password}, {u"02:00:5e:10:00:a1"_s, desk.firstWaiting()},
        {u"02:00:5e:10:00:a4"_s, authorized}, {u"00:00:5e:30:00:f1"_s, accessPoint}};
}

Transcript play(UnifiClassicDesk &desk, const QString &name, const Cast &cast)
{
    Transcript transcript = readTranscript(folder, name, cast);
    QMap<QByteArray, QByteArray> &headers = transcript.request.headers;
    const RawRequest kept = desk.requestFor("POST", {}, {});
    if (headers.contains("cookie"))
        headers["cookie"] = kept.headers.value("Cookie");
    if (headers.contains("x-csrf-token") && name != "error-csrf"_L1)
        headers["x-csrf-token"] = kept.headers.value("X-CSRF-Token");
    return transcript;
}

/// One whose body was changed, by somebody who is signed in.
RawAnswer send(UnifiClassicDesk &desk, const QString &name, const Cast &cast,
    const std::function<void(QJsonObject &)> &change)
{
    Transcript transcript = play(desk, name, cast);
    QJsonObject body = QJsonDocument::fromJson(transcript.request.body).object();
    change(body);
    transcript.request.body = QJsonDocument(body).toJson();
    return desk.send(transcript.request);
}

void addFields(const QString &name)
{
    QTest::addColumn<QString>("field");
    const QByteArray body = readTranscript(folder, name, {}).request.body;
    for (const QString &field : QJsonDocument::fromJson(body).object().keys())
        QTest::newRow(qPrintable(field)) << field;
}

} // namespace

class TestSimUnifiClassicTranscripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyRequestIsAnsweredInTheShapeOfItsTranscript_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : transcriptNames(folder))
            if (name != "error-login-unifi-os-password-401"_L1) // older than any that is simulated
                QTest::newRow(qPrintable(name)) << name;
    }
    void everyRequestIsAnsweredInTheShapeOfItsTranscript()
    {
        QFETCH(QString, name);
        const Stage stage = stageOf(name);
        UnifiClassicDesk desk = begin(stage);
        prepare(desk);
        const Cast cast = castOf(desk);
        for (const QString &fault : stage.faults)
            QVERIFY(!desk.simulator().addFault(fault));
        Transcript transcript = play(desk, name, cast);
        if (!stage.signedIn)
            transcript.request.headers.remove("cookie");
        const RawAnswer answer = ask(desk.simulator().url(), transcript.request);

        QCOMPARE(answer.status, transcript.response.status);
        QCOMPARE(answer.headers.value("content-type"),
            transcript.response.headers.value("content-type"));
        QVERIFY(answer.headers.contains("date"));
        for (const char *header :
            {"location", "set-cookie", "x-csrf-token", "x-updated-csrf-token"})
            QVERIFY2(
                answer.headers.contains(header) || !transcript.response.headers.contains(header),
                header);
        QVERIFY(!answer.headers.contains("retry-after"));
        if (name != "error-in-200"_L1) // there any refusal will do
            QCOMPARE(messageOf(answer), messageOf(transcript.response));
        QCOMPARE(shapeDifference(transcript.response.json(), answer.json()), QString());
    }

    void anAuthorizationIsRefusedWhenOneFieldIsRenamed_data()
    {
        addFields(u"authorize-all-limits"_s);
    }
    void anAuthorizationIsRefusedWhenOneFieldIsRenamed()
    {
        QFETCH(QString, field);
        UnifiClassicDesk desk = begin({});
        (void)desk.signIn();
        const RawAnswer answer = send(desk, u"authorize-all-limits"_s, castOf(desk),
            [&field](QJsonObject &body) { body.insert(field + u'X', body.take(field)); });
        QCOMPARE(answer.status, 400);
        QVERIFY(!desk.simulator().isAuthorized(desk.firstWaiting()));
        QCOMPARE(desk.simulator().actions(), 0);
    }

    void aFieldThatIsLeftOutIsMissedOrNotGranted_data() { addFields(u"authorize-all-limits"_s); }
    void aFieldThatIsLeftOutIsMissedOrNotGranted()
    {
        QFETCH(QString, field);
        UnifiClassicDesk desk = begin({});
        (void)desk.signIn();
        const RawAnswer answer = send(desk, u"authorize-all-limits"_s, castOf(desk),
            [&field](QJsonObject &body) { body.remove(field); });
        const bool needed = field == "cmd"_L1 || field == "mac"_L1;
        QCOMPARE(answer.status, needed ? 400 : 200);
        QCOMPARE(desk.simulator().isAuthorized(desk.firstWaiting()), !needed);
        if (needed)
            return;
        const QMap<QString, QString> grantedAs{{u"down"_s, u"qos_rate_max_down"_s},
            {u"up"_s, u"qos_rate_max_up"_s}, {u"bytes"_s, u"qos_usage_quota"_s}};
        const QJsonObject row = desk.newestGuestRow(desk.firstWaiting());
        for (auto limit = grantedAs.begin(); limit != grantedAs.end(); ++limit)
            QCOMPARE(row.contains(limit.value()), limit.key() != field);
        const qint64 minutes
            = (row.value(u"end"_s).toInteger() - row.value(u"start"_s).toInteger()) / 60;
        QCOMPARE(minutes, field == "minutes"_L1 ? 480 : 120);
    }

    void aFieldWithAWrongValueIsRefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("message");
        const QString payload = u"api.err.InvalidPayload"_s;
        const QString range = u"api.err.InvalidValue"_s;
        const QString argument = u"api.err.InvalidArgs"_s;
        QTest::newRow("null") << u"minutes"_s << QJsonValue() << payload;
        QTest::newRow("a string") << u"minutes"_s << QJsonValue(u"60"_s) << payload;
        QTest::newRow("a fraction") << u"down"_s << QJsonValue(2.5) << payload;
        QTest::newRow("below zero") << u"minutes"_s << QJsonValue(-1) << range;
        QTest::newRow("too long") << u"minutes"_s << QJsonValue(1'000'001) << range;
        QTest::newRow("no data") << u"bytes"_s << QJsonValue(0) << range;
        QTest::newRow("bytes, not MB") << u"bytes"_s << QJsonValue(524'288'000) << range;
        QTest::newRow("too slow") << u"up"_s << QJsonValue(1) << range;
        QTest::newRow("too fast") << u"down"_s << QJsonValue(100'001) << range;
        QTest::newRow("a number for an address") << u"mac"_s << QJsonValue(7) << payload;
        QTest::newRow("dashes") << u"mac"_s << QJsonValue(u"02-00-5E-10-00-A1"_s) << argument;
        QTest::newRow("upper case") << u"mac"_s << QJsonValue(u"02:00:5E:10:00:A1"_s) << argument;
        QTest::newRow("no access point") << u"ap_mac"_s << QJsonValue(QString()) << argument;
        QTest::newRow("another command") << u"cmd"_s << QJsonValue(u"forgive-guest"_s) << argument;
        QTest::newRow("limits to cancel with")
            << u"cmd"_s << QJsonValue(u"unauthorize-guest"_s) << payload;
    }
    void aFieldWithAWrongValueIsRefused()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(QString, message);
        UnifiClassicDesk desk = begin({});
        (void)desk.signIn();
        const RawAnswer answer = send(desk, u"authorize-all-limits"_s, castOf(desk),
            [&](QJsonObject &body) { body.insert(field, value); });
        QCOMPARE(answer.status, 400);
        QCOMPARE(messageOf(answer), message);
        QCOMPARE(desk.simulator().actions(), 0);
    }

    void otherBodiesAreStrictToo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("field");
        for (const char *name : {"unauthorize", "kick", "block", "unblock"})
            for (const char *field : {"cmd", "mac"})
                QTest::addRow("%s, %s", name, field)
                    << QString::fromLatin1(name) << QString::fromLatin1(field);
        QTest::newRow("guests") << u"guests"_s << u"within"_s;
        for (const char *field : {"username", "password"})
            QTest::addRow("login, %s", field) << u"login-unifi-os"_s << QString::fromLatin1(field);
    }
    void otherBodiesAreStrictToo()
    {
        QFETCH(QString, name);
        QFETCH(QString, field);
        UnifiClassicDesk desk = begin({});
        (void)desk.signIn();
        const RawAnswer answer = send(desk, name, castOf(desk),
            [&field](QJsonObject &body) { body.insert(field + u'X', body.take(field)); });
        QCOMPARE(answer.status, 400);
        QCOMPARE(desk.simulator().actions(), 0);
    }

    void aFormIsNotTakenForJson_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"authorize-all-limits", "guests", "login-unifi-os"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aFormIsNotTakenForJson()
    {
        QFETCH(QString, name);
        UnifiClassicDesk desk = begin({});
        (void)desk.signIn();
        Transcript transcript = play(desk, name, castOf(desk));
        transcript.request.headers["content-type"] = "application/x-www-form-urlencoded";
        QCOMPARE(desk.send(transcript.request).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestSimUnifiClassicTranscripts)
#include "tst_simunificlassictranscripts.moc"
