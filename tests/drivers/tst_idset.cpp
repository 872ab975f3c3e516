#include "drivers/idset.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

class TestIdSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysOfEachIdWhetherItIsTheFirst()
    {
        QRandomGenerator random(5);
        IdSet ids;
        std::set<size_t> expected;
        for (int i = 0; i < 20'000; ++i) { // of half as many: about half of them come again
            const auto id = size_t(random.bounded(10'000)) << (i % 2 ? 0 : 40);
            QCOMPARE(ids.insert(id), expected.insert(id).second);
        }
    }

    void anEmptiedSetKnowsNobody()
    {
        IdSet ids;
        for (const size_t id : {0, 1, 2})
            QVERIFY(ids.insert(id));
        ids.clear();
        for (const size_t id : {0, 1, 2})
            QVERIFY(ids.insert(id));
        for (const size_t id : {0, 1, 2})
            QVERIFY(!ids.insert(id));
    }
};

QTEST_GUILESS_MAIN(TestIdSet)
#include "tst_idset.moc"
