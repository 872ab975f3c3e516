#include "drivers/pagedlist.h"

#include "drivers/jobanswer.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A controller's list that the test may change between pages.
class FakeList : public QObject
{
public:
    QStringList rows;
    qint64 mostPerPage = 10;
    int asked = 0;
    int inFlight = 0;
    int mostInFlight = 0;
    std::function<void(int asked)> beforeAnswer;

    Job<wire::Page<QString>> *fetch(qint64 offset)
    {
        ++asked;
        mostInFlight = std::max(mostInFlight, ++inFlight);
        auto *job = new Job<wire::Page<QString>>(this);
        QMetaObject::invokeMethod(
            this,
            [this, job, offset, number = asked] {
                --inFlight;
                if (beforeAnswer)
                    beforeAnswer(number);
                wire::Page<QString> page;
                page.offset = offset;
                page.limit = mostPerPage;
                page.total = rows.size();
                page.rows = rows.mid(offset, mostPerPage);
                page.count = page.rows.size();
                job->settle(page);
            },
            Qt::QueuedConnection);
        return job;
    }

    Result<WholeList<QString>> read(PagedListRules rules = {})
    {
        return answerOf(
            PagedList<QString>::read([this](int, qint64 offset) { return fetch(offset); },
                [](const QList<QString> &all, qsizetype at) { return qHash(all[at]); }, this,
                std::move(rules)));
    }
};

QStringList numbers(int count)
{
    QStringList rows;
    for (int i = 0; i < count; ++i)
        rows.append(QString::number(i));
    return rows;
}

} // namespace

class TestPagedList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowComesOnceInOrder_data();
    void everyRowComesOnceInOrder();
    void pagesAreAskedForSeveralAtATime();
    void aListThatIsKnownIsAskedForAtOnce();
    void aListThatWasOfAnotherLengthIsReadWhole_data();
    void aListThatWasOfAnotherLengthIsReadWhole();
    void aListThatChangesIsReadAnew();
    void aListThatKeepsChangingIsTakenAsIncomplete();
    void aRowThatMovedBetweenPagesIsNoticed();
    void aFailedPageFailsTheList();
    void wrongTotalsAreSurvived_data();
    void wrongTotalsAreSurvived();
    void cancellingEndsTheReading();
};

void TestPagedList::everyRowComesOnceInOrder_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("pages");
    QTest::newRow("none") << 0 << 1;
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("a full page") << 10 << 1;
    QTest::newRow("one more") << 11 << 2;
    QTest::newRow("many") << 995 << 100;
}

void TestPagedList::everyRowComesOnceInOrder()
{
    QFETCH(int, count);
    QFETCH(int, pages);
    FakeList list;
    list.rows = numbers(count);
    const auto answer = list.read();
    QVERIFY(answer.has_value());
    QVERIFY(answer->complete);
    QCOMPARE(answer->rows, list.rows);
    QCOMPARE(list.asked, pages);
}

void TestPagedList::pagesAreAskedForSeveralAtATime()
{
    FakeList list;
    list.rows = numbers(200);
    QVERIFY(list.read({.pagesInFlight = 4}).has_value());
    QCOMPARE(list.mostInFlight, 4);
}

void TestPagedList::aListThatIsKnownIsAskedForAtOnce()
{
    FakeList list;
    list.rows = numbers(95);
    const auto shape = std::make_shared<PagedListShape>();
    int inFlightAtFirstAnswer = 0;
    list.beforeAnswer = [&](int asked) {
        if (asked == 1)
            inFlightAtFirstAnswer = list.inFlight;
    };
    QVERIFY(list.read({.lastShape = shape}).has_value());
    QCOMPARE(inFlightAtFirstAnswer, 0);
    list.asked = 0;
    const auto answer = list.read({.lastShape = shape});
    QCOMPARE(inFlightAtFirstAnswer, 5);
    QVERIFY(answer && answer->complete);
    QCOMPARE(answer->rows, list.rows);
    QCOMPARE(list.asked, 10);
}

void TestPagedList::aListThatWasOfAnotherLengthIsReadWhole_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("now");
    QTest::addColumn<qint64>("pageSizeNow");
    QTest::newRow("grown") << 95 << 250 << qint64(10);
    QTest::newRow("shrunk by a page") << 95 << 85 << qint64(10);
    QTest::newRow("shrunk to a page") << 95 << 7 << qint64(10);
    QTest::newRow("empty") << 95 << 0 << qint64(10);
    QTest::newRow("smaller pages") << 95 << 95 << qint64(7);
    QTest::newRow("larger pages") << 95 << 95 << qint64(30);
}

void TestPagedList::aListThatWasOfAnotherLengthIsReadWhole()
{
    QFETCH(int, before);
    QFETCH(int, now);
    QFETCH(qint64, pageSizeNow);
    FakeList list;
    list.rows = numbers(before);
    const auto shape = std::make_shared<PagedListShape>();
    QVERIFY(list.read({.lastShape = shape}).has_value());
    list.rows = numbers(now);
    list.mostPerPage = pageSizeNow;
    const auto answer = list.read({.lastShape = shape});
    QVERIFY(answer && answer->complete);
    QCOMPARE(answer->rows, list.rows);
}

void TestPagedList::aListThatChangesIsReadAnew()
{
    FakeList list;
    list.rows = numbers(30);
    list.beforeAnswer = [&list](int asked) {
        if (asked == 3)
            list.rows.append(u"late"_s);
    };
    const auto answer = list.read();
    QVERIFY(answer.has_value());
    QVERIFY(answer->complete);
    QCOMPARE(answer->rows, list.rows);
}

void TestPagedList::aListThatKeepsChangingIsTakenAsIncomplete()
{
    FakeList list;
    list.rows = numbers(30);
    list.beforeAnswer = [&list](int asked) { list.rows.append(u"late %1"_s.arg(asked)); };
    const auto answer = list.read();
    QVERIFY(answer.has_value());
    QVERIFY(!answer->complete);
    QVERIFY(answer->rows.size() >= 30);
    QVERIFY(list.asked <= 3 * 4);
}

void TestPagedList::aRowThatMovedBetweenPagesIsNoticed()
{
    // One leaves the first page and one joins at the end: every total agrees, and a row is skipped.
    FakeList list;
    list.rows = numbers(20);
    list.beforeAnswer = [&list](int asked) {
        if (asked == 2) {
            list.rows.prepend(u"first"_s);
            list.rows.removeLast();
        }
    };
    const auto answer = list.read();
    QVERIFY(answer.has_value());
    QVERIFY(answer->complete);
    QCOMPARE(answer->rows, list.rows);
    QCOMPARE(list.asked, 4);
}

void TestPagedList::aFailedPageFailsTheList()
{
    FakeList list;
    list.rows = numbers(30);
    const auto answer = answerOf(PagedList<QString>::read(
        [&list](int index, qint64 offset) {
            return index == 2
                ? Job<wire::Page<QString>>::settled(fail(Failure::Kind::Busy, u"502"_s), &list)
                : list.fetch(offset);
        },
        [](const QList<QString> &all, qsizetype at) { return qHash(all[at]); }, &list));
    QCOMPARE(kindOf(answer), Failure::Kind::Busy);
}

void TestPagedList::wrongTotalsAreSurvived_data()
{
    QTest::addColumn<qint64>("total");
    QTest::addColumn<int>("rows");
    QTest::newRow("negative") << qint64(-1) << 2;
    QTest::newRow("too small") << qint64(1) << 2;
    QTest::newRow("rows that never come") << qint64(1'000'000'000'000) << 0;
    QTest::newRow("absurd") << qint64(1'000'000'000'000) << 2;
}

void TestPagedList::wrongTotalsAreSurvived()
{
    QFETCH(qint64, total);
    QFETCH(int, rows);
    int asked = 0;
    QObject owner;
    const auto answer = answerOf(PagedList<QString>::read(
        [&](int, qint64) {
            ++asked;
            return Job<wire::Page<QString>>::settled(
                wire::Page<QString>{0, 10, total, rows, numbers(rows)}, &owner);
        },
        [](const QList<QString> &all, qsizetype at) { return qHash(all[at]); }, &owner));
    QVERIFY(asked < 10);
    if (answer)
        QVERIFY(!answer->complete);
    else
        QCOMPARE(answer.error().kind, Failure::Kind::UnreadableReply);
}

void TestPagedList::cancellingEndsTheReading()
{
    FakeList list;
    list.rows = numbers(1000);
    auto *job = PagedList<QString>::read([&list](int, qint64 offset) { return list.fetch(offset); },
        [](const QList<QString> &all, qsizetype at) { return qHash(all[at]); }, &list);
    list.beforeAnswer = [job](int asked) {
        if (asked == 5)
            job->cancel();
    };
    QCOMPARE(kindOf(answerOf(job)), Failure::Kind::Cancelled);
    QVERIFY(list.asked < 20);
}

QTEST_GUILESS_MAIN(TestPagedList)
#include "tst_pagedlist.moc"
