#include "assembly/sessionmemory.h"
#include "assembly/simulatedgatehouse.h"
#include "assembly/standardports.h"
#include "store/profiledirectory.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int devices = 300;
constexpr int waiting = 7;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// All rows that the file holds.
QList<WifiClient> kept(const QString &path)
{
    QList<WifiClient> all;
    LastSessionReader reader(path);
    while (const auto rows = reader.next())
        all += rows->clients;
    return all;
}

bool holds(const QString &path, const MacAddress &mac)
{
    const QList<WifiClient> all = kept(path);
    return std::ranges::any_of(
        all, [&](const WifiClient &client) { return client.key.mac == mac; });
}

template <typename T>
Result<T> answerOf(Job<T> *job)
{
    Result<T> answer = fail(Failure::Kind::NoAnswer, u"it never came"_s);
    QObject context;
    bool came = false;
    job->then(&context, [&](const Result<T> &told) {
        answer = told;
        came = true;
    });
    [&] { QTRY_VERIFY(came); }();
    return answer;
}

} // namespace

class TestSessionMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_first = std::make_unique<SimulatedGatehouse>(
            QList{simulated(u"unifi-integration"_s, devices, waiting)});
        m_path = ProfileDirectory::at(m_first->folder()).lastSessionFile();
        m_controller = m_first->controllerId(0);
    }

    void cleanup()
    {
        m_next.reset();
        m_first.reset();
    }

    void rowsAreThereBeforeAnyNetwork()
    {
        QDateTime seenAt;
        haveASession([&] {
            const ClientDirectory &directory = m_first->gatehouse().directory();
            seenAt = directory.find(m_first->keyOf(guest()))->lastSeen;
        });
        openAgain();
        const ClientDirectory &directory = m_next->directory();
        QCOMPARE(directory.counts(), m_counts);
        const ClientRow row = *directory.find(m_guest);
        QVERIFY(row.fromLastSession);
        QCOMPARE(row.staleSince, seenAt);
        QCOMPARE(row.client.state, ClientState::Waiting);
        QCOMPARE(m_next->link(m_controller)->state(), ControllerLink::State::Idle);
        QCOMPARE(m_next->siteName(m_controller, m_guest.siteId), m_site);
    }

    void theFirstAnswerOfTheSiteTakesTheirPlace()
    {
        haveASession();
        openAgain();
        ClientDirectory &directory = m_next->directory();
        ClientSnapshot snapshot{m_guest.siteId, {directory.find(m_guest)->client}};
        directory.pollAnswered(m_controller, directory.nextTick(), snapshot);
        QCOMPARE(directory.counts(m_controller, m_guest.siteId).all, 1);
        QVERIFY(!directory.find(m_guest)->fromLastSession);
    }

    void whatWasNotConfirmedIsKeptAsOldAsItIs()
    {
        haveASession();
        const QList<WifiClient> before = kept(m_path);
        openAgain();
        m_next->lastSession().keepUp();
        const QDateTime seenAt = m_next->directory().find(m_guest)->lastSeen;
        m_next.reset();
        QCOMPARE(kept(m_path).size(), before.size());
        LastSessionReader reader(m_path);
        while (const auto rows = reader.next())
            QVERIFY(rows->clients.isEmpty() || rows->seenAt <= seenAt.addSecs(60));
        openAgain();
        QCOMPARE(m_next->directory().find(m_guest)->lastSeen, seenAt);
    }

    void rowsAreKeptWhileTheSessionGoesOn()
    {
        Gatehouse &gatehouse = m_first->gatehouse();
        const QString path = m_first->folder() + u"/often.rows"_s;
        SessionMemory memory(gatehouse, path, 1ms);
        memory.keepUp();
        gatehouse.connectAll();
        QTRY_VERIFY(gatehouse.directory().counts().all > mostSessionRows);
        QTRY_COMPARE(kept(path).size(), gatehouse.directory().counts().all);
    }

    void anErasedDeviceIsGone()
    {
        haveASession();
        openAgain();
        note(m_guest, u"Anna Okafor"_s);
        HistoryFilter filter;
        filter.mac = m_guest.mac;
        const auto erased = answerOf(m_next->erase(filter));
        QCOMPARE(erased, Result<qint64>(1));
        QVERIFY(!m_next->directory().find(m_guest));
        QVERIFY(!holds(m_path, m_guest.mac));
        QCOMPARE(kept(m_path).size(), m_counts.all - 1);
    }

    void whomAnErasedGuestsRecordsNameIsGone()
    {
        haveASession();
        openAgain();
        note(m_guest, u"Anna Okafor"_s);
        HistoryFilter filter;
        filter.exactGuest.name = u"anna okafor"_s;
        QVERIFY(answerOf(m_next->erase(filter)));
        QVERIFY(!holds(m_path, m_guest.mac));
        QCOMPARE(kept(m_path).size(), m_counts.all - 1);
    }

    void anErasedDeviceIsNotKeptAgainInThisSession()
    {
        haveASession([&] {
            note(m_first->gatehouse(), m_first->keyOf(guest()), u"Anna Okafor"_s);
            HistoryFilter filter;
            filter.mac = guest();
            QVERIFY(answerOf(m_first->gatehouse().erase(filter)));
            QVERIFY(m_first->gatehouse().directory().find(m_first->keyOf(guest())));
        });
        QVERIFY(!holds(m_path, m_guest.mac));
        QCOMPARE(kept(m_path).size(), m_counts.all - 1);
    }

    void whoIsErasedBeforeTheyWereShownIsNotShownAfterwards()
    {
        constexpr int many = 5000; // more than are shown at first
        QList<WifiClient> clients;
        for (int number = 1; number <= many; ++number) {
            WifiClient client;
            client.key = {m_controller, u"site"_s, MacAddress(quint64(number))};
            clients += client;
        }
        {
            LastSessionWriter writer(m_path);
            writer.add(
                {m_controller, {u"site"_s, {}, {}}, QDateTime::currentDateTimeUtc(), clients});
            QVERIFY(writer.commit());
        }
        m_first->close();
        m_next = std::make_unique<Gatehouse>(standardPorts(m_first->folder()));
        QVERIFY(m_next->load());
        m_next->lastSession().showFirst();
        const ClientKey last = clients.last().key;
        QVERIFY(!m_next->directory().find(last));
        note(last, u"Anna Okafor"_s);
        HistoryFilter filter;
        filter.mac = last.mac;
        QVERIFY(answerOf(m_next->erase(filter)));
        QVERIFY(answerOf(m_next->lastSession().showRest()));
        QCOMPARE(m_next->directory().counts().all, many - 1);
        QVERIFY(!m_next->directory().find(last));
        QCOMPARE(kept(m_path).size(), many - 1);
    }

    void whatIsOlderThanTheHistoryIsKeptIsNeitherShownNorKept()
    {
        writeOld(40);
        m_first->close();
        openAgain();
        QCOMPARE(m_next->directory().counts().all, 1);
        QVERIFY(m_next->profiles().setHistoryRetentionDays(30));
        openAgain();
        QCOMPARE(m_next->directory().counts().all, 0);
        QCOMPARE(kept(m_path).size(), 1);
        m_next->eraseOldRecords();
        QTRY_VERIFY(kept(m_path).isEmpty());
    }

    void theRowsOfARemovedControllerGo()
    {
        haveASession();
        openAgain();
        QVERIFY(contents(m_path).contains(m_controller.toUtf8()));
        QVERIFY(answerOf(m_next->remove(m_controller, Gatehouse::SecretsOf::LeftBehind)));
        m_next.reset();
        QVERIFY(!contents(m_path).contains(m_controller.toUtf8()));
    }

    void aFileThatCannotBeUnderstoodIsLeftAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        QTest::newRow("another version")
            << QByteArray("GHROWS\0\2 from tomorrow", 22) << u"another version wrote it"_s;
        QTest::newRow("something else") << QByteArray("<html>") << u"it holds something else"_s;
        QTest::newRow("cut off") << QByteArray("GHROWS\0\1\0\0", 10) << u"it ends in the middle"_s;
    }

    void aFileThatCannotBeUnderstoodIsLeftAside()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, why);
        m_first->close();
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QTest::ignoreMessage(QtWarningMsg, qPrintable(m_path + u": "_s + why));
        openAgain();
        QCOMPARE(m_next->directory().counts().all, 0);
    }

    void aFileThatCannotBeWrittenCostsNothingElse()
    {
        QVERIFY(QDir().mkpath(m_path + u"/in the way"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"last-session.rows: "_s));
        haveASession();
    }

private:
    [[nodiscard]] MacAddress guest() const { return m_first->waitingGuest(); }

    /// Until all rows are there, and then to its end.
    template <typename Act = void (*)()>
    void haveASession(Act act = [] {})
    {
        Gatehouse &gatehouse = m_first->gatehouse();
        gatehouse.connectAll();
        QTRY_VERIFY(gatehouse.directory().counts().all > mostSessionRows); // all in one answer
        m_guest = m_first->keyOf(guest());
        m_counts = gatehouse.directory().counts();
        m_site = gatehouse.siteName(m_controller, m_guest.siteId);
        QVERIFY(m_site != m_guest.siteId);
        act();
        m_first->close();
    }

    /// The next session over the same folder; nothing is connected.
    void openAgain()
    {
        m_next.reset();
        m_next = std::make_unique<Gatehouse>(standardPorts(m_first->folder()));
        QVERIFY(m_next->load());
        m_next->lastSession().showFirst();
        QVERIFY(answerOf(m_next->lastSession().showRest()));
    }

    void note(const ClientKey &client, const QString &guestName)
    {
        note(*m_next, client, guestName);
    }

    static void note(Gatehouse &gatehouse, const ClientKey &client, const QString &guestName)
    {
        AuditIntent intent;
        intent.time = QDateTime::currentDateTimeUtc();
        intent.client = client;
        intent.guest.name = guestName;
        const auto record = gatehouse.audit().begin(intent);
        QVERIFY(record);
        QVERIFY(gatehouse.audit().finish(*record,
            {.outcome = Outcome::Confirmed,
                .time = intent.time,
                .controllerTime = {},
                .got = {},
                .until = {},
                .message = {},
                .detail = {}}));
    }

    /// One row, seen so many days ago.
    void writeOld(int days) const
    {
        WifiClient client;
        client.key = {m_controller, u"site"_s, MacAddress(1)};
        LastSessionWriter writer(m_path);
        writer.add({m_controller, {u"site"_s, {}, {}},
            QDateTime::currentDateTimeUtc().addDays(-days), {client}});
        QVERIFY(writer.commit());
    }

    std::unique_ptr<SimulatedGatehouse> m_first;
    std::unique_ptr<Gatehouse> m_next;
    QString m_path;
    QString m_controller;
    QString m_site;
    ClientKey m_guest;
    ClientCounts m_counts;
};

QTEST_GUILESS_MAIN(TestSessionMemory)
#include "tst_sessionmemory.moc"
