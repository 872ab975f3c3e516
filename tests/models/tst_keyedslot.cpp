#include "ui/models/keyedslot.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <limits>
#include <random>

namespace {

constexpr quint64 largest = std::numeric_limits<quint64>::max();

using Keys = std::function<quint64(std::mt19937_64 &)>;

} // namespace

/// The order of a table's rows is that of a plain sort by key and slot.
class TestKeyedSlot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThatOfAPlainSort_data();
    void isThatOfAPlainSort();
};

void TestKeyedSlot::isThatOfAPlainSort_data()
{
    QTest::addColumn<Keys>("keys");
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("slotsAscend");

    const std::vector<std::pair<QByteArray, Keys>> kinds{
        {"all bits", [](auto &dice) { return dice(); }},
        {"few values", [](auto &dice) { return 100'000 - dice() % 40; }},
        {"one value", [](auto &) { return quint64(7); }},
        {"high and low bits", [](auto &dice) { return (dice() % 5) << 56 | dice() % 3000; }},
        {"some largest", [](auto &dice) { return dice() % 3 != 0 ? dice() >> 20 : largest; }},
        {"all largest", [](auto &) { return largest; }},
    };
    for (const auto &[name, keys] : kinds)
        for (const int count : {0, 1, 100, 5000, 100'000})
            for (const bool ascend : {true, false})
                QTest::addRow("%s, %d, %s", name.constData(), count, ascend ? "in order" : "mixed")
                    << keys << count << ascend;
}

void TestKeyedSlot::isThatOfAPlainSort()
{
    QFETCH(const Keys, keys);
    QFETCH(const int, count);
    QFETCH(const bool, slotsAscend);

    std::mt19937_64 dice(17);
    std::vector<KeyedSlot> rows;
    rows.reserve(size_t(count));
    for (int slot = 0; slot < count; ++slot)
        rows.push_back({keys(dice), slot * 3});
    if (!slotsAscend)
        std::ranges::shuffle(rows, dice);
    std::vector<KeyedSlot> plain = rows;
    std::ranges::sort(plain);

    sortKeyedSlots(rows);

    QVERIFY(rows == plain);
}

QTEST_GUILESS_MAIN(TestKeyedSlot)
#include "tst_keyedslot.moc"
