#include "historysamples.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

/// Whole exports that come in again, and heads that were signed and kept elsewhere.
class TestHistoryTransfer : public QObject
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

    void aWholeExportComesInByteForByte_data()
    {
        QTest::addColumn<bool>("upgraded");
        QTest::newRow("of this schema") << false;
        QTest::newRow("upgraded from the first") << true;
    }
    void aWholeExportComesInByteForByte()
    {
        QFETCH(bool, upgraded);
        if (upgraded) {
            const QString sample = qEnvironmentVariable("GATEHOUSE_SOURCE_DIR")
                + u"/tests/store/released/history-v1.db"_s;
            QVERIFY(QFile::copy(sample, m_path));
            QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
        }
        recordSomething();
        const auto imported = openHistory(copyPath());
        const auto verdict = import(*imported, exported());
        QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().detail));
        QVERIFY(verdict->ok);
        QCOMPARE(verdict->head, m_log->verify()->head);
        QCOMPARE(verdict->records, m_log->verify()->records);
        const auto before = m_log->list({});
        const auto after = imported->list({});
        QCOMPARE(after->size(), before->size());
        for (qsizetype i = 0; i < before->size(); ++i) {
            QVERIFY(after->at(i).intent == before->at(i).intent);
            QVERIFY(after->at(i).outcome == before->at(i).outcome);
            QCOMPARE(after->at(i).erased, before->at(i).erased);
            QCOMPARE(after->at(i).seen, before->at(i).seen);
        }
        QVERIFY(imported->begin(sampleIntent()));
        QVERIFY(imported->verify()->ok);
        QCOMPARE(
            openHistory(copyPath())->exportTo(m_sink, {}, HistoryFormat::Csv), before->size() + 1);
    }

    void whatIsNotAWholeExportIsRefused_data()
    {
        QTest::addColumn<QString>("harm");
        QTest::addColumn<QString>("said");
        QTest::newRow("filtered") << u"filtered"_s << u"whole history"_s;
        QTest::newRow("newest record lost") << u"first"_s << u"whole history"_s;
        QTest::newRow("end cut") << u"end"_s << u"whole history"_s;
        QTest::newRow("last action lost") << u"last"_s << u"whole history"_s;
        QTest::newRow("the erasure lost") << u"erasure"_s << u"whole history"_s;
        QTest::newRow("edited") << u"edited"_s << u"record 2"_s;
        QTest::newRow("another key") << u"key"_s << u"record"_s;
        QTest::newRow("no chain") << u"chain"_s << u"line 1"_s;
        QTest::newRow("not JSON") << u"noise"_s << u"line 1"_s;
    }
    void whatIsNotAWholeExportIsRefused()
    {
        QFETCH(QString, harm);
        QFETCH(QString, said);
        recordSomething();
        const auto imported = openHistory(copyPath());
        const auto refused = import(*imported, harmed(harm));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::StorageFailed);
        QVERIFY2(refused.error().detail.contains(said), qPrintable(refused.error().detail));
        QVERIFY(imported->list({})->isEmpty());
        QVERIFY(import(*imported, exported())); // nothing of it was left behind
    }

    void nothingComesIntoAHistoryThatHoldsRecords()
    {
        recordSomething();
        const QByteArray lines = exported();
        const QString head = m_log->verify()->head;
        QVERIFY(!import(*m_log, lines));
        QCOMPARE(m_log->verify()->head, head);
    }

    void anExportSaysHowFarItIsAndCanBeEnded()
    {
        m_log.reset();
        appendInBulk(m_path, 1200, [](int) { return sampleIntent(); });
        m_log = openHistory(m_path);
        QList<qint64> heard;
        QCOMPARE(m_log->exportTo(m_sink, {}, HistoryFormat::Csv,
                     [&](qint64 written) {
                         heard += written;
                         return true;
                     }),
            1200);
        QCOMPARE(heard, (QList<qint64>{500, 1000, 1200}));
        const auto ended
            = m_log->exportTo(m_sink, {}, HistoryFormat::Csv, [](qint64) { return false; });
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, Failure::Kind::Cancelled);
        QVERIFY(m_log->begin(sampleIntent())); // and no transaction stays open
    }

    void aSignedHeadShowsWhatTheChainCannot()
    {
        recordSomething();
        const QByteArray seed = newSigningSeed();
        auto head = m_log->head(sampleTime());
        QVERIFY(head);
        head->sign(seed);
        const auto kept = SignedHead::fromJson(head->toJson());
        QVERIFY(kept);
        QCOMPARE(*kept, *head);
        QVERIFY(m_log->verifySince(*kept)->ok);
        QVERIFY(m_log->begin(sampleIntent()));
        QVERIFY(m_log->verifySince(*kept)->ok);

        // A new chain, whole in itself, that is shorter, and one as long.
        const auto other = openHistory(copyPath());
        QVERIFY(other->begin(sampleIntent()));
        QVERIFY(other->verify()->ok);
        const auto shorter = other->verifySince(*kept);
        QVERIFY(!shorter->ok);
        QVERIFY2(shorter->message.contains(u"only 1 are left"_s), qPrintable(shorter->message));
        for (int i = 0; i < 20; ++i)
            QVERIFY(other->begin(sampleIntent()));
        const auto rewritten = other->verifySince(*kept);
        QVERIFY(!rewritten->ok);
        QCOMPARE(rewritten->firstBad, kept->seq);
    }

    void aHeadThatWasEditedIsRefused()
    {
        recordSomething();
        auto head = m_log->head(sampleTime());
        head->sign(newSigningSeed());
        const QJsonObject good = QJsonDocument::fromJson(head->toJson()).object();
        for (const QString &key : good.keys()) {
            QJsonObject edited = good;
            if (edited[key].isDouble())
                edited[key] = edited[key].toInteger() + 1;
            else
                edited[key] = edited[key].toString().replace(
                    2, 1, edited[key].toString()[2] == u'A' ? u"B"_s : u"A"_s);
            QVERIFY2(!SignedHead::fromJson(QJsonDocument(edited).toJson()), qPrintable(key));
        }
        QVERIFY(!SignedHead::fromJson("{}"));
        QVERIFY(!SignedHead::fromJson({}));
    }

private:
    /// Records 1 and 2, an erasure of 1, and a last one that is open.
    void recordSomething()
    {
        m_log = openHistory(m_path);
        const auto first = m_log->begin(sampleIntent(u"Zebulon"_s));
        AuditIntent undo = sampleIntent(u"Anna\n\"Lee\" 👩"_s);
        undo.refersTo = {AuditReference::Relation::Undoes, *first};
        undo.before = Limits();
        const auto second = m_log->begin(undo);
        QVERIFY(second && m_log->finish(*second, sampleOutcome(Outcome::Unknown)));
        QVERIFY(m_log->finish(*first, sampleOutcome()));
        QVERIFY(m_log->markSeen(*second, u"desk"_s));
        HistoryFilter filter;
        filter.record = *first;
        QCOMPARE(m_log->erase(filter, {sampleTime(9), u"officer"_s}), 1);
        QVERIFY(m_log->begin(sampleIntent()));
    }

    QString copyPath() const { return m_folder->filePath(u"imported.db"_s); }

    QByteArray exported(const HistoryFilter &filter = {}) const
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        return m_log->exportTo(buffer, filter, HistoryFormat::JsonLines) ? buffer.data()
                                                                         : QByteArray();
    }

    /// Lines: record 4, 2, 1, and then the erasure and the end.
    QByteArray harmed(const QString &harm) const
    {
        if (harm == u"filtered") {
            HistoryFilter filter;
            filter.outcome = Outcome::Unknown;
            return exported(filter);
        }
        QList<QByteArray> lines = exported().trimmed().split('\n');
        if (harm == u"first")
            lines.removeFirst();
        else if (harm == u"last")
            lines.removeAt(2);
        else if (harm == u"end")
            lines.removeLast();
        else if (harm == u"erasure")
            lines.removeAt(3);
        else if (harm == u"edited")
            lines[1].replace(R"("system_user":"alex")", R"("system_user":"alec")");
        else if (harm == u"key")
            lines[0].replace(R"("key":")", R"("key":"AAAA)");
        else if (harm == u"chain")
            lines[0] = R"({"record":4,"action":"authorize"})";
        else
            lines[0] = "no JSON";
        return lines.join('\n');
    }

    static Result<ChainVerdict> import(SqliteAuditLog &log, const QByteArray &lines)
    {
        QBuffer buffer;
        buffer.setData(lines);
        buffer.open(QIODevice::ReadOnly);
        return log.importFrom(buffer);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<SqliteAuditLog> m_log;
    struct Sink : QBuffer
    {
        Sink() { open(QIODevice::WriteOnly); }
    } m_sink;
};

QTEST_GUILESS_MAIN(TestHistoryTransfer)
#include "tst_historytransfer.moc"
