#include "core/bytepool.h"

#include <QTest>

#include <algorithm>
#include <span>
#include <vector>

class TestBytePool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOfEverySizeKeepTheirBytesWhileOthersComeAndGo()
    {
        struct Run
        {
            char *bytes;
            size_t size;
            char filling;
        };
        BytePool pool;
        std::vector<Run> runs;
        const auto add = [&](size_t size) {
            const auto filling = char(runs.size() % 251);
            runs.push_back({pool.take(size), size, filling});
            std::ranges::fill(std::span(runs.back().bytes, size), filling);
        };
        for (size_t size = 1; size <= 5000; ++size)
            add(size);
        for (size_t i = 0; i < runs.size(); i += 2) { // every other one makes room
            pool.giveBack(runs[i].bytes, runs[i].size);
            runs[i].size = 0;
        }
        for (size_t size = 5000; size > 0; --size)
            add(size);
        for (const Run &run : runs) {
            QVERIFY(quintptr(run.bytes) % 8 == 0);
            QVERIFY(std::ranges::all_of(
                std::span(run.bytes, run.size), [&](char byte) { return byte == run.filling; }));
        }
    }

    void whatWasGivenBackServesTheNextOfItsSize()
    {
        BytePool pool;
        char *first = pool.take(113);
        char *second = pool.take(113);
        QVERIFY(first != second);
        pool.giveBack(first, 113);
        QVERIFY(pool.take(200) != first);
        QCOMPARE(pool.take(120), first); // both are of the size that ends at 120
    }
};

QTEST_GUILESS_MAIN(TestBytePool)
#include "tst_bytepool.moc"
