#include "store/lastsession.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDateTime evening(QDate(2026, 11, 27), QTime(22, 15, 1, 500), Qt::UTC);

WifiClient guest(quint64 mac)
{
    WifiClient client;
    client.key = {u"c1"_s, u"site"_s, MacAddress(mac)};
    client.name = u"Annas Telefon – ☎"_s;
    client.hostName = u"annas-phone-%1"_s.arg(mac);
    client.vendor = u"Apple, Inc."_s;
    client.ip = u"10.0.0.7"_s;
    client.ssid = u"Guests"_s;
    client.accessPoint = u"Lobby"_s;
    client.wireless = true;
    client.signalDbm = -61;
    client.connectedAt = evening.addSecs(-3600);
    client.state = ClientState::Authorized;
    Authorization &granted = client.authorization.emplace();
    granted.since = evening.addSecs(-60);
    granted.until = evening.addDays(2);
    granted.dataLimitMb = 500;
    granted.usedBytes = 123'456'789'012;
    granted.upKbps = 2000;
    granted.method = AuthorizationMethod::Voucher;
    granted.tellsRates = false;
    return client;
}

WifiClient bare(quint64 mac)
{
    WifiClient client;
    client.key = {u"c1"_s, u"site"_s, MacAddress(mac)};
    return client;
}

SessionRows rowsOf(const QList<WifiClient> &clients)
{
    return {u"c1"_s, {u"site"_s, u"Hotel"_s, u"default"_s}, evening, clients};
}

QList<SessionRows> readAll(LastSessionReader &reader)
{
    QList<SessionRows> all;
    while (auto rows = reader.next())
        all += *rows;
    return all;
}

} // namespace

class TestLastSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"last-session.rows"_s);
    }

    void rowsComeBackAsTheyWereShown()
    {
        const QList<SessionRows> shown{rowsOf({guest(1), bare(2), guest(3)}),
            {u"c2"_s, {u"empty"_s, u"No rows"_s, {}}, evening.addDays(-1), {}}};
        write(shown);
        LastSessionReader reader(m_path);
        QVERIFY(readAll(reader) == shown);
        QVERIFY(reader.problem().isEmpty());
    }

    void handlesOfTheSessionThatIsOverAreLeftOut()
    {
        WifiClient client = guest(1);
        client.vendorId = u"00000000-0000"_s;
        client.attachment.radio = 1;
        client.authorization->recordId = u"record"_s;
        write({rowsOf({client})});
        LastSessionReader reader(m_path);
        QVERIFY(readAll(reader).first().clients.first() == guest(1));
    }

    void aTextWithoutEndIsCut()
    {
        WifiClient client = bare(1);
        client.hostName = QString(1'000'000, u'ü');
        write({rowsOf({client})});
        QVERIFY(QFileInfo(m_path).size() < 2000);
        LastSessionReader reader(m_path);
        QCOMPARE(readAll(reader).first().clients.first().hostName, QString(mostSessionText, u'ü'));
    }

    void noFileIsAnEmptyOne()
    {
        LastSessionReader reader(m_path);
        QVERIFY(!reader.next());
        QVERIFY(reader.problem().isEmpty());
        QVERIFY(thinLastSession(m_path, [](SessionRows &) { return false; }));
        QVERIFY(!QFile::exists(m_path));
    }

    void onlyThisPersonMayReadIt()
    {
#ifdef Q_OS_WIN
        QSKIP("Windows knows no such permissions; the profile's folder is the person's");
#endif
        write({rowsOf({guest(1)})});
        QCOMPARE(QFileInfo(m_path).permissions()
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
    }

    void whereverItIsCutItGivesWholeBlocksOrNothing()
    {
        const QList<SessionRows> shown{rowsOf({guest(1)}), rowsOf({guest(2)})};
        write(shown);
        const QByteArray whole = contents();
        for (qsizetype size = 0; size < whole.size(); ++size) {
            replace(whole.first(size));
            LastSessionReader reader(m_path);
            const QList<SessionRows> read = readAll(reader);
            QVERIFY(read == shown.first(read.size()));
            QVERIFY(read.size() < shown.size());
        }
    }

    void noFlippedBitIsBelieved()
    {
        write({rowsOf({guest(1)})});
        const QByteArray whole = contents();
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray bad = whole;
            bad[at] = char(bad[at] ^ (1 << (at % 8)));
            replace(bad);
            LastSessionReader reader(m_path);
            QVERIFY2(!reader.next(), qPrintable(QString::number(at)));
            QVERIFY(!reader.problem().isEmpty());
        }
    }

    void whateverABlockHoldsItGivesRowsOrNothing()
    {
        const QByteArray block = encodeSessionRows(rowsOf({guest(1), bare(2), guest(3)}));
        QRandomGenerator random(7);
        int read = 0;
        for (int i = 0; i < 4'000; ++i) {
            QByteArray bad = block.first(qsizetype(random.bounded(quint32(block.size()))) + 1);
            for (int changes = random.bounded(4); changes >= 0; --changes)
                bad[qsizetype(random.bounded(quint32(bad.size())))] = char(random.generate());
            const auto rows = decodeSessionRows(bad);
            QVERIFY(!rows || decodeSessionRows(encodeSessionRows(*rows)) == rows);
            read += rows ? 1 : 0;
        }
        QVERIFY(read > 0);
    }

    void anotherVersionIsNotRead()
    {
        write({rowsOf({guest(1)})});
        QByteArray newer = contents();
        newer[7] = 2;
        replace(newer);
        LastSessionReader reader(m_path);
        QVERIFY(!reader.next());
        QCOMPARE(reader.problem(), u"another version wrote it"_s);
    }

    void itHoldsABoundedNumberOfRows()
    {
        QList<WifiClient> clients;
        for (int i = 0; i < mostLastSessionRows + 1000; ++i)
            clients += bare(quint64(i) + 1);
        write({rowsOf(clients)});
        LastSessionReader reader(m_path);
        qsizetype count = 0;
        while (const auto rows = reader.next())
            count += rows->clients.size();
        QCOMPARE(count, mostLastSessionRows);
        QVERIFY(reader.problem().isEmpty());
    }

    void whatIsTakenOutIsGone()
    {
        write(
            {rowsOf({guest(1), guest(2)}), {u"c2"_s, {u"other"_s, u"Office"_s, {}}, evening, {}}});
        QVERIFY(contents().contains("annas-phone-2"));
        QVERIFY(thinLastSession(m_path, [](SessionRows &rows) {
            rows.clients.removeIf(
                [](const WifiClient &client) { return client.key.mac == MacAddress(2); });
            return rows.controllerId != u"c2"_s;
        }));
        LastSessionReader reader(m_path);
        QVERIFY(readAll(reader) == QList{rowsOf({guest(1)})});
        QVERIFY(!contents().contains("annas-phone-2"));
        QVERIFY(!contents().contains("Office"));
    }

    void whatWasLeftHalfWrittenGoesToo()
    {
        write({rowsOf({guest(1)})});
        const QString left = m_path + u".aB3xYz"_s;
        QVERIFY(QFile::copy(m_path, left));
        QVERIFY(thinLastSession(m_path, [](SessionRows &) { return true; }));
        QVERIFY(!QFile::exists(left));
        QVERIFY(QFile::exists(m_path));
    }

    void whatCannotBeThinnedGoesAsAWhole()
    {
        write({rowsOf({guest(1)})});
        QByteArray newer = contents();
        newer[7] = 2;
        replace(newer);
        QVERIFY(thinLastSession(m_path, [](SessionRows &) { return true; }));
        QVERIFY(!QFile::exists(m_path));
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        LastSessionWriter writer(m_folder->filePath(u"missing/last-session.rows"_s));
        writer.add(rowsOf({guest(1)}));
        const auto written = writer.commit();
        QCOMPARE(written.error().kind, Failure::Kind::StorageFailed);
        QVERIFY(written.error().detail.contains(u"last-session.rows"_s));
    }

    void aWriterThatDoesNotCommitLeavesTheOldOne()
    {
        write({rowsOf({guest(1)})});
        {
            LastSessionWriter writer(m_path);
            writer.add(rowsOf({guest(2)}));
        }
        LastSessionReader reader(m_path);
        QVERIFY(readAll(reader) == QList{rowsOf({guest(1)})});
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    }

private:
    void write(const QList<SessionRows> &all)
    {
        LastSessionWriter writer(m_path);
        for (const SessionRows &rows : all)
            writer.add(rows);
        QVERIFY(writer.commit());
    }

    [[nodiscard]] QByteArray contents() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void replace(const QByteArray &bytes) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestLastSession)
#include "tst_lastsession.moc"
