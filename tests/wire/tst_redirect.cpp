#include "wire/redirect/redirect.h"

#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using Spelling = CapturedRedirect::Spelling;

namespace {

constexpr MacAddress guest{0x02005e1000a1};
constexpr MacAddress accessPoint{0x00005e3000f1};

const QString earlyAddress
    = u"http://10.0.0.5:8880/portal?cid=02-00-5E-10-00-A1&ap=00-00-5E-30-00-F1&ssid=Guest%20Net&t=1772443200&rid=1&site=Lobby"_s;
const QString wirelessAddress
    = u"http://10.0.0.5:8880/?clientMac=02-00-5E-10-00-A1&clientIp=10.1.0.17&apMac=00-00-5E-30-00-F1&ssidName=Guest+Net&t=1772443200000&radioId=1&site=Lobby&redirectUrl=http%3A%2F%2Fneverssl.example%2F%3Fa%3D1%26b%3D2"_s;
const QString wiredAddress
    = u"http://10.0.0.5:8880/?clientMac=02-00-5E-10-00-A1&gatewayMac=00-00-5E-30-00-F1&vid=20&t=1772443200&site=Lobby&redirectUrl=http%3A%2F%2Fneverssl.example%2F"_s;
const QString unifiAddress
    = u"http://10.0.0.5:8880/guest/s/abc1def2/?ap=00:00:5e:30:00:f1&id=02:00:5e:10:00:a1&t=1772443200&url=http://neverssl.example%2F&ssid=Guest%20Net%20%20"_s;

CapturedRedirect early()
{
    CapturedRedirect redirect;
    redirect.spelling = Spelling::Cid;
    redirect.client = guest;
    redirect.site = u"Lobby"_s;
    redirect.accessPoint = accessPoint;
    redirect.radio = 1;
    redirect.ssid = u"Guest Net"_s;
    redirect.redirectedAt = QDateTime(QDate(2026, 3, 2), QTime(9, 20), Qt::UTC);
    return redirect;
}

CapturedRedirect wireless()
{
    CapturedRedirect redirect = early();
    redirect.spelling = Spelling::ClientMac;
    redirect.clientIp = u"10.1.0.17"_s;
    redirect.destination = u"http://neverssl.example/?a=1&b=2"_s;
    return redirect;
}

CapturedRedirect wired()
{
    CapturedRedirect redirect = early();
    redirect.spelling = Spelling::ClientMac;
    redirect.accessPoint.reset();
    redirect.radio.reset();
    redirect.ssid.clear();
    redirect.gateway = accessPoint;
    redirect.vlan = 20;
    redirect.destination = u"http://neverssl.example/"_s;
    return redirect;
}

CapturedRedirect unifi()
{
    CapturedRedirect redirect = early();
    redirect.spelling = Spelling::Unifi;
    redirect.site = u"abc1def2"_s;
    redirect.radio.reset();
    redirect.destination = u"http://neverssl.example/"_s;
    return redirect;
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// "" for equal ones, else both.
QByteArray difference(const Result<CapturedRedirect> &read, const CapturedRedirect &expected)
{
    if (!read)
        return "failed: " + read.error().said.toUtf8();
    if (*read == expected)
        return {};
    const auto told = [](const CapturedRedirect &r) {
        return u"%1|%2|%3|%4|%5|%6|%7|%8|%9"_s.arg(int(r.spelling))
            .arg(r.client.toString(), r.site, r.accessPoint.value_or(MacAddress()).toString(),
                QString::number(r.radio.value_or(-1)), r.ssid, r.clientIp,
                r.redirectedAt.value_or(QDateTime()).toString(Qt::ISODateWithMs), r.destination)
            .toUtf8();
    };
    return told(*read) + "  not  " + told(expected);
}

} // namespace

class TestRedirect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everySpellingIsRead_data();
    void everySpellingIsRead();
    void pastedTextIsUnderstood_data();
    void pastedTextIsUnderstood();
    void caughtTargetsAreReadAsTheyCame_data();
    void caughtTargetsAreReadAsTheyCame();
    void whatIsOptionalMayBeMissingOrUnreadable();
    void valuesAreDecodedOnceAndKeptExactly_data();
    void valuesAreDecodedOnceAndKeptExactly();
    void timesInEveryUnitAreRead_data();
    void timesInEveryUnitAreRead();
    void whatTellsNoDeviceIsAnsweredWithASentence_data();
    void whatTellsNoDeviceIsAnsweredWithASentence();
    void foreignTextIsPlainAndShort();
    void anyTextGivesARedirectOrASentence();
};

void TestRedirect::everySpellingIsRead_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<CapturedRedirect>("expected");
    QTest::newRow("cid") << earlyAddress << early();
    QTest::newRow("clientMac, wireless") << wirelessAddress << wireless();
    QTest::newRow("clientMac, wired") << wiredAddress << wired();
    QTest::newRow("UniFi") << unifiAddress << unifi();
}

void TestRedirect::everySpellingIsRead()
{
    QFETCH(QString, address);
    QFETCH(CapturedRedirect, expected);
    QCOMPARE(difference(wire::readRedirect(address), expected), QByteArray());
    const QString target = address.mid(address.indexOf(u'/', 8));
    QCOMPARE(difference(wire::readRedirectTarget(target.toUtf8()), expected), QByteArray());
}

void TestRedirect::pastedTextIsUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<CapturedRedirect>("expected");
    const auto row
        = [](const char *name, const QString &text) { QTest::newRow(name) << text << wireless(); };
    QString html = wirelessAddress;
    row("with &amp;", html.replace(u'&', u"&amp;"_s));
    row("with &amp;amp;", html.replace(u'&', u"&amp;"_s));
    row("names in capitals",
        QString(wirelessAddress)
            .replace(u"clientMac"_s, u"CLIENTMAC"_s)
            .replace(u"site"_s, u"Site"_s));
    row("another notation",
        QString(wirelessAddress).replace(u"02-00-5E-10-00-A1"_s, u"02%3A00%3a5e%3A10:00:a1"_s));
    row("bare digits",
        QString(wirelessAddress).replace(u"02-00-5E-10-00-A1"_s, u"0200.5e10.00a1"_s));
    row("in angle brackets", u"Please let her in: <%1>, thanks. Anna"_s.arg(wirelessAddress));
    row("in quotes", u"the address is \"%1\" & more"_s.arg(wirelessAddress));
    row("in typographic quotes", u"„%1“"_s.arg(wirelessAddress));
    row("in apostrophes", u"'%1'"_s.arg(wirelessAddress));
    row("in a sentence", u"Room 12 (id=77): %1 please"_s.arg(wirelessAddress));
    row("encoded as a whole", encoded(wirelessAddress));
    row("encoded twice as a whole", encoded(encoded(wirelessAddress)));
    row("inside a link that checks links",
        u"https://safelinks.example/?id=5&cid=news&url=%1&data=05%7C01%7C"_s.replace(
            u"%1"_s, encoded(wirelessAddress)));
    row("its query alone", wirelessAddress.mid(wirelessAddress.indexOf(u'?') + 1));
    row("below a portal with a query of its own",
        u"http://10.0.0.5/?lang=de"_s + wirelessAddress.mid(wirelessAddress.indexOf(u'?')));
    row("behind a fragment",
        u"http://10.0.0.5/#/welcome"_s + wirelessAddress.mid(wirelessAddress.indexOf(u'?')));
    row("with a fragment", wirelessAddress + u"#top"_s);
    row("with invisible characters", QString(wirelessAddress).insert(60, QChar(0x200b)));
    QString wrapped = wirelessAddress;
    for (qsizetype at = 60; at < wrapped.size(); at += 62)
        wrapped.insert(at, u"\r\n"_s);
    row("wrapped by a mail",
        u"Hello,\r\n\r\nplease let her in:\r\n"_s + wrapped + u"\r\n\r\nAnna"_s);
    row("wrapped and quoted",
        u"> "_s + QString(wrapped).replace(u"\r\n"_s, u"\n> "_s) + u"\n>\n> Anna\n"_s);
    row("followed by a sentence on the next line", wirelessAddress + u"\nThank you, Anna"_s);
}

void TestRedirect::pastedTextIsUnderstood()
{
    QFETCH(QString, text);
    QFETCH(CapturedRedirect, expected);
    QCOMPARE(difference(wire::readRedirect(text), expected), QByteArray());
}

void TestRedirect::caughtTargetsAreReadAsTheyCame_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("ssid");
    const QByteArray begin = "/?clientMac=02-00-5E-10-00-A1&site=Lobby&ssidName=";
    QTest::newRow("raw bytes of UTF-8") << begin + "Caf\xc3\xa9" << u"Café"_s;
    QTest::newRow("raw blanks") << begin + "Guest Net" << u"Guest Net"_s;
    QTest::newRow("a script stays text")
        << begin + "<script>alert(1)</script>" << u"<script>alert(1)</script>"_s;
    QTest::newRow("invalid UTF-8") << begin + "A%ff%feB" << u"A\ufffd\ufffdB"_s;
    QTest::newRow("half a character") << begin + "Caf%c3" << u"Caf"_s;
    QTest::newRow("null bytes") << begin + QByteArray("A\0%00B", 6) << u"AB"_s;
    QTest::newRow("the first of two counts") << begin + "One&ssidName=Two" << u"One"_s;
}

void TestRedirect::caughtTargetsAreReadAsTheyCame()
{
    QFETCH(QByteArray, target);
    QFETCH(QString, ssid);
    const Result<CapturedRedirect> redirect = wire::readRedirectTarget(target);
    QVERIFY(redirect.has_value());
    QCOMPARE(redirect->client, guest);
    QCOMPARE(redirect->ssid, ssid);
}

void TestRedirect::whatIsOptionalMayBeMissingOrUnreadable()
{
    CapturedRedirect bare;
    bare.spelling = Spelling::Cid;
    bare.client = guest;
    QCOMPARE(difference(wire::readRedirect(u"cid=02-00-5E-10-00-A1"_s), bare), QByteArray());
    QCOMPARE(difference(wire::readRedirect(
                            u"http://p/?cid=02-00-5E-10-00-A1&ap=none&rid=9&vid=70000&t=soon"
                            u"&redirectUrl=javascript:alert(1)&clientIp=%3Cb%3E&gatewayMac="_s),
                 bare),
        QByteArray());
}

void TestRedirect::valuesAreDecodedOnceAndKeptExactly_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("read");
    QTest::newRow("plus is a blank") << u"A+B"_s << u"A B"_s;
    QTest::newRow("an encoded plus is a plus") << u"A%2BB"_s << u"A+B"_s;
    QTest::newRow("blanks at its end") << u"Guest%20%20"_s << u"Guest  "_s;
    QTest::newRow("a percent sign") << u"100%25"_s << u"100%"_s;
    QTest::newRow("a percent sign that nobody encoded") << u"50% off"_s << u"50% off"_s;
    QTest::newRow("what looks encoded") << u"a%2520b&redirectUrl=x%3A"_s << u"a%20b"_s;
    QTest::newRow("encoded once more") << u"a%2520b"_s << u"a b"_s;
    QTest::newRow("umlauts, encoded once more") << u"K%25C3%25BCche"_s << u"Küche"_s;
    QTest::newRow("an ampersand and an equals sign") << u"A%26B%3DC"_s << u"A&B=C"_s;
    QTest::newRow("joined characters")
        << u"%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB"_s << u"\U0001F469\u200D\U0001F4BB"_s;
    QTest::newRow("text that turns around") << u"A%E2%80%AEB"_s << u"AB"_s;
}

void TestRedirect::valuesAreDecodedOnceAndKeptExactly()
{
    QFETCH(QString, value);
    QFETCH(QString, read);
    const auto redirect = wire::readRedirect(
        u"http://p/?clientMac=02-00-5E-10-00-A1&ssidName=%1&site=Lobby"_s.replace(u"%1"_s, value));
    QVERIFY(redirect.has_value());
    QCOMPARE(redirect->ssid, read);
    QCOMPARE(redirect->site, u"Lobby"_s);
}

void TestRedirect::timesInEveryUnitAreRead_data()
{
    QTest::addColumn<QString>("t");
    QTest::addColumn<QDateTime>("time");
    const QDateTime time(QDate(2026, 3, 2), QTime(9, 20), Qt::UTC);
    QTest::newRow("seconds") << u"1772443200"_s << time;
    QTest::newRow("milliseconds") << u"1772443200250"_s << time.addMSecs(250);
    QTest::newRow("microseconds") << u"1772443200250000"_s << time.addMSecs(250);
    QTest::newRow("nothing") << u""_s << QDateTime();
    QTest::newRow("zero") << u"0"_s << QDateTime();
    QTest::newRow("before 1970") << u"-5"_s << QDateTime();
    QTest::newRow("too large") << u"9223372036854775807"_s << QDateTime();
    QTest::newRow("larger than a number") << u"99999999999999999999999"_s << QDateTime();
}

void TestRedirect::timesInEveryUnitAreRead()
{
    QFETCH(QString, t);
    QFETCH(QDateTime, time);
    const auto redirect = wire::readRedirect(u"http://p/?cid=02-00-5E-10-00-A1&t="_s + t);
    QVERIFY(redirect.has_value());
    QCOMPARE(redirect->redirectedAt.value_or(QDateTime()), time);
}

void TestRedirect::whatTellsNoDeviceIsAnsweredWithASentence_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word"); // of the sentence
    QTest::newRow("nothing") << u""_s << u"which device"_s;
    QTest::newRow("blanks") << u" \n\t "_s << u"which device"_s;
    QTest::newRow("another address") << u"https://www.example/?q=1"_s << u"which device"_s;
    QTest::newRow("a short address")
        << u"http://p/?cid=02-00-5E-10-00&site=Lobby"_s << u"02-00-5E-10-00"_s;
    QTest::newRow("an empty address") << u"http://p/?cid=&site=Lobby"_s << u"which device"_s;
    QTest::newRow("a null byte") << u"http://p/?clientMac=02-00-5E-10-00-A1%00"_s << u"MAC"_s;
    QTest::newRow("no device at all") << u"http://p/?cid=00-00-00-00-00-00"_s << u"device"_s;
    QTest::newRow("everybody") << u"http://p/?cid=FF-FF-FF-FF-FF-FF"_s << u"device"_s;
    QTest::newRow("two devices") << u"http://p/?cid=02-00-5E-10-00-A1&cid=02-00-5E-10-00-A4"_s
                                 << u"two devices"_s;
    QTest::newRow("two devices, two spellings")
        << u"http://p/?cid=02-00-5E-10-00-A1&clientMac=02-00-5E-10-00-A4"_s << u"two devices"_s;
    QTest::newRow("UniFi's own portal")
        << u"http://10.0.0.5:8880/guest/s/default/?ec=q1w2e3r4"_s << u"UniFi"_s;
    QTest::newRow("megabytes") << earlyAddress + QString(4'000'000, u'x') << u"too long"_s;
}

void TestRedirect::whatTellsNoDeviceIsAnsweredWithASentence()
{
    QFETCH(QString, text);
    QFETCH(QString, word);
    const Result<CapturedRedirect> pasted = wire::readRedirect(text);
    QVERIFY(!pasted.has_value());
    QCOMPARE(pasted.error().kind, Failure::Kind::InvalidInput);
    QVERIFY2(pasted.error().said.contains(word), qPrintable(pasted.error().said));
    QVERIFY(pasted.error().said.size() < 500);
    const Result<CapturedRedirect> caught = wire::readRedirectTarget(text.toUtf8());
    QVERIFY(!caught.has_value());
    QCOMPARE(caught.error().kind, Failure::Kind::InvalidInput);
}

void TestRedirect::foreignTextIsPlainAndShort()
{
    const QByteArray longText = QByteArray(9000, 'x');
    const auto redirect
        = wire::readRedirectTarget("/?clientMac=02-00-5E-10-00-A1&ssidName=" + longText
            + "&site=%0D%0A%1b[31m" + longText + "&redirectUrl=http://x.example/" + longText);
    QVERIFY(redirect.has_value());
    QCOMPARE(redirect->ssid, QString(32, u'x'));
    QVERIFY(redirect->site.startsWith(u"[31mxxx"_s));
    QVERIFY(redirect->site.size() <= 128);
    QVERIFY(redirect->destination.size() <= 2000);
}

void TestRedirect::anyTextGivesARedirectOrASentence()
{
    QRandomGenerator dice(20260302);
    const QByteArray seeds[] = {earlyAddress.toUtf8(), wirelessAddress.toUtf8(),
        wiredAddress.toUtf8(), unifiAddress.toUtf8(), encoded(wirelessAddress).toUtf8()};
    const QByteArray pieces[]
        = {"%", "%2", "%25", "&", "&amp;", "?", "=", "#", "\n> ", "\0", "\xff", "\xe2\x80",
            "cid=", "id=", "clientMac=02-00-5E-10-00-A1", "t=", "%00", "\"", "/guest/s/", " "};
    int read = 0;
    int refused = 0;
    for (int i = 0; i < 5000; ++i) {
        QByteArray text = seeds[dice.bounded(int(std::size(seeds)))];
        for (int changes = dice.bounded(1, 9); changes > 0; --changes) {
            const qsizetype at = dice.bounded(int(text.size() + 1));
            switch (dice.bounded(4)) {
            case 0:
                text.remove(at, dice.bounded(30));
                break;
            case 1:
                text.insert(at, pieces[dice.bounded(int(std::size(pieces)))]);
                break;
            case 2:
                text.insert(at, char(dice.bounded(256)));
                break;
            default:
                text.truncate(at);
            }
        }
        for (const auto &redirect :
            {wire::readRedirect(QString::fromUtf8(text)), wire::readRedirectTarget(text)}) {
            if (redirect) {
                ++read;
                QVERIFY(!redirect->client.isNull());
                QVERIFY(redirect->ssid.size() <= 32);
                for (const QChar c : redirect->site + redirect->ssid + redirect->destination)
                    QVERIFY(c.category() != QChar::Other_Control);
            } else {
                ++refused;
                QCOMPARE(redirect.error().kind, Failure::Kind::InvalidInput);
                QVERIFY(!redirect.error().said.isEmpty());
            }
        }
    }
    QVERIFY(read > 500);
    QVERIFY(refused > 500);
}

QTEST_GUILESS_MAIN(TestRedirect)
#include "tst_redirect.moc"
