#include "phrases/phrases.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPhrases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFailureIsASentence()
    {
        for (int kind = 0; kind <= int(Failure::Kind::StorageNewer); ++kind) {
            const Failure failure{Failure::Kind(kind), u"detail"_s, u"said"_s};
            const QString sentence = phrases::text(failure);
            QVERIFY2(sentence.size() > 3, qPrintable(QString::number(kind)));
        }
    }

    void everyFailureThatAPersonCanMendNamesANextStep()
    {
        for (int kind = 0; kind <= int(Failure::Kind::StorageNewer); ++kind) {
            const auto known = Failure::Kind(kind);
            // A cancelled job needs none; the sentence of an input error is the step itself.
            if (known == Failure::Kind::Cancelled || known == Failure::Kind::InvalidInput)
                continue;
            QVERIFY2(!phrases::nextStep({known, {}}).isEmpty(), qPrintable(QString::number(kind)));
        }
    }

    void aRefusedTokenSaysWhereToLookFirst()
    {
        Failure failure{Failure::Kind::SignInRefused, u"-44106"_s};
        failure.advice = Failure::Advice::SwitchOpenApiOn;
        QVERIFY(phrases::nextStep(failure).contains(u"Platform Integration, Open API"_s));
        failure.advice = Failure::Advice::CheckRegion;
        QVERIFY(phrases::nextStep(failure).contains(u"region"_s));
    }

    void aWrongPortLooksLikeOne()
    {
        const Failure failure{Failure::Kind::NotAController, u"HTTP 404"_s};
        QVERIFY(phrases::text(failure).contains(u"wrong port"_s));
        QVERIFY(phrases::nextStep(failure).contains(u"8043"_s));
    }

    void credentialsThatFailAndThatAreMissingAreNamed()
    {
        Capabilities capabilities = capabilitiesOf({Capability::ListClients}, {},
            {{Capability::LimitDuration, CredentialKind::HotspotOperator}});
        QCOMPARE(phrases::furtherCredentials(capabilities),
            QStringList{u"Add a hotspot operator to set a time limit."_s});
        QVERIFY(phrases::failingCredentials(capabilities).isEmpty());
        capabilities.failing[CredentialKind::HotspotOperator]
            = {Failure::Kind::SignInRefused, u"a test says so"_s};
        QVERIFY(phrases::furtherCredentials(capabilities).isEmpty()); // it is there already
        const QString sentence = phrases::failingCredentials(capabilities).value(0);
        QVERIFY(sentence.startsWith(u"Hotspot operator: "_s));
        QVERIFY(sentence.contains(u"does not accept"_s));
    }

    void aMakersSharedCertificateIsSaidToBeShared()
    {
        TlsPeer peer;
        peer.subject = u"unifi.local"_s;
        QVERIFY(phrases::certificateNote(peer).contains(u"unifi.local"_s));
        peer.subject = u"LOCALHOST"_s;
        QVERIFY(!phrases::certificateNote(peer).isEmpty());
        peer.subject = u"wifi.example.org"_s;
        QVERIFY(phrases::certificateNote(peer).isEmpty());
    }

    void limitsReadAsPeopleSayThem()
    {
        QCOMPARE(phrases::text(Limits{120, 500, 5000, {}}), u"2 h, 500 MB, 5 Mbit/s down"_s);
        QCOMPARE(phrases::text(Limits{}), u"the controller's own duration"_s);
        QCOMPARE(phrases::duration(45), u"45 min"_s);
        QCOMPARE(phrases::duration(150), u"2 h 30 min"_s);
        QCOMPARE(phrases::dataMb(1536), u"1.5 GB"_s);
        QCOMPARE(phrases::rateKbps(800), u"800 kbit/s"_s);
        QCOMPARE(phrases::rateKbps(2500), u"2.5 Mbit/s"_s);
    }

    void spansCountLikeAClock()
    {
        using namespace std::chrono_literals;
        QCOMPARE(phrases::span(12s), u"0:12"_s);
        QCOMPARE(phrases::span(130s), u"2:10"_s);
        QCOMPARE(phrases::span(3h + 5min + 9s), u"3:05:09"_s);
        QCOMPARE(phrases::span(76h), u"3 d 4 h"_s);
        QCOMPARE(phrases::span(-5s), u"0:00"_s);
    }

    void onlyAConfirmedOutcomeReadsLikeSuccess()
    {
        ActionReport report;
        report.client.name = u"Anna's iPhone"_s;
        report.finishedAt = QDateTime(QDate(2026, 3, 2), QTime(14, 3, 22), Qt::UTC);
        for (const Outcome outcome : allOutcomes) {
            report.outcome = outcome;
            QCOMPARE(
                phrases::text(report).contains(u"is authorized"_s), outcome == Outcome::Confirmed);
            QVERIFY(phrases::text(report).contains(u"Anna's iPhone"_s));
        }
    }

    void aLimitThatIsNeverToldIsNotCalledConfirmed()
    {
        ActionReport report;
        report.outcome = Outcome::Confirmed;
        report.finishedAt = QDateTime(QDate(2026, 3, 2), QTime(14, 3, 22), Qt::UTC);
        report.asked = {.minutes = 60, .dataMb = 100, .downKbps = 3000};
        report.client.authorization = Authorization();
        QVERIFY(!phrases::text(report).contains(u"does not tell"_s));
        report.client.authorization->tellsQuota = false;
        QVERIFY(phrases::text(report).endsWith(u"whether the data limit holds."_s));
        report.client.authorization->tellsRates = false;
        QVERIFY(phrases::text(report).endsWith(u"whether the data limit and the rates hold."_s));
        report.asked = {.minutes = 60};
        QVERIFY(!phrases::text(report).contains(u"does not tell"_s));
    }

    void whatNothingCanConfirmSaysSoAndUntilWhenItWasAsked()
    {
        ActionReport report;
        report.outcome = Outcome::NotConfirmed;
        report.cannotBeAsked = true;
        report.client.name = u"Anna's iPhone"_s;
        report.finishedAt = QDateTime(QDate(2026, 3, 2), QTime(14, 3, 22), Qt::UTC);
        report.askedUntil = QDateTime(QDate(2026, 3, 2), QTime(16, 3), Qt::UTC);
        QCOMPARE(phrases::text(report),
            u"The controller accepted the request to let Anna's iPhone in until 16:03. It cannot "
            u"be "
            "asked what it did, so nothing can confirm it: see whether the device gets on."_s);
        QVERIFY(phrases::shortText(report).startsWith(u"accepted 14:03:22"_s));
    }

    void anActionThatMustWaitIsNotPromisedToBeRepeated()
    {
        ActionReport report;
        report.outcome = Outcome::Refused;
        report.failure = Failure{Failure::Kind::RateLimited, u"429"_s};
        QVERIFY(phrases::text(report).contains(u"ask for it again"_s));
        QVERIFY(!phrases::text(report).contains(u"by itself"_s));
    }

    void everyOfferThatIsNotReadySaysWhyNot()
    {
        for (int action = 0; action <= int(ClientAction::Unblock); ++action) {
            for (int offer = 0; offer <= int(Offer::ControllerAway); ++offer)
                QCOMPARE(phrases::text(Offer(offer), ClientAction(action)).isEmpty(),
                    Offer(offer) == Offer::Ready);
        }
        QCOMPARE(
            phrases::text(Offer::NotConnected, ClientAction::Cancel, CredentialKind::LocalAccount),
            u"This controller can do this only while the device is connected. With a further "
            "credential it could: Local account."_s);
    }

    void aDifferenceNamesWhatWasAskedAndGot()
    {
        ActionReport report;
        report.outcome = Outcome::Differs;
        report.finishedAt = QDateTime(QDate(2026, 3, 2), QTime(14, 3, 22), Qt::UTC);
        report.differences = {{Limit::Duration, 4320, 480}};
        QCOMPARE(phrases::shortText(report), u"differs: Duration asked 3 day(s), got 8 h"_s);
    }

    void aClockTimeOfAnotherDaySaysSo()
    {
        const QDateTime now(QDate(2026, 3, 2), QTime(14, 0), Qt::UTC);
        QCOMPARE(phrases::clockTime(now.addSecs(3600), now), u"15:00"_s);
        QCOMPARE(phrases::clockTime(now.addSecs(3600), now, true), u"15:00:00"_s);
        QCOMPARE(phrases::clockTime(now.addDays(2), now), u"Wed 14:00"_s);
        QCOMPARE(phrases::clockTime(now.addDays(-20), now), u"10 Feb 14:00"_s);
    }
};

QTEST_GUILESS_MAIN(TestPhrases)
#include "tst_phrases.moc"
