#include "clients/fakes.h"
#include "models/collation.h"
#include "ui/models/clienttablemodel.h"

#include <QAbstractItemModelTester>
#include <QCollator>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString controller = u"c1"_s;

using Model = ClientTableModel;

} // namespace

class TestClientTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_directory = std::make_unique<ClientDirectory>(*m_clock);
        m_model = std::make_unique<Model>(*m_directory, *m_clock);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void randomPollsKeepOrderAndPersistentIndexes_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<ClientFilter::States>("states");
        QTest::addColumn<QString>("search");
        using States = ClientFilter::States;
        QTest::newRow("signal rising")
            << int(Model::SignalColumn) << Qt::AscendingOrder << States::All << QString();
        QTest::newRow("signal falling, who waits")
            << int(Model::SignalColumn) << Qt::DescendingOrder << States::Waiting << QString();
        QTest::newRow("name rising")
            << int(Model::DeviceColumn) << Qt::AscendingOrder << States::All << QString();
        QTest::newRow("name falling, some")
            << int(Model::DeviceColumn) << Qt::DescendingOrder << States::All << u"1"_s;
        QTest::newRow("address") << int(Model::MacColumn) << Qt::AscendingOrder
                                 << States::Authorized << QString();
    }
    void randomPollsKeepOrderAndPersistentIndexes()
    {
        if (!sortKeysAreComparisons())
            QSKIP("this system's sort keys are not in the order of its comparisons");
        QFETCH(int, column);
        QFETCH(Qt::SortOrder, order);
        QFETCH(ClientFilter::States, states);
        QFETCH(QString, search);
        m_model->sort(column, order);
        m_model->setStateFilter(states);
        m_model->setSearch(search);
        QSignalSpy resets(m_model.get(), &Model::modelReset);
        QRandomGenerator random(7);
        std::map<quint64, WifiClient> present;
        for (int round = 0; round < 60; ++round) {
            const auto held = hold();
            shake(present, random);
            m_clock->advance(3min); // whoever leaves goes at once
            poll(present);
            checkAgainstReference(column, order, states, search);
            for (const auto &[index, key] : held) {
                const QModelIndex now = m_model->indexOf(key);
                QCOMPARE(QModelIndex(index).isValid(), now.isValid());
                if (now.isValid())
                    QCOMPARE(index.row(), now.row());
            }
        }
        QCOMPARE(resets.size(), 0);
    }

    void aSelectionOfEverythingDoesNotSpreadToNewcomers()
    {
        QItemSelectionModel selection(m_model.get());
        poll({1, 2, 3});
        m_model->sort(Model::MacColumn, Qt::AscendingOrder);
        selection.select(
            QItemSelection(m_model->index(0, 0), m_model->index(2, Model::ColumnCount - 1)),
            QItemSelectionModel::Select);
        m_clock->advance(3min);
        poll({0, 2, 3}); // one left, another came before them
        QCOMPARE(m_model->rowCount(), 3);
        QCOMPARE(m_model->keyAt(0).mac, MacAddress(0));
        QVERIFY(!selection.isRowSelected(0));
        QVERIFY(selection.isRowSelected(1));
        QVERIFY(selection.isRowSelected(2));
    }

    void aChangeIsAtMostOneOfEachSignal()
    {
        poll({1, 2, 3, 4, 5, 6});
        m_model->sort(Model::MacColumn, Qt::DescendingOrder);
        QSignalSpy inserts(m_model.get(), &Model::rowsInserted);
        QSignalSpy removes(m_model.get(), &Model::rowsRemoved);
        QSignalSpy layouts(m_model.get(), &Model::layoutChanged);
        m_clock->advance(3min);
        poll({1, 3, 5, 7, 9, 11});
        QCOMPARE(inserts.size(), 1);
        QCOMPARE(removes.size(), 1);
        QCOMPARE(layouts.size(), 1);
        QCOMPARE(macs(), (QList<quint64>{11, 9, 7, 5, 3, 1}));
    }

    void nothingIsSaidWhenNothingChanged()
    {
        poll({1, 2});
        QSignalSpy data(m_model.get(), &Model::dataChanged);
        QSignalSpy layouts(m_model.get(), &Model::layoutChanged);
        m_clock->advance(10s);
        poll({1, 2});
        QCOMPARE(data.size() + layouts.size(), 0);
    }

    void theNewestWaitingClientIsOnTop()
    {
        WifiClient early = clientOf(1);
        early.connectedAt = m_clock->now().addSecs(-600);
        WifiClient late = clientOf(2);
        late.connectedAt = m_clock->now().addSecs(-12);
        poll(QList{
            clientOf(3, ClientState::Authorized), early, clientOf(4, ClientState::NotGuest), late});
        m_model->sort(Model::StateColumn, Qt::AscendingOrder);
        QCOMPARE(macs(), (QList<quint64>{2, 1, 3, 4}));
    }

    void frozenRowsNeverMove()
    {
        poll({1, 2, 3});
        m_model->sort(Model::SignalColumn, Qt::AscendingOrder);
        m_model->setStateFilter(ClientFilter::States::Waiting);
        const QList<quint64> before = macs();
        m_model->setFrozen(true);
        QSignalSpy news(m_model.get(), &Model::newCountChanged);
        QSignalSpy layouts(m_model.get(), &Model::layoutChanged);

        WifiClient changed = clientOf(2, ClientState::Authorized);
        changed.signalDbm = -90;
        m_clock->advance(10min);
        poll(QList{changed, clientOf(3), clientOf(4), clientOf(5)});
        QCOMPARE(macs(), before);
        QCOMPARE(layouts.size(), 0);
        QCOMPARE(m_model->newCount(), 2);
        QCOMPARE(news.size(), 1);
        QVERIFY(m_model->index(0, 0).data(Model::GoneRole).toBool());
        QCOMPARE(m_model->index(1, 0).data(Model::StateRole).toInt(), int(ClientState::Authorized));

        m_model->showNew();
        QCOMPARE(m_model->newCount(), 0);
        QCOMPARE(macs(), (QList<quint64>{3, 4, 5}));
        QVERIFY(m_model->isFrozen());
        m_model->setFrozen(false);
        poll({3, 4, 5, 6});
        QCOMPARE(m_model->rowCount(), 4);
    }

    void aRemovedControllerLeavesEvenAFrozenList()
    {
        poll({1, 2});
        m_model->setFrozen(true);
        m_directory->removeController(controller);
        QCOMPARE(m_model->rowCount(), 0);
        poll({3, 4}); // on the slots of those who went
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->newCount(), 2);
    }

    void countsFollowTheScopeAndNotTheSearch()
    {
        QSignalSpy counts(m_model.get(), &Model::countsChanged);
        poll({1, 2});
        m_directory->pollAnswered(controller, m_directory->nextTick(),
            snapshotOf({clientOf(3, ClientState::Authorized, u"annex"_s)}, u"annex"_s));
        QCOMPARE(m_model->counts(), (ClientCounts{2, 1, 3}));
        m_model->setSearch(u"nobody"_s);
        QCOMPARE(m_model->counts(), (ClientCounts{2, 1, 3}));
        QCOMPARE(m_model->rowCount(), 0);
        m_model->setSearch({});
        m_model->setScope(controller, u"annex"_s);
        QCOMPARE(m_model->counts(), (ClientCounts{0, 1, 1}));
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(counts.size(), 3);
    }

    void anOrderByNameKnowsWhatHappenedWhileAnotherWasShown()
    {
        if (!sortKeysAreComparisons())
            QSKIP("this system's sort keys are not in the order of its comparisons");
        QRandomGenerator random(11);
        std::map<quint64, WifiClient> present;
        for (int round = 0; round < 40; ++round) {
            m_model->sort(Model::DeviceColumn, Qt::AscendingOrder);
            checkAgainstReference(
                Model::DeviceColumn, Qt::AscendingOrder, ClientFilter::States::All, {});
            m_model->sort(Model::SignalColumn, Qt::AscendingOrder);
            for (int polls = round % 3; polls >= 0; --polls) {
                shake(present, random);
                m_clock->advance(3min);
                poll(present);
            }
        }
    }

    void namesOfPlacesAreShownAndSortedBy()
    {
        poll({1});
        m_directory->pollAnswered(controller, m_directory->nextTick(),
            snapshotOf({clientOf(2, ClientState::Waiting, u"annex"_s)}, u"annex"_s));
        m_model->sort(Model::SiteColumn, Qt::AscendingOrder);
        QCOMPARE(macs(), (QList<quint64>{2, 1}));
        m_model->setPlace(controller, u"Harbour Hotel"_s,
            {{u"lobby"_s, u"Bar"_s}, {u"annex"_s, u"Conference"_s}});
        QCOMPARE(macs(), (QList<quint64>{1, 2}));
        QCOMPARE(m_model->index(0, Model::SiteColumn).data().toString(), u"Bar"_s);
        QCOMPARE(m_model->index(0, Model::ControllerColumn).data().toString(), u"Harbour Hotel"_s);
    }

    void aRowGlowsForAMomentWhenItsStateChanges()
    {
        poll({1, 2});
        QVERIFY(!m_model->index(0, 0).data(Model::GlowUntilRole).isValid());
        poll(QList{clientOf(1, ClientState::Authorized), clientOf(2)});
        const QPersistentModelIndex changed = m_model->indexOf(clientOf(1).key);
        QVERIFY(changed.data(Model::GlowUntilRole).toDateTime() > m_clock->now());
        QVERIFY(!m_model->indexOf(clientOf(2).key).data(Model::GlowUntilRole).isValid());
        m_clock->advance(5s);
        QVERIFY(!changed.data(Model::GlowUntilRole).isValid());
    }

    void aTableThatFillsPartByPartDoesNotGlow()
    {
        const ClientSnapshot list
            = snapshotOf({clientOf(1), clientOf(2), clientOf(3), clientOf(4)});
        for (const int from : {0, 2})
            m_directory->pollArrives(controller, m_directory->nextTick(), list, from, 2);
        QCOMPARE(m_model->rowCount(), 4);
        for (int row = 0; row < 4; ++row)
            QVERIFY(!m_model->index(row, 0).data(Model::GlowUntilRole).isValid());
    }

    void columnsKeepTheirWords()
    {
        for (int column = 0; column < Model::ColumnCount; ++column) {
            QCOMPARE(Model::columnOfId(Model::columnId(column)), column);
            QVERIFY(
                !m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        }
        QCOMPARE(Model::columnOfId(u"nothing"), -1);
    }

    void aModelOverAFilledDirectoryShowsItAtOnce()
    {
        poll({1, 2, 3});
        const Model late(*m_directory, *m_clock);
        QCOMPARE(late.rowCount(), 3);
        QCOMPARE(late.counts().waiting, 3);
    }

private:
    void poll(const QList<WifiClient> &clients)
    {
        m_directory->pollAnswered(controller, m_directory->nextTick(), snapshotOf(clients));
    }
    void poll(std::initializer_list<int> numbers)
    {
        QList<WifiClient> clients;
        for (const int mac : numbers)
            clients += clientOf(quint64(mac));
        poll(clients);
    }
    void poll(const std::map<quint64, WifiClient> &present)
    {
        QList<WifiClient> clients;
        for (const auto &[mac, client] : present)
            clients += client;
        poll(clients);
    }

    /// Some join, some leave, some change.
    static void shake(std::map<quint64, WifiClient> &present, QRandomGenerator &random)
    {
        for (int i = 0; i < 25; ++i) {
            const quint64 mac = random.bounded(80U);
            const auto found = present.find(mac);
            if (found == present.end()) {
                present[mac] = clientOf(mac);
                continue;
            }
            switch (random.bounded(4)) {
            case 0:
                present.erase(found);
                break;
            case 1:
                found->second.signalDbm.reset();
                break;
            case 2:
                found->second.signalDbm = -30 - random.bounded(60);
                found->second.state
                    = random.bounded(2) ? ClientState::Authorized : ClientState::Waiting;
                break;
            default:
                found->second.name = u"Device %1"_s.arg(random.bounded(40));
            }
        }
    }

    QList<std::pair<QPersistentModelIndex, ClientKey>> hold() const
    {
        QList<std::pair<QPersistentModelIndex, ClientKey>> held;
        for (int row = 0; row < m_model->rowCount(); row += 3)
            held.append({m_model->index(row, row % Model::ColumnCount), m_model->keyAt(row)});
        return held;
    }

    /// A slow, plain sort of whom the filter lets through.
    void checkAgainstReference(
        int column, Qt::SortOrder order, ClientFilter::States states, const QString &search) const
    {
        ClientFilter filter;
        filter.states = states;
        std::vector<int> expected;
        for (int slot = 0; slot < m_directory->slotCount(); ++slot) {
            if (!m_directory->isUsed(slot))
                continue;
            const ClientRow &row = m_directory->row(slot);
            const QString text = row.client.name + u' ' + row.client.key.mac.toDigits();
            if (filter.holds(*m_directory, slot) && text.contains(search))
                expected.push_back(slot);
        }
        QCollator collator;
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        const auto before = [&](int a, int b) {
            const WifiClient &left = m_directory->row(a).client;
            const WifiClient &right = m_directory->row(b).client;
            int sign = 0;
            if (column == Model::SignalColumn) {
                if (left.signalDbm.has_value() != right.signalDbm.has_value())
                    return left.signalDbm.has_value();
                sign = left.signalDbm.value_or(0) - right.signalDbm.value_or(0);
            } else if (column == Model::DeviceColumn) {
                sign = collator.compare(left.name, right.name);
            } else {
                sign = left.key.mac < right.key.mac ? -1 : int(left.key.mac > right.key.mac);
            }
            if (sign == 0)
                return a < b;
            return (sign < 0) == (order == Qt::AscendingOrder);
        };
        std::ranges::sort(expected, before);
        QCOMPARE(m_model->rowCount(), int(expected.size()));
        for (size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(m_model->keyAt(int(i)), m_directory->row(expected[i]).client.key);
    }

    QList<quint64> macs() const
    {
        QList<quint64> result;
        for (int row = 0; row < m_model->rowCount(); ++row)
            result += m_model->keyAt(row).mac.bits();
        return result;
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ClientDirectory> m_directory;
    std::unique_ptr<Model> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestClientTableModel)
#include "tst_clienttablemodel.moc"
