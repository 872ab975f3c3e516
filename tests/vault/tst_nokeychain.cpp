// Run by with-keyring.sh where no secret service can be reached.
#include "vault/keychainvault.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

template <typename T>
std::optional<Failure> failureOf(Job<T> *job)
{
    std::optional<Result<T>> answer;
    QObject context;
    job->then(&context, [&](const Result<T> &result) { answer = result; });
    [&] { QTRY_VERIFY(answer.has_value()); }();
    return answer && !*answer ? std::optional(answer->error()) : std::nullopt;
}

} // namespace

class TestNoKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingWritingAndRemovingSayAtOnceThatThereIsNone()
    {
        KeychainVault vault({.isExpected = [](const QString &) { return true; }});
        QSignalSpy waiting(&vault, &KeychainVault::waitingForPerson);
        QElapsedTimer timer;
        timer.start();
        const Credentials credentials{{CredentialKind::ApiKey, {}, Secret(u"marker-secret"_s)}};
        for (const auto &failure : {failureOf(vault.read(u"c1"_s)),
                 failureOf(vault.write(u"c1"_s, credentials)), failureOf(vault.remove(u"c1"_s))}) {
            QVERIFY(failure);
            QVERIFY2(failure->kind == Failure::Kind::KeychainMissing, qPrintable(failure->detail));
            QVERIFY(!failure->detail.isEmpty());
            QVERIFY(!failure->detail.contains(u"marker-secret"_s));
        }
        QVERIFY(timer.elapsed() < 1500);
        QVERIFY(waiting.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNoKeychain)
#include "tst_nokeychain.moc"
