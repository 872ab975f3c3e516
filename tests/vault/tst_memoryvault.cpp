#include "vault/memoryvault.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

template <typename T>
Result<T> outcome(Job<T> *job)
{
    std::optional<Result<T>> answer;
    QObject context;
    job->then(&context, [&](const Result<T> &result) { answer = result; });
    [&] { QTRY_VERIFY(answer.has_value()); }();
    return answer.value_or(fail(Failure::Kind::NoAnswer, u"the job never settled"_s));
}

const Credentials sample{{CredentialKind::LocalAccount, u"admin"_s, Secret(u"geheim"_s)}};

} // namespace

class TestMemoryVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void givesBackWhatWasWritten()
    {
        MemoryVault vault;
        QVERIFY(outcome(vault.write(u"c1"_s, sample)));
        const auto read = outcome(vault.read(u"c1"_s));
        QVERIFY(read);
        QVERIFY(*read == sample);
        QCOMPARE(outcome(vault.read(u"c2"_s)).error().kind, Failure::Kind::NotFound);
    }

    void removesEvenWhatIsNotThere()
    {
        MemoryVault vault;
        QVERIFY(outcome(vault.write(u"c1"_s, sample)));
        QVERIFY(outcome(vault.remove(u"c1"_s)));
        QVERIFY(outcome(vault.remove(u"c1"_s)));
        QCOMPARE(outcome(vault.read(u"c1"_s)).error().kind, Failure::Kind::NotFound);
    }

    void saysThatItForgets()
    {
        QVERIFY(!MemoryVault().isPersistent());
        MemoryVault first;
        QVERIFY(outcome(first.write(u"c1"_s, sample)));
        MemoryVault second;
        QCOMPARE(outcome(second.read(u"c1"_s)).error().kind, Failure::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestMemoryVault)
#include "tst_memoryvault.moc"
