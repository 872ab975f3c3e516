#include "historysamples.h"
#include "store/historyexport.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

namespace {

class FullDevice : public QIODevice
{
protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override { return -1; }
};

} // namespace

class TestHistoryExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_log = openHistory(m_folder->filePath(u"history.db"_s));
    }
    void cleanup() { m_log.reset(); }

    void jsonHasTheKeysOfTheCommandLine()
    {
        const AuditRecord record{7, sampleIntent(), sampleOutcome()};
        const QByteArray expected
            = R"({"action":"authorize","asked":{"dataMb":500,"downKbps":5000,"minutes":120},)"
              R"("controller":"Hotel","device":"Annas-iPhone","got":{"dataMb":500,"downKbps":5000,"minutes":120},)"
              R"("guest":"Anna Okafor","login":"anna@example.org","mac":"02:00:5e:10:00:a1",)"
              R"("message":"Confirmed by the controller.","operator":"desk","outcome":"confirmed",)"
              R"("outcomeTime":"2026-11-22T14:02:05.250Z","reason":"two nights","record":7,"room":"204",)"
              R"("since":"2026-11-22T14:03:05.250Z","site":"Lobby","state":"authorized","systemUser":"alex",)"
              R"("time":"2026-11-22T14:00:05.250Z","until":"2026-11-22T14:04:05.250Z"})";
        QCOMPARE(QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact), expected);
    }

    void jsonLeavesOutWhatIsNotKnown()
    {
        AuditIntent bare;
        bare.time = sampleTime();
        bare.client = {u"c"_s, u"site-9"_s, MacAddress(1)};
        const QJsonObject object = toJson(AuditRecord{1, bare, std::nullopt});
        QCOMPARE(
            object.keys(), (QStringList{u"action"_s, u"mac"_s, u"record"_s, u"site"_s, u"time"_s}));
        QCOMPARE(object.value(u"site"_s).toString(), u"site-9"_s);
    }

    void jsonSaysWhatBecameOfARecord()
    {
        AuditRecord record{8, sampleIntent(), sampleOutcome()};
        record.intent.before = Limits{60, {}, {}, {}};
        record.intent.refersTo = {AuditReference::Relation::Completes, 7};
        record.outcome->settledLater = true;
        record.outcome->putOff = true;
        record.seen = true;
        record.undoneBy = 9;
        const QJsonObject object = toJson(record);
        QCOMPARE(object.value(u"before"_s).toObject().value(u"minutes"_s).toInt(), 60);
        QCOMPARE(object.value(u"completes"_s).toInt(), 7);
        QCOMPARE(object.value(u"undoneBy"_s).toInt(), 9);
        for (const auto &key : {u"settledLater"_s, u"putOff"_s, u"seen"_s})
            QVERIFY(object.value(key).toBool());
    }

    void whatWasErasedHasNoMac()
    {
        QVERIFY(m_log->begin(sampleIntent()));
        QVERIFY(m_log->erase({}, {sampleTime(9), u"officer"_s}));
        const QJsonObject object = toJson(m_log->list({})->first());
        QVERIFY(!object.contains(u"mac"_s));
        QCOMPARE(object.value(u"erased"_s).toObject(),
            (QJsonObject{
                {u"time"_s, u"2026-11-22T14:09:05.250Z"_s}, {u"operator"_s, u"officer"_s}}));
        QVERIFY(exported(HistoryFormat::Csv)
                    .endsWith("authorize,desk,Hotel,Lobby,,,,,,,120,500,5000,,,,,,"
                              "2026-11-22T14:09:05.250Z\r\n"));
    }

    void csvIsWhatASpreadsheetReads()
    {
        AuditIntent intent = sampleIntent(u"O'Hara, \"Jo\""_s);
        intent.reason = u"two\nlines"_s;
        QVERIFY(m_log->begin(intent));
        const QByteArray csv = exported(HistoryFormat::Csv);
        QCOMPARE(csv,
            QByteArray("\xef\xbb\xbfrecord,time,action,operator,controller,site,mac,device,guest,"
                       "room,login,reason,"
                       "askedMinutes,askedDataMb,askedDownKbps,askedUpKbps,outcome,outcomeTime,"
                       "until,message,erased\r\n"
                       "1,2026-11-22T14:00:05.250Z,authorize,desk,Hotel,Lobby,02:00:5e:10:00:a1,"
                       "Annas-iPhone,"
                       "\"O'Hara, "
                       "\"\"Jo\"\"\",204,anna@example.org,\"two\nlines\",120,500,5000,,,,,,\r\n"));
    }

    void aFormulaInAForeignNameStaysText_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("equals") << u"=1+1"_s << QByteArray(",'=1+1,");
        QTest::newRow("plus") << u"+49 30"_s << QByteArray(",'+49 30,");
        QTest::newRow("minus") << u"-2"_s << QByteArray(",'-2,");
        QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray(",'@SUM(A1),");
        QTest::newRow("tab") << u"\t=1"_s << QByteArray(",'\t=1,");
        QTest::newRow("return") << u"\r=1"_s << QByteArray(",\"'\r=1\",");
        QTest::newRow("quoted as well")
            << u"=HYPERLINK(\"http://x\",\"y\")"_s
            << QByteArray(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",");
        QTest::newRow("full width") << u"＝1"_s
                                    << QByteArray(",'\xef\xbc\x9d"
                                                  "1,");
        QTest::newRow("inside is harmless") << u"a=b"_s << QByteArray(",a=b,");
    }
    void aFormulaInAForeignNameStaysText()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, cell);
        AuditIntent intent = sampleIntent();
        intent.deviceName = name;
        QVERIFY(m_log->begin(intent));
        const QByteArray csv = exported(HistoryFormat::Csv);
        QVERIFY2(csv.contains(cell), csv.constData());
    }

    void exportsEveryPageOnce()
    {
        constexpr int count = 1203;
        for (int i = 0; i < count; ++i)
            QVERIFY(m_log->begin(sampleIntent()));
        HistoryFilter filter;
        filter.limit = 1;
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QCOMPARE(exportHistory(*m_log, filter, HistoryFormat::JsonLines, buffer), count);
        const QList<QByteArray> lines = buffer.data().trimmed().split('\n');
        QCOMPARE(lines.size(), count);
        for (int i = 0; i < count; ++i)
            QCOMPARE(
                QJsonDocument::fromJson(lines[i]).object().value(u"record"_s).toInt(), count - i);
    }

    void exportsOnlyWhatTheFilterMeans()
    {
        QVERIFY(m_log->begin(sampleIntent(u"Anna"_s)));
        QVERIFY(m_log->begin(sampleIntent(u"Bert"_s)));
        HistoryFilter filter;
        filter.guest = u"bert"_s;
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QCOMPARE(exportHistory(*m_log, filter, HistoryFormat::JsonLines, buffer), 1);
        QVERIFY(!buffer.data().contains("Anna\""));
    }

    void saysWhenItCannotWrite()
    {
        FullDevice device;
        QVERIFY(device.open(QIODevice::WriteOnly));
        const auto refused = exportHistory(*m_log, {}, HistoryFormat::Csv, device);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::StorageFailed);
    }

private:
    QByteArray exported(HistoryFormat format) const
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        return exportHistory(*m_log, {}, format, buffer) ? buffer.data() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteAuditLog> m_log;
};

QTEST_GUILESS_MAIN(TestHistoryExport)
#include "tst_historyexport.moc"
