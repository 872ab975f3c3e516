#include "historysamples.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <numeric>
#include <random>

namespace {

/// Somebody of whom nothing else in these tests has a syllable.
AuditIntent personalIntent()
{
    AuditIntent intent = sampleIntent(u"Zebulon Quixworth"_s);
    intent.client.mac = MacAddress(0x9ae1c47b52d6);
    intent.deviceName = u"Zebs-Pocketphone"_s;
    intent.guest.room = u"Übersee-7391"_s;
    intent.guest.login = u"zq@needle.example"_s;
    intent.reason = u"prefers the quiet wing"_s;
    return intent;
}

AuditOutcome personalOutcome()
{
    AuditOutcome outcome = sampleOutcome();
    outcome.message = u"Zebs-Pocketphone is let in."_s;
    outcome.detail = u"9a:e1:c4:7b:52:d6 read back"_s;
    return outcome;
}

Erasure sampleErasure()
{
    return {sampleTime(30), u"privacy officer"_s};
}

QList<QByteArray> encodings(const QString &text)
{
    QByteArray wide;
    QByteArray swapped;
    for (const QChar c : text) {
        wide += QByteArray::fromRawData(reinterpret_cast<const char *>(&c), 2);
        const char16_t other = qbswap(c.unicode());
        swapped += QByteArray(reinterpret_cast<const char *>(&other), 2);
    }
    return {text.toUtf8(), wide, swapped};
}

/// Every way in which the person could be found in bytes.
QList<QByteArray> personalNeedles()
{
    QList<QByteArray> needles;
    for (const auto &text : {u"Quixworth"_s, u"quixworth"_s, u"Zebs"_s, u"zebs"_s, u"7391"_s,
             u"needle.example"_s, u"quiet wing"_s, u"9ae1c47b52d6"_s, u"9AE1C47B52D6"_s,
             u"9a:e1:c4:7b:52:d6"_s, u"9A-E1-C4-7B-52-D6"_s, u"9ae1.c47b.52d6"_s})
        needles += encodings(text);
    const QByteArray bits = QByteArray::fromHex("9ae1c47b52d6");
    QByteArray reversed = bits;
    std::ranges::reverse(reversed);
    return needles << bits << reversed;
}

} // namespace

class TestHistoryErasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"history.db"_s);
    }
    void cleanup() { m_log.reset(); }

    void whatIsErasedIsGoneAndTheRestStays()
    {
        record();
        const auto count = m_log->erase(personsFilter(), sampleErasure());
        QVERIFY2(count, count ? "" : qPrintable(count.error().detail));
        QCOMPARE(*count, 2);
        const auto records = m_log->list({});
        QVERIFY(records);
        QCOMPARE(records->size(), 4);
        for (const AuditRecord &left : *records) {
            const bool isPersons = left.id == 2 || left.id == 3;
            QCOMPARE(left.erased, isPersons ? std::optional(sampleErasure()) : std::nullopt);
            QCOMPARE(left.intent.guest.isEmpty(), isPersons);
            QCOMPARE(left.intent.client.mac.isNull(), isPersons);
            QCOMPARE(left.intent.deviceName.isEmpty(), isPersons);
            QCOMPARE(left.intent.reason.isEmpty(), isPersons);
            QCOMPARE(left.outcome->message.isEmpty(), isPersons);
            QCOMPARE(left.outcome->detail.isEmpty(), isPersons);
            QCOMPARE(left.intent.operatorName, u"desk"_s);
            QCOMPARE(left.intent.asked, sampleIntent().asked);
            QCOMPARE(left.outcome->outcome, Outcome::Confirmed);
        }
        QVERIFY(m_log->list(personsFilter())->isEmpty());
        QCOMPARE(m_log->knownGuests()->size(), 1);
    }

    void theChainStillHolds()
    {
        record();
        QVERIFY(m_log->erase(personsFilter(), sampleErasure()));
        QVERIFY(m_log->begin(personalIntent()));
        const auto verdict = openHistory(m_path)->verify();
        QVERIFY2(verdict && verdict->ok, qPrintable(verdict->message));
        QCOMPARE(verdict->records, 5);
    }

    void noFileHoldsATrace()
    {
        record();
        // Another program searches, too, so that the index is full of names.
        const auto second = openHistory(m_path);
        HistoryFilter filter;
        filter.text = u"quixworth"_s;
        QCOMPARE(second->list(filter)->size(), 2);
        QVERIFY(!traces(personalNeedles()).isEmpty());
        QVERIFY(m_log->erase(personsFilter(), sampleErasure()));
        QCOMPARE(traces(personalNeedles()), QStringList());
        QVERIFY(second->list(filter)->isEmpty());
        filter.text = u"okafor"_s;
        QCOMPARE(second->list(filter)->size(), 2);
        m_log.reset();
        QCOMPARE(traces(personalNeedles()), QStringList());
    }

    void copiesFromBeforeAnUpgradeGo()
    {
        const QString sample = qEnvironmentVariable("GATEHOUSE_SOURCE_DIR")
            + u"/tests/store/released/history-v1.db"_s;
        QVERIFY(QFile::copy(sample, m_path));
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
        m_log = openHistory(m_path);
        QCOMPARE(traces({"Okafor"}), QStringList{u"history.db.v1: Okafor"_s});
        HistoryFilter filter;
        filter.exactGuest.name = u"anna okafor"_s;
        QCOMPARE(m_log->erase(filter, sampleErasure()), 1);
        QCOMPARE(traces({"Okafor", "okafor"}), QStringList());
        QVERIFY(m_log->verify()->ok);
    }

    void everyKeyThatWasDestroyedIsGoneFromEveryFile()
    {
        constexpr int count = 400;
        m_log = openHistory(m_path);
        for (int i = 0; i < count; ++i)
            QVERIFY(m_log->begin(sampleIntent(u"Guest %1"_s.arg(i))));
        std::vector<qint64> order(count);
        std::iota(order.begin(), order.end(), 1);
        std::ranges::shuffle(order, std::mt19937(4));
        QList<QByteArray> keys;
        for (int i = 0; i < 60; ++i) {
            HistoryFilter filter;
            filter.record = order[size_t(i)];
            keys += rawValue(
                m_path, u"SELECT key FROM record_key WHERE record = %1"_s.arg(*filter.record))
                        .toByteArray();
            QCOMPARE(traces({keys.last()}).isEmpty(), false);
            QCOMPARE(m_log->erase(filter, sampleErasure()), 1);
        }
        QCOMPARE(traces(keys), QStringList());
        QVERIFY(m_log->verify()->ok);
    }

    void erasingAgainErasesNothing()
    {
        record();
        HistoryFilter everything;
        QCOMPARE(m_log->erase(everything, sampleErasure()), 4);
        const QString head = m_log->verify()->head;
        QCOMPARE(m_log->erase(everything, sampleErasure()), 0);
        QCOMPARE(m_log->verify()->head, head);
    }

    void theLimitOfTheFilterDoesNotCount()
    {
        record();
        HistoryFilter filter = personsFilter();
        filter.limit = 1;
        QCOMPARE(m_log->erase(filter, sampleErasure()), 2);
    }

    void whatIsErasedWhileUnderWayCanStillEnd()
    {
        m_log = openHistory(m_path);
        QVERIFY(m_log->begin(personalIntent()));
        QVERIFY(m_log->erase({}, sampleErasure()));
        QVERIFY(m_log->finish(1, personalOutcome()));
        QCOMPARE(m_log->list({})->first().outcome->outcome, Outcome::Confirmed);
        QVERIFY(m_log->list({})->first().outcome->message.isEmpty());
        QCOMPARE(traces(personalNeedles()), QStringList());
        QVERIFY(m_log->verify()->ok);
    }

    void saysThatTracesAreLeftWhileAnotherProgramReads()
    {
        record();
        {
            QSqlDatabase reader = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"reader"_s);
            reader.setDatabaseName(m_path);
            QVERIFY(reader.open());
            QSqlQuery reading(reader);
            QVERIFY(reading.exec(u"BEGIN"_s) && reading.exec(u"SELECT count(*) FROM event"_s));
            const auto erased = m_log->erase(personsFilter(), sampleErasure());
            QVERIFY(!erased);
            QCOMPARE(erased.error().kind, Failure::Kind::StorageFailed);
        }
        QSqlDatabase::removeDatabase(u"reader"_s);
        QCOMPARE(m_log->erase(personsFilter(), sampleErasure()), 0);
        QCOMPARE(traces(personalNeedles()), QStringList());
        QCOMPARE(QFileInfo(m_path + u"-wal"_s).size(), 0);
    }

private:
    /// 1 and 4 are somebody else's.
    void record()
    {
        m_log = openHistory(m_path);
        for (const bool isPersons : {false, true, true, false}) {
            const auto id = m_log->begin(isPersons ? personalIntent() : sampleIntent());
            QVERIFY(id);
            QVERIFY(m_log->finish(*id, isPersons ? personalOutcome() : sampleOutcome()));
        }
    }

    static HistoryFilter personsFilter()
    {
        HistoryFilter filter;
        filter.mac = personalIntent().client.mac;
        return filter;
    }

    /// Each file of the folder that holds one of the needles, and which.
    QStringList traces(const QList<QByteArray> &needles) const
    {
        QStringList found;
        QDirIterator files(
            m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            // Closing a lock's file would let go of SQLite's lock in this process.
            if (file.size() == 0 || !file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            for (const QByteArray &needle : needles)
                if (bytes.contains(needle))
                    found += files.fileName() + u": "_s + QString::fromLatin1(needle);
        }
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<SqliteAuditLog> m_log;
};

QTEST_GUILESS_MAIN(TestHistoryErasure)
#include "tst_historyerasure.moc"
