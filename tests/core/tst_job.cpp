#include "core/job.h"

#include <QSignalSpy>
#include <QTest>

class TestJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersFromTheEventLoopAndThenDeletesItself()
    {
        QPointer<Job<int>> job = Job<int>::settled(7);
        int got = 0;
        job->then(this, [&](const Result<int> &answer) { got = answer.value(); });
        QCOMPARE(got, 0);
        QTRY_COMPARE(got, 7);
        QTRY_VERIFY(!job);
    }

    void theFirstAnswerCounts()
    {
        auto *job = new Job<int>(this);
        QList<int> got;
        job->then(this, [&](const Result<int> &answer) { got.append(answer.value()); });
        job->settle(1);
        job->settle(2);
        QTRY_COMPARE(got, QList<int>{1});
        QCoreApplication::processEvents();
        QCOMPARE(got.size(), 1);
    }

    void cancellingSettlesAndTellsTheWorker()
    {
        auto *job = new Job<int>(this);
        QSignalSpy told(job, &JobBase::cancelled);
        std::optional<Failure::Kind> kind;
        job->then(this, [&](const Result<int> &answer) { kind = answer.error().kind; });
        job->cancel();
        QCOMPARE(told.count(), 1);
        QTRY_COMPARE(kind, Failure::Kind::Cancelled);
    }

    void aJobThatIsDroppedCountsAsCancelled()
    {
        auto *job = new Job<int>(this);
        std::optional<Failure::Kind> kind;
        job->then(this, [&](const Result<int> &answer) { kind = answer.error().kind; });
        delete job;
        QTRY_COMPARE(kind, Failure::Kind::Cancelled);
    }

    void nobodyIsCalledWhoIsGone()
    {
        auto *job = new Job<int>(this);
        bool called = false;
        auto *context = new QObject;
        job->then(context, [&](const Result<int> &) { called = true; });
        delete context;
        QSignalSpy gone(job, &QObject::destroyed);
        job->settle(1);
        QTRY_COMPARE(gone.count(), 1);
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
