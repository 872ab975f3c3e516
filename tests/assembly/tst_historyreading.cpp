#include "assembly/historyreading.h"

#include "assembly/historyfile.h"
#include "clients/fakes.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 20'000;
} // namespace

/// Asking the history without standing still.
class TestHistoryReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"history.db"_s);
        AuditIntent intent;
        intent.client = {u"c1"_s, u"s1"_s, MacAddress(7)};
        intent.time = QDateTime::currentDateTimeUtc();
        QVERIFY((*SqliteAuditLog::open(m_path))->begin(intent));
    }

    void listsWhatTheFileHolds()
    {
        HistoryReading reading(openerOf(m_path), m_other);
        HistoryFilter ofDevice;
        ofDevice.mac = MacAddress(7);
        QCOMPARE(answerTo(reading.list(ofDevice))->size(), 1);
        ofDevice.mac = MacAddress(8);
        QVERIFY(answerTo(reading.list(ofDevice))->isEmpty());
    }

    void theThreadThatAsksGoesOn()
    {
        QSemaphore opening;
        HistoryReading reading(openerBehind(opening), m_other);
        std::optional<QThread *> asked;
        reading
            .ask<QThread *>(
                [](const AuditLog &) -> Result<QThread *> { return QThread::currentThread(); })
            ->then(this, [&](const Result<QThread *> &thread) { asked = thread.value(); });
        bool isAlive = false;
        QTimer::singleShot(0, this, [&] { isAlive = true; });
        QTRY_VERIFY_WITH_TIMEOUT(isAlive, patience);
        QVERIFY(!asked);
        opening.release();
        QTRY_VERIFY_WITH_TIMEOUT(asked, patience);
        QVERIFY(*asked != QThread::currentThread());
    }

    void nobodyAsksWhatNobodyWaitsFor()
    {
        QSemaphore opening;
        HistoryReading reading(openerBehind(opening), m_other);
        std::atomic_int questions = 0;
        const auto ask = [&] {
            return reading.ask<Done>([&](const AuditLog &) {
                ++questions;
                return Result<Done>();
            });
        };
        std::ignore = ask();
        auto *unwanted = ask();
        auto *last = ask();
        unwanted->cancel();
        opening.release();
        QVERIFY(answerTo(last));
        QCOMPARE(questions.load(), 2);
    }

    void whatCannotBeOpenedIsTriedAgain()
    {
        bool isThere = false;
        HistoryReading reading(
            [&]() -> Result<std::unique_ptr<SqliteAuditLog>> {
                if (!isThere)
                    return fail(Failure::Kind::StorageFailed, u"not yet"_s);
                return openerOf(m_path)();
            },
            m_other);
        const auto failed = answerTo(reading.list({}));
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, Failure::Kind::StorageFailed);
        isThere = true;
        QCOMPARE(answerTo(reading.list({}))->size(), 1);
    }

    void withoutAFileTheLogIsRead()
    {
        HistoryReading reading({}, m_other);
        QVERIFY(m_other.begin({}));
        QCOMPARE(answerTo(reading.list({}))->size(), 1);
    }

private:
    HistoryOpener openerBehind(QSemaphore &opening)
    {
        return [&opening, open = openerOf(m_path)] {
            opening.acquire();
            return open();
        };
    }

    template <typename T>
    Result<T> answerTo(Job<T> *job)
    {
        std::optional<Result<T>> answer;
        job->then(this, [&](const Result<T> &given) { answer = given; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, patience))
            return fail(Failure::Kind::NoAnswer, u"no answer"_s);
        return *answer;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    FakeAudit m_other;
};

QTEST_GUILESS_MAIN(TestHistoryReading)
#include "tst_historyreading.moc"
