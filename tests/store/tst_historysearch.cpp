#include "historysamples.h"
#include "store/historysearch.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

class TestHistorySearch : public QObject
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

    void oneOrTwoLettersBeginAWordAndThreeStandAnywhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("first letter") << u"z"_s << true;
        QTest::newRow("first two letters") << u"Zo"_s << true;
        QTest::newRow("two letters of the second name") << u"qu"_s << true;
        QTest::newRow("two letters within") << u"ix"_s << false;
        QTest::newRow("three letters within") << u"ixw"_s << true;
        QTest::newRow("three letters over a blank") << u"oë q"_s << false;
        QTest::newRow("room of two digits") << u"17"_s << true;
        QTest::newRow("one digit of it") << u"7"_s << false;
        QTest::newRow("word after a hyphen") << u"ip"_s << true;
        QTest::newRow("two letters of Chinese") << u"北京"_s << true;
        QTest::newRow("full width") << u"Ｚｏ"_s << true;
        QTest::newRow("emoji") << u"🦊"_s << true;
        QTest::newRow("begin of the MAC") << u"9a"_s << true;
        QTest::newRow("end of the MAC") << u"-D6"_s << true;
        QTest::newRow("two digits within the MAC") << u"c4"_s << false;
        QTest::newRow("three digits within the MAC") << u"1:c4"_s << true;
        QTest::newRow("both words") << u"zo d6"_s << true;
        QTest::newRow("quotes") << u"\"zoë\""_s << false;
        QTest::newRow("a column's name") << u"guest:"_s << false;
        QTest::newRow("our own marks") << u"\x02\x02zo"_s << false;
        QTest::newRow("an operator of the index") << u"OR"_s << false;
    }
    void oneOrTwoLettersBeginAWordAndThreeStandAnywhere()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);
        AuditIntent intent;
        intent.time = sampleTime();
        intent.client = {u"c1"_s, u"s1"_s, MacAddress(0x9ae1c47b52d6)};
        intent.guest = {u"Zoë Quixworth 北京"_s, u"17"_s, u"🦊fox"_s};
        intent.deviceName = u"Galaxy-iPad"_s;
        QVERIFY(m_log->begin(intent));
        QVERIFY(m_log->begin(sampleIntent(u"Bert"_s)));
        HistoryFilter filter;
        filter.text = text;
        QCOMPARE(ids(filter).contains(1), found);
        QCOMPARE(ids(filter).contains(1), found); // out of the index now
    }

    void theIndexFindsWhatTheFilterMeans()
    {
        for (const auto &name : {u"Anna Okafor"_s, u"Joanna Okafor"_s, u"Anna"_s})
            QVERIFY(m_log->begin(sampleIntent(name)));
        HistoryFilter part;
        part.guest = u"nna ok"_s;
        QCOMPARE(ids(part), (QList<qint64>{2, 1}));
        HistoryFilter whole;
        whole.exactGuest.name = u" ANNA okafor"_s;
        QCOMPARE(ids(whole), QList<qint64>{1});
        HistoryFilter mac;
        mac.mac = sampleIntent().client.mac;
        mac.guest = u"joa"_s;
        QCOMPARE(ids(mac), QList<qint64>{2});
        mac.beforeRecord = 2;
        QCOMPARE(ids(mac), QList<qint64>());
    }

    void recordingDoesNotTouchTheIndex()
    {
        QVERIFY(m_log->begin(sampleIntent()));
        QVERIFY(m_log->finish(1, sampleOutcome()));
        QVERIFY(m_log->list({}));
        QVERIFY(!QFile::exists(indexPath()));
    }

    void whatOthersRecordIsFound()
    {
        QCOMPARE(ids(textFilter()), QList<qint64>());
        const auto other = openHistory(m_path);
        QVERIFY(other->begin(sampleIntent()));
        QCOMPARE(ids(textFilter()), QList<qint64>{1});
        QCOMPARE(other->list(textFilter())->size(), 1);
        QVERIFY(other->begin(sampleIntent()));
        QCOMPARE(ids(textFilter()), (QList<qint64>{2, 1}));
    }

    void anIndexThatIsOfNoUseIsMadeAnew_data()
    {
        QTest::addColumn<QString>("harm");
        QTest::newRow("gone") << u"gone"_s;
        QTest::newRow("noise") << u"noise"_s;
        QTest::newRow("of another program") << u"foreign"_s;
        QTest::newRow("of a later version") << u"later"_s;
        QTest::newRow("of another history") << u"other"_s;
        QTest::newRow("pages damaged") << u"pages"_s;
    }
    void anIndexThatIsOfNoUseIsMadeAnew()
    {
        QFETCH(QString, harm);
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_log->begin(sampleIntent()));
        QCOMPARE(ids(textFilter()).size(), 3);
        m_log.reset();
        QVERIFY(QFile::exists(indexPath()));
        doHarm(harm);
        m_log = openHistory(m_path);
        if (harm == u"pages")
            std::ignore = m_log->list(textFilter()); // it may be this that finds the damage
        QCOMPARE(ids(textFilter()), (QList<qint64>{3, 2, 1}));
    }

    void aLargeHistoryIsTakenUpInSteps()
    {
        constexpr int count = 6000;
        m_log.reset();
        appendInBulk(m_path, count,
            [](int i) { return sampleIntent(i == 0 ? u"Zebulon"_s : u"Guest %1"_s.arg(i)); });
        m_log = openHistory(m_path);
        QCOMPARE(m_log->searchBacklog(), count);
        // A search takes up some, and looks through the newest itself.
        HistoryFilter newest;
        newest.text = u"Guest 5999"_s;
        QCOMPARE(ids(newest), QList<qint64>{6000});
        QVERIFY(*m_log->searchBacklog() < count);
        QVERIFY(*m_log->searchBacklog() > 0);
        for (qint64 left = count; left > 0;) {
            const auto now = openHistory(m_path)->shortenSearchBacklog();
            QVERIFY(now);
            QVERIFY(*now < left);
            left = *now;
        }
        HistoryFilter oldest;
        oldest.text = u"zebulon"_s;
        QCOMPARE(ids(oldest), QList<qint64>{1});
        HistoryFilter all;
        all.text = u"guest"_s;
        all.limit = 200;
        QCOMPARE(ids(all).size(), 200);
        QCOMPARE(ids(all).first(), 6000);
        all.limit = count;
        QCOMPARE(ids(all).size(), count - 1);
    }

    void anErasureStartsTheIndexAnew()
    {
        for (const auto &name : {u"Anna"_s, u"Zebulon"_s, u"Carla"_s})
            QVERIFY(m_log->begin(sampleIntent(name)));
        HistoryFilter zebulon;
        zebulon.text = u"zebulon"_s;
        QCOMPARE(ids(zebulon), QList<qint64>{2});
        QCOMPARE(m_log->erase(zebulon, {sampleTime(), u"officer"_s}), 1);
        QCOMPARE(m_log->searchBacklog(), 3);
        QCOMPARE(ids(zebulon), QList<qint64>());
        HistoryFilter desk;
        desk.text = u"desk"_s;
        QCOMPARE(ids(desk), (QList<qint64>{3, 2, 1}));
        QCOMPARE(m_log->searchBacklog(), 0);
        QCOMPARE(m_log->knownGuests()->first().guest.name, u"Carla"_s);
        QCOMPARE(m_log->erase(zebulon, {sampleTime(), u"officer"_s}), 0);
        QCOMPARE(m_log->searchBacklog(), 0); // nothing was forgotten, nothing is lost
    }

    void aProgramKilledBetweenErasureAndIndexLeavesNothingForLong()
    {
        QVERIFY(m_log->begin(sampleIntent()));
        QCOMPARE(ids(textFilter()).size(), 1);
        QVERIFY(QFile::copy(indexPath(), indexPath() + u".kept"_s));
        QVERIFY(m_log->erase({}, {sampleTime(), u"officer"_s}));
        m_log.reset();
        QVERIFY(QFile::remove(indexPath()));
        QVERIFY(QFile::rename(indexPath() + u".kept"_s, indexPath()));
        m_log = openHistory(m_path);
        QCOMPARE(m_log->erase({}, {sampleTime(), u"officer"_s}), 0);
        m_log.reset();
        QFile index(indexPath());
        QVERIFY(index.open(QIODevice::ReadOnly));
        QVERIFY(!index.readAll().contains("okafor"));
    }

private:
    QList<qint64> ids(const HistoryFilter &filter) const
    {
        QList<qint64> ids;
        const auto records = m_log->list(filter);
        if (!records)
            qWarning("%s", qPrintable(records.error().detail));
        else
            for (const AuditRecord &record : *records)
                ids += record.id;
        return ids;
    }

    static HistoryFilter textFilter()
    {
        HistoryFilter filter;
        filter.text = u"okafor"_s;
        return filter;
    }

    QString indexPath() const { return HistorySearch::pathFor(m_path); }

    void doHarm(const QString &harm) const
    {
        if (harm == u"gone") {
            QVERIFY(QFile::remove(indexPath()));
        } else if (harm == u"noise") {
            QFile file(indexPath());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray("no database, ").repeated(1000));
        } else if (harm == u"foreign") {
            QCOMPARE(rawSql(indexPath(), {u"PRAGMA application_id = 7"_s}), QString());
        } else if (harm == u"later") {
            QCOMPARE(rawSql(indexPath(), {u"PRAGMA user_version = 99"_s}), QString());
        } else if (harm == u"other") {
            QCOMPARE(rawSql(indexPath(), {u"UPDATE progress SET hash = 'x'"_s}), QString());
        } else {
            QFile file(indexPath());
            QVERIFY(file.open(QIODevice::ReadWrite));
            for (qint64 page = 2; page * 4096 < file.size(); ++page) {
                file.seek(page * 4096);
                file.write(QByteArray(4096, '\x5a'));
            }
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<SqliteAuditLog> m_log;
};

QTEST_GUILESS_MAIN(TestHistorySearch)
#include "tst_historysearch.moc"
