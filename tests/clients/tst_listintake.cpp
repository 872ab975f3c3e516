#include "clients/fakes.h"
#include "clients/listintake.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QString controller = u"c1"_s;
constexpr int many = 12'000;
constexpr quint64 somebodyElse = 99'999;

ClientSnapshot listOf(int count)
{
    QList<WifiClient> clients;
    clients.reserve(count);
    for (int mac = 1; mac <= count; ++mac)
        clients.append(clientOf(quint64(mac)));
    return snapshotOf(clients);
}

} // namespace

class TestListIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<ClientDirectory>(m_clock);
        m_intake = std::make_unique<ListIntake>(*m_directory);
        m_directory->pollAnswered(
            controller, m_directory->nextTick(), snapshotOf({clientOf(somebodyElse)}));
        m_changes.clear();
        m_whenChanged = {};
        m_ended = 0;
        connect(m_directory.get(), &ClientDirectory::changed, this,
            [this](const DirectoryChange &change) {
                m_changes.append(change);
                if (m_whenChanged)
                    m_whenChanged();
            });
    }

    void aListWithFewNewcomersIsThereAtOnce()
    {
        take(listOf(100));
        QCOMPARE(m_ended, 1);
        QCOMPARE(m_changes.size(), 1);
        QVERIFY(!m_changes.first().fills);
        take(listOf(101));
        QCOMPARE(m_ended, 2);
    }

    void aLongOneComesInPartsAndEndsWhole()
    {
        take(listOf(many));
        QCOMPARE(m_changes.size(), 1);
        QTRY_COMPARE(m_ended, 1);
        QCOMPARE(m_changes.size(), 4);
        for (int part = 0; part < 3; ++part) {
            QVERIFY(m_changes[part].fills);
            QVERIFY(m_changes[part].added.size() <= 5000);
            QVERIFY(m_changes[part].updated.isEmpty()); // nobody is gone before the end
        }
        QVERIFY(!m_changes.last().fills);
        QVERIFY(m_changes.last().added.isEmpty());
        QCOMPARE(
            m_changes.last().updated, QList<int>{*m_directory->slotOf(clientOf(somebodyElse).key)});
        QCOMPARE(m_directory->counts(), (ClientCounts{many, 0, many + 1}));
        take(listOf(many));
        QCOMPARE(m_ended, 2);
    }

    void whatWasDroppedDoesNotCome()
    {
        take(listOf(many));
        const int known = m_directory->counts().all;
        m_intake->drop();
        letEverythingHappen();
        QCOMPARE(m_directory->counts().all, known);
        QCOMPARE(m_ended, 0);
    }

    void whoeverHearsOfAPartMayDropTheRest_data()
    {
        QTest::addColumn<int>("changes");
        QTest::newRow("the first") << 1;
        QTest::newRow("a later one") << 2;
        QTest::newRow("the end") << 4;
    }
    void whoeverHearsOfAPartMayDropTheRest()
    {
        QFETCH(int, changes);
        m_whenChanged = [this, changes] {
            if (m_changes.size() == changes)
                m_intake->drop();
        };
        take(listOf(many));
        QTRY_COMPARE(m_changes.size(), changes);
        letEverythingHappen();
        QCOMPARE(m_changes.size(), changes);
        QCOMPARE(m_ended, 0);

        m_whenChanged = {};
        take(listOf(many));
        QTRY_COMPARE(m_ended, 1);
        QCOMPARE(m_directory->counts().waiting, many);
    }

    void whoWasReadMeanwhileKeepsTheLaterWord()
    {
        take(listOf(many));
        const WifiClient last = clientOf(many, ClientState::Authorized);
        m_directory->clientRead(m_directory->nextTick(), last);
        QTRY_COMPARE(m_ended, 1);
        QCOMPARE(m_directory->find(last.key)->client.state, ClientState::Authorized);
    }

private:
    void take(const ClientSnapshot &snapshot)
    {
        m_intake->take(controller, m_directory->nextTick(), snapshot, [this] { ++m_ended; });
    }
    /// A timer that is due after whichever the intake may have.
    void letEverythingHappen()
    {
        bool happened = false;
        QTimer::singleShot(1, this, [&happened] { happened = true; });
        QTRY_VERIFY(happened);
    }

    ManualClock m_clock;
    std::unique_ptr<ClientDirectory> m_directory;
    std::unique_ptr<ListIntake> m_intake;
    QList<DirectoryChange> m_changes;
    std::function<void()> m_whenChanged;
    int m_ended = 0;
};

QTEST_GUILESS_MAIN(TestListIntake)
#include "tst_listintake.moc"
