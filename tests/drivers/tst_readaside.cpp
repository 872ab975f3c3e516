#include "drivers/readaside.h"

#include "drivers/jobanswer.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

namespace {

HttpReply replyOf(qsizetype bytes)
{
    HttpReply reply;
    reply.status = 200;
    reply.body = QByteArray(bytes, 'x');
    return reply;
}

constexpr qsizetype longBody = 1024 * 1024;

/// How long the body is, and who read it.
struct Reading
{
    qsizetype bytes;
    QThread *thread;
};

Result<Reading> readBody(const HttpReply &reply)
{
    return Reading{reply.body.size(), QThread::currentThread()};
}

} // namespace

class TestReadAside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShortReplyIsReadHere()
    {
        const auto reading
            = answerOf(readingOf<Reading>(Job<HttpReply>::settled(replyOf(100)), readBody, this));
        QCOMPARE(reading->bytes, 100);
        QCOMPARE(reading->thread, QThread::currentThread());
    }

    void aLongReplyIsReadElsewhereAndToldHere()
    {
        auto *job = readingOf<Reading>(Job<HttpReply>::settled(replyOf(longBody)), readBody, this);
        std::optional<Reading> reading;
        QThread *toldOn = nullptr;
        job->then(this, [&](const Result<Reading> &answer) {
            reading = *answer;
            toldOn = QThread::currentThread();
        });
        QTRY_VERIFY(reading);
        QCOMPARE(reading->bytes, longBody);
        QVERIFY(reading->thread != QThread::currentThread());
        QCOMPARE(toldOn, QThread::currentThread());
    }

    void aFailureReachesTheAskerUnread()
    {
        int reads = 0;
        const auto counting = [&reads](const HttpReply &reply) {
            ++reads;
            return readBody(reply);
        };
        const Result<HttpReply> failure = fail(Failure::Kind::NoAnswer, QStringLiteral("silence"));
        const auto answer
            = answerOf(readingOf<Reading>(Job<HttpReply>::settled(failure), counting, this));
        QCOMPARE(kindOf(answer), Failure::Kind::NoAnswer);
        QCOMPARE(reads, 0);
    }

    /// Also when it is the driver, its parent, that goes.
    void theJobMayGoWhileItsReplyIsRead()
    {
        auto *driver = new QObject;
        auto *job = new Job<int>(driver);
        QList<Failure::Kind> told;
        job->then(this, [&](const Result<int> &answer) { told << answer.error().kind; });
        whileWorking(job, [driver] { delete driver; });
        QTRY_COMPARE(told, QList{Failure::Kind::Cancelled});
        QVERIFY(waitForPool());
        QCOMPARE(told.size(), 1);
    }

    void aCancelledJobIsToldOnce()
    {
        auto *job = new Job<int>(this);
        QList<Failure::Kind> told;
        job->then(this, [&](const Result<int> &answer) { told << answer.error().kind; });
        whileWorking(job, [job] { job->cancel(); });
        QVERIFY(waitForPool());
        QCOMPARE(told, QList{Failure::Kind::Cancelled});
    }

    void cancellingReachesTheRequest()
    {
        auto *sent = new Job<HttpReply>(this);
        const QSignalSpy told(sent, &JobBase::cancelled);
        readingOf<Reading>(sent, readBody, this)->cancel();
        QCOMPARE(told.count(), 1);
    }

    void manyAreReadAtOnce()
    {
        qsizetype bytes = 0;
        for (int i = 0; i < 50; ++i) {
            const HttpReply reply = replyOf(longBody + i);
            auto *job = readingOf<Reading>(Job<HttpReply>::settled(reply), readBody, this);
            job->then(this, [&bytes](const Result<Reading> &answer) { bytes += answer->bytes; });
        }
        QTRY_COMPARE(bytes, 50 * longBody + 49 * 50 / 2);
    }

private:
    /// Runs happens on this thread while another one works for job.
    template <typename Happens>
    static void whileWorking(Job<int> *job, Happens happens)
    {
        auto begun = std::make_shared<QSemaphore>();
        auto mayEnd = std::make_shared<QSemaphore>();
        settleAside(job, [begun, mayEnd] {
            begun->release();
            mayEnd->acquire();
            return 7;
        });
        begun->acquire();
        happens();
        mayEnd->release();
    }

    /// Until all work is done and what it posted has been delivered.
    static bool waitForPool()
    {
        const bool done = QThreadPool::globalInstance()->waitForDone(10'000);
        QCoreApplication::processEvents();
        return done;
    }
};

QTEST_GUILESS_MAIN(TestReadAside)
#include "tst_readaside.moc"
