#include "historysamples.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class TestAuditLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"history.db"_s);
        m_log = openHistory(m_path);
    }
    void cleanup() { m_log.reset(); }

    void givesBackEveryPartOfWhatWasRecorded()
    {
        const auto record = m_log->begin(sampleIntent());
        QVERIFY(record);
        QVERIFY(m_log->finish(*record, sampleOutcome(Outcome::Differs)));
        const auto records = m_log->list({});
        QVERIFY(records);
        QCOMPARE(records->size(), 1);
        QCOMPARE(records->first().id, *record);
        QVERIFY(records->first().intent == sampleIntent());
        QVERIFY(records->first().outcome == sampleOutcome(Outcome::Differs));
    }

    void keepsWhatIsAbsentAbsent()
    {
        AuditIntent bare;
        bare.action = AuditAction::Cancel;
        bare.time = sampleTime();
        bare.systemUser = u"alex"_s;
        bare.client = {u"c"_s, u"s"_s, MacAddress(1)};
        const auto record = m_log->begin(bare);
        QVERIFY(record);
        QVERIFY(m_log->list({})->first().intent == bare);
        QVERIFY(!m_log->list({})->first().outcome);
        AuditOutcome silent;
        silent.time = sampleTime();
        QVERIFY(m_log->finish(*record, silent));
        QVERIFY(m_log->list({})->first().outcome == silent);
    }

    void fillsInTheUserOfTheSystem()
    {
        AuditIntent intent = sampleIntent();
        intent.systemUser.clear();
        QVERIFY(m_log->begin(intent));
        QVERIFY(!m_log->list({})->first().intent.systemUser.isEmpty());
    }

    void saysWhatIsSettledLaterAndWhatIsPutOff()
    {
        QVERIFY(m_log->begin(sampleIntent()));
        AuditOutcome outcome = sampleOutcome(Outcome::NotConfirmed);
        outcome.settledLater = true;
        outcome.putOff = true;
        outcome.shown = ClientState::Unknown;
        QVERIFY(m_log->finish(1, outcome));
        QVERIFY(m_log->list({})->first().outcome == outcome);
    }

    void keepsWhatWasLeftBeforeACancel()
    {
        for (const auto &before : {std::optional<Limits>(), std::optional(Limits()),
                 std::optional(Limits{61, std::nullopt, 5000, 0})}) {
            AuditIntent cancel = sampleIntent();
            cancel.action = AuditAction::Cancel;
            cancel.before = before;
            QVERIFY(m_log->begin(cancel));
            QVERIFY(m_log->list({})->first().intent == cancel);
        }
    }

    void aRecordKnowsWhichOneUndidItLast()
    {
        QVERIFY(m_log->begin(sampleIntent()));
        QVERIFY(!m_log->list({})->first().undoneBy);
        AuditIntent undo = sampleIntent();
        undo.action = AuditAction::Cancel;
        undo.refersTo = {AuditReference::Relation::Undoes, 1};
        QVERIFY(m_log->begin(undo));
        QVERIFY(m_log->begin(undo));
        const auto records = m_log->list({});
        QVERIFY(records->first().intent == undo);
        QVERIFY(!records->first().undoneBy);
        QCOMPARE(records->last().undoneBy, 3);
    }

    void refersOnlyToWhatExists()
    {
        AuditIntent undo = sampleIntent();
        undo.refersTo = {AuditReference::Relation::Undoes, 1};
        const auto refused = m_log->begin(undo);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::StorageFailed);
        QVERIFY(m_log->list({})->isEmpty());
    }

    void anOutcomeIsWrittenOnce()
    {
        const auto record = m_log->begin(sampleIntent());
        QVERIFY(record);
        QVERIFY(m_log->finish(*record, sampleOutcome()));
        const auto again = m_log->finish(*record, sampleOutcome(Outcome::Failed));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Failure::Kind::StorageFailed);
        QVERIFY(m_log->list({})->first().outcome == sampleOutcome());
    }

    void anUnknownRecordHasNoOutcome()
    {
        QVERIFY(m_log->begin(sampleIntent()));
        QVERIFY(!m_log->finish(2, sampleOutcome()));
        QVERIFY(!m_log->finish(0, sampleOutcome()));
        QCOMPARE(m_log->verify()->records, 1);
    }

    void listsNewestFirstInPages()
    {
        for (int i = 1; i <= 7; ++i)
            QVERIFY(m_log->begin(sampleIntent(u"Guest %1"_s.arg(i))));
        HistoryFilter filter;
        filter.limit = 3;
        QList<qint64> seen;
        for (;;) {
            const auto page = m_log->list(filter);
            QVERIFY(page);
            if (page->isEmpty())
                break;
            QVERIFY(page->size() <= 3);
            for (const AuditRecord &record : *page)
                seen += record.id;
            filter.beforeRecord = seen.last();
        }
        QCOMPARE(seen, (QList<qint64>{7, 6, 5, 4, 3, 2, 1}));
    }

    void findsByText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("guest") << u"okafor"_s << true;
        QTest::newRow("guest, case of another script") << u"ÖZGÜR"_s << true;
        QTest::newRow("two words, any order") << u"204 anna"_s << true;
        QTest::newRow("one word of two is missing") << u"204 bert"_s << false;
        QTest::newRow("login") << u"anna@example"_s << true;
        QTest::newRow("device") << u"iphone"_s << true;
        QTest::newRow("operator") << u"desk"_s << true;
        QTest::newRow("controller") << u"hotel"_s << true;
        QTest::newRow("site") << u"lobby"_s << true;
        QTest::newRow("reason") << u"nights"_s << true;
        QTest::newRow("MAC with colons") << u"02:00:5e:10:00:a1"_s << true;
        QTest::newRow("MAC with hyphens") << u"02-00-5E-10-00-A1"_s << true;
        QTest::newRow("MAC with dots") << u"0200.5e10.00a1"_s << true;
        QTest::newRow("end of a MAC") << u":00:A1"_s << true;
        QTest::newRow("part of a MAC over a separator") << u"5e1"_s << true;
        QTest::newRow("another MAC") << u"02:00:5e:10:00:a2"_s << false;
        QTest::newRow("wildcards are only characters") << u"%"_s << false;
        QTest::newRow("quotes are only characters") << u"' OR 1=1 --"_s << false;
        QTest::newRow("blanks only") << u"  "_s << true;
    }
    void findsByText()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);
        AuditIntent intent = sampleIntent(u"Anna Okafor-Özgür"_s);
        QVERIFY(m_log->begin(intent));
        HistoryFilter filter;
        filter.text = text;
        QCOMPARE(m_log->list(filter)->size(), found ? 1 : 0);
    }

    void everySetPartOfAFilterMustMatch_data()
    {
        QTest::addColumn<HistoryFilter>("filter");
        QTest::addColumn<QList<qint64>>("records");
        const auto row = [](const char *name, const QList<qint64> &records, auto change) {
            HistoryFilter filter;
            change(filter);
            QTest::newRow(name) << filter << records;
        };
        row("nothing set", {3, 2, 1}, [](HistoryFilter &) {});
        row("since is inclusive", {3, 2}, [](HistoryFilter &f) { f.since = sampleTime(10); });
        row("until is exclusive", {1}, [](HistoryFilter &f) { f.until = sampleTime(10); });
        row("local times mean the same", {3, 2},
            [](HistoryFilter &f) { f.since = sampleTime(10).toOffsetFromUtc(3600); });
        row("mac", {2}, [](HistoryFilter &f) { f.mac = MacAddress(0xb2); });
        row("guest's room", {3, 1}, [](HistoryFilter &f) { f.guest = u"204"_s; });
        row("guest's name without case", {2}, [](HistoryFilter &f) { f.guest = u"BERT"_s; });
        row("a guest is not a device", {}, [](HistoryFilter &f) { f.guest = u"iphone"_s; });
        row("whole name without case", {2},
            [](HistoryFilter &f) { f.exactGuest.name = u"BERT"_s; });
        row("part of a name is not it", {}, [](HistoryFilter &f) { f.exactGuest.name = u"ber"_s; });
        row("whole room", {3, 1}, [](HistoryFilter &f) { f.exactGuest.room = u"204"_s; });
        row("whole login and another room", {}, [](HistoryFilter &f) {
            f.exactGuest.login = u"anna@example.org"_s;
            f.exactGuest.room = u"17"_s;
        });
        row("one record", {2}, [](HistoryFilter &f) { f.record = 2; });
        row("controller", {3}, [](HistoryFilter &f) { f.controllerId = u"c2"_s; });
        row("outcome", {2}, [](HistoryFilter &f) { f.outcome = Outcome::Refused; });
        row("action", {3}, [](HistoryFilter &f) { f.action = AuditAction::Cancel; });
        row("two that exclude each other", {}, [](HistoryFilter &f) {
            f.action = AuditAction::Cancel;
            f.outcome = Outcome::Confirmed;
        });
        row("a limit below one", {3}, [](HistoryFilter &f) { f.limit = 0; });
    }
    void everySetPartOfAFilterMustMatch()
    {
        QFETCH(HistoryFilter, filter);
        QFETCH(QList<qint64>, records);
        recordThreeActions();
        const auto listed = m_log->list(filter);
        QVERIFY(listed);
        QList<qint64> ids;
        for (const AuditRecord &record : *listed)
            ids += record.id;
        QCOMPARE(ids, records);
    }

    void knowsTheLatestGuestOfEachDevice()
    {
        AuditIntent other = sampleIntent(u"Bert"_s);
        other.client.mac = MacAddress(0xb2);
        AuditIntent nameless = sampleIntent();
        nameless.guest = {};
        QVERIFY(m_log->begin(sampleIntent(u"Anna"_s)));
        QVERIFY(m_log->begin(other));
        QVERIFY(m_log->begin(sampleIntent(u"Carla"_s)));
        QVERIFY(m_log->begin(nameless));
        const auto guests = m_log->knownGuests();
        QVERIFY(guests);
        QCOMPARE(guests->size(), 2);
        const auto carla = std::ranges::find(*guests, sampleIntent().client, &KnownGuest::client);
        QVERIFY(carla != guests->end());
        QCOMPARE(carla->guest.name, u"Carla"_s);
        QCOMPARE(carla->time, sampleTime());
    }

    void anIntentWhoseProgramLivesNeedsNoSettling()
    {
        QProcess other;
        const qint64 record = intentOf(other);
        QVERIFY(m_log->begin(sampleIntent()));
        QCOMPARE(idsThatNeed(HistoryFilter::Need::Settling), QList<qint64>());
        other.kill();
        QVERIFY(other.waitForFinished());
        QCOMPARE(idsThatNeed(HistoryFilter::Need::Settling), QList<qint64>{record});
        QCOMPARE(writerFiles(), 1);
        AuditOutcome outcome = sampleOutcome(Outcome::Unknown);
        outcome.settledLater = true;
        QVERIFY(m_log->finish(record, outcome));
        QCOMPARE(idsThatNeed(HistoryFilter::Need::Settling), QList<qint64>());
        QVERIFY(m_log->list({})->last().outcome == outcome);
    }

    void anIntentWhoseLogWasClosedNeedsSettling()
    {
        QVERIFY(m_log->begin(sampleIntent()));
        {
            const auto second = openHistory(m_path);
            QVERIFY(second->begin(sampleIntent()));
            QCOMPARE(idsThatNeed(HistoryFilter::Need::Settling), QList<qint64>());
        }
        QCOMPARE(idsThatNeed(HistoryFilter::Need::Settling), QList<qint64>{2});
        m_log = openHistory(m_path);
        QCOMPARE(writerFiles(), 0);
        QCOMPARE(idsThatNeed(HistoryFilter::Need::Settling), (QList<qint64>{2, 1}));
    }

    void whatNobodyKnowsNeedsSeeingOnce()
    {
        recordThreeActions();
        AuditOutcome outcome = sampleOutcome(Outcome::Unknown);
        QVERIFY(m_log->finish(3, outcome));
        QCOMPARE(idsThatNeed(HistoryFilter::Need::Seeing), QList<qint64>());
        outcome.settledLater = true;
        QVERIFY(m_log->begin(sampleIntent()));
        QVERIFY(m_log->finish(4, outcome));
        QCOMPARE(idsThatNeed(HistoryFilter::Need::Seeing), QList<qint64>{4});
        QVERIFY(!m_log->list({})->first().seen);
        QVERIFY(m_log->markSeen(4, u"desk 2"_s));
        QVERIFY(m_log->markSeen(4, u"desk 2"_s));
        QVERIFY(m_log->list({})->first().seen);
        QCOMPARE(idsThatNeed(HistoryFilter::Need::Seeing), QList<qint64>());
        QVERIFY(!m_log->markSeen(5, u"desk 2"_s));
        QVERIFY(m_log->verify()->ok);
    }

    void whatIsPutOffNeedsCompletingUntilItIs()
    {
        AuditIntent cancel = sampleIntent();
        cancel.action = AuditAction::Cancel;
        QVERIFY(m_log->begin(cancel));
        AuditOutcome later = sampleOutcome(Outcome::NotConfirmed);
        later.putOff = true;
        QVERIFY(m_log->finish(1, later));
        QCOMPARE(idsThatNeed(HistoryFilter::Need::Completing), QList<qint64>{1});
        AuditIntent undo = cancel;
        undo.refersTo = {AuditReference::Relation::Undoes, 1};
        QVERIFY(m_log->begin(undo));
        QCOMPARE(idsThatNeed(HistoryFilter::Need::Completing), QList<qint64>{1});
        cancel.refersTo = {AuditReference::Relation::Completes, 1};
        QVERIFY(m_log->begin(cancel));
        QCOMPARE(idsThatNeed(HistoryFilter::Need::Completing), QList<qint64>());
    }

    void saysWhenTheDiskIsFull()
    {
        QVERIFY(m_log->begin(sampleIntent()));
        m_log.reset();
        // A full disk cannot be had without filling one; SQLite's own words come from a trigger
        // instead.
        QVERIFY(rawSql(m_path,
            {u"CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"_s})
                    .isEmpty());
        m_log = openHistory(m_path);
        const auto refused = m_log->begin(sampleIntent());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::StorageFailed);
        QVERIFY(refused.error().detail.contains(u"full"_s));
        QCOMPARE(m_log->list({})->size(), 1);
    }

private:
    QList<qint64> idsThatNeed(HistoryFilter::Need need) const
    {
        HistoryFilter filter;
        filter.need = need;
        QList<qint64> ids;
        for (const AuditRecord &record : m_log->list(filter).value_or(QList<AuditRecord>()))
            ids += record.id;
        return ids;
    }

    /// The number of an intent that another program has written and leaves open.
    qint64 intentOf(QProcess &other) const
    {
        other.start(QStringLiteral(HISTORY_APPENDER), {m_path, u"intent"_s});
        while (!other.canReadLine() && other.waitForReadyRead(30000)) { }
        return other.readLine().trimmed().toLongLong();
    }

    qsizetype writerFiles() const
    {
        return QDir(m_folder->path()).entryList({u"history.db.writer-*"_s}).size();
    }

    void recordThreeActions()
    {
        AuditIntent second = sampleIntent(u"Bert"_s);
        second.time = sampleTime(10);
        second.client.mac = MacAddress(0xb2);
        second.guest = {u"Bert"_s, u"17"_s, {}};
        AuditIntent third = sampleIntent(u"Carla"_s);
        third.time = sampleTime(20);
        third.action = AuditAction::Cancel;
        third.client.controllerId = u"c2"_s;
        QVERIFY(m_log->begin(sampleIntent()));
        QVERIFY(m_log->begin(second));
        QVERIFY(m_log->begin(third));
        QVERIFY(m_log->finish(1, sampleOutcome()));
        QVERIFY(m_log->finish(2, sampleOutcome(Outcome::Refused)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<SqliteAuditLog> m_log;
};

QTEST_GUILESS_MAIN(TestAuditLog)
#include "tst_auditlog.moc"
