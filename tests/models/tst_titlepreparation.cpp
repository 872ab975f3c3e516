#include "clients/fakes.h"
#include "models/collation.h"
#include "ui/models/clienttexts.h"
#include "ui/models/titlepreparation.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

const QString controller = u"c1"_s;
constexpr int rows = 12'000; // several pieces

} // namespace

/// An order of titles that was made aside is the one that a click would have made.
class TestTitlePreparation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_preparation.reset(); }

    void makesTheOrderOfAClick();
    void leavesOutWhoeverChangedMeanwhile();
    void leavesAnOrderAloneThatSomebodyAskedForMeanwhile();
    void putsThoseWhoComeLaterBetweenTheOthers();

private:
    [[nodiscard]] WifiClient named(int number) const;
    void poll(const QList<WifiClient> &clients);
    void pollMany(int count);
    [[nodiscard]] std::vector<int> allSlots() const;
    [[nodiscard]] bool isLikeThatOfAClick() const;

    ManualClock m_clock;
    std::unique_ptr<ClientDirectory> m_directory;
    std::unique_ptr<TitleRanks> m_ranks;
    std::unique_ptr<TitlePreparation> m_preparation;
    QList<WifiClient> m_clients;
    bool m_hasBegun = false;
    std::function<void()> m_whenBegun; ///< between the first piece and the second
};

void TestTitlePreparation::init()
{
    m_clients.clear();
    m_hasBegun = false;
    m_whenBegun = {};
    m_directory = std::make_unique<ClientDirectory>(m_clock);
    const auto title = [this](int slot) { return titleOf(*m_directory, slot); };
    m_ranks = std::make_unique<TitleRanks>(title);
    m_preparation
        = std::make_unique<TitlePreparation>(*m_directory, *m_ranks, [this, title](int slot) {
              if (!std::exchange(m_hasBegun, true) && m_whenBegun)
                  QMetaObject::invokeMethod(this, m_whenBegun, Qt::QueuedConnection);
              return title(slot);
          });
    connect(m_directory.get(), &ClientDirectory::changed, m_preparation.get(),
        [this](const DirectoryChange &change) {
            for (const auto &slotNumbers : {change.added, change.renamed, change.removed})
                m_ranks->forget({slotNumbers.cbegin(), slotNumbers.cend()});
            m_preparation->follow(change);
        });
}

WifiClient TestTitlePreparation::named(int number) const
{
    WifiClient client = clientOf(quint64(number));
    // A third share their names.
    client.name = u"Phone %1"_s.arg(QRandomGenerator::global()->bounded(rows / 3));
    return client;
}

void TestTitlePreparation::poll(const QList<WifiClient> &clients)
{
    m_directory->pollAnswered(controller, m_directory->nextTick(), snapshotOf(clients));
}

void TestTitlePreparation::pollMany(int count)
{
    for (int number = 1; number <= count; ++number)
        m_clients += named(number);
    poll(m_clients);
}

std::vector<int> TestTitlePreparation::allSlots() const
{
    std::vector<int> all(size_t(m_directory->slotCount()));
    std::iota(all.begin(), all.end(), 0);
    return all;
}

bool TestTitlePreparation::isLikeThatOfAClick() const
{
    TitleRanks plain([this](int slot) { return titleOf(*m_directory, slot); });
    plain.settle(allSlots());
    return std::ranges::all_of(allSlots(), [&](int slot) {
        return m_ranks->isSettled(slot) && m_ranks->rankOf(slot) == plain.rankOf(slot);
    });
}

void TestTitlePreparation::makesTheOrderOfAClick()
{
    if (!sortKeysAreComparisons())
        QSKIP("this system's sort keys are not in the order of its comparisons");
    QSignalSpy ended(m_preparation.get(), &TitlePreparation::ended);
    pollMany(rows);
    QVERIFY(!m_ranks->isSettled(0));

    QVERIFY(ended.wait());
    QCOMPARE(ended.first().first().toBool(), true);

    QVERIFY(isLikeThatOfAClick());
}

void TestTitlePreparation::leavesOutWhoeverChangedMeanwhile()
{
    if (!sortKeysAreComparisons())
        QSKIP("this system's sort keys are not in the order of its comparisons");
    QSignalSpy ended(m_preparation.get(), &TitlePreparation::ended);
    pollMany(rows);
    m_whenBegun = [this] {
        m_clients[7].name = u"Zebra"_s;
        m_clients[9].accessPoint = u"Elsewhere"_s;
        m_clients[rows - 1].name = u"Aardvark"_s; // not reached yet
        m_clients += named(rows + 1);
        poll(m_clients);
    };

    QVERIFY(ended.wait());
    QCOMPARE(ended.first().first().toBool(), true);

    QVERIFY(!m_ranks->isSettled(7));
    for (const int slot : {8, 9, rows - 1, rows})
        QVERIFY(m_ranks->isSettled(slot));
    m_ranks->settle(allSlots());
    QVERIFY(isLikeThatOfAClick());
}

void TestTitlePreparation::leavesAnOrderAloneThatSomebodyAskedForMeanwhile()
{
    QSignalSpy ended(m_preparation.get(), &TitlePreparation::ended);
    pollMany(rows);
    std::optional<quint64> asked;
    m_whenBegun = [&] {
        m_ranks->settle(allSlots());
        asked = m_ranks->rankOf(5);
        m_clients[5].name = u"Aardvark"_s; // it would be elsewhere in a new order
        poll(m_clients);
        m_ranks->settle(allSlots());
    };

    QVERIFY(ended.wait());
    QCOMPARE(ended.first().first().toBool(), false);

    QVERIFY(asked);
    QVERIFY(m_ranks->rankOf(5) != asked);
    QVERIFY(isLikeThatOfAClick());
}

void TestTitlePreparation::putsThoseWhoComeLaterBetweenTheOthers()
{
    if (!sortKeysAreComparisons())
        QSKIP("this system's sort keys are not in the order of its comparisons");
    QSignalSpy ended(m_preparation.get(), &TitlePreparation::ended);
    pollMany(rows);
    QVERIFY(ended.wait());

    constexpr int comers = 350; // in several steps, the last of which is not worth one
    for (int number = 1; number <= comers; ++number)
        m_clients += named(rows + number);
    poll(m_clients);

    QTRY_VERIFY_WITH_TIMEOUT(m_ranks->isSettled(rows + 299), 10'000);
    QVERIFY(!m_ranks->isSettled(rows + 300));
    QCOMPARE(ended.size(), 1); // the others were not put in order again
    m_ranks->settle(allSlots());
    QVERIFY(isLikeThatOfAClick());
}

QTEST_GUILESS_MAIN(TestTitlePreparation)
#include "tst_titlepreparation.moc"
