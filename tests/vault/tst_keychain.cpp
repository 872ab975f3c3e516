// Run by with-keyring.sh against a real gnome-keyring in a D-Bus session of its own.
#include "vault/keychainvault.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

template <typename T>
Result<T> outcome(Job<T> *job)
{
    std::optional<Result<T>> answer;
    QObject context;
    job->then(&context, [&](const Result<T> &result) { answer = result; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20000); }();
    return answer.value_or(fail(Failure::Kind::NoAnswer, u"the job never settled"_s));
}

Credentials secretOf(const QString &text)
{
    return {{CredentialKind::LocalAccount, u"jürgen"_s, Secret(text)},
        {CredentialKind::ApiKey, {}, Secret(u"key"_s)}};
}

QString output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString askBus(const QStringList &arguments)
{
    return output(u"dbus-send"_s, QStringList{u"--session"_s, u"--print-reply"_s} + arguments);
}

// Whoever asks another program for our items finds them under the names that people see.
QString itemAsOthersSeeIt(const QString &service, const QString &controllerId)
{
    return output(u"secret-tool"_s, {u"lookup"_s, u"server"_s, service, u"user"_s, controllerId});
}

pid_t keyringProcess()
{
    const QString reply = askBus({u"--dest=org.freedesktop.DBus"_s, u"/"_s,
        u"org.freedesktop.DBus.GetConnectionUnixProcessID"_s, u"string:org.freedesktop.secrets"_s});
    return QRegularExpression(u"uint32 (\\d+)"_s).match(reply).captured(1).toInt();
}

// Holds the keyring still, as one that waits for its password does.
class StoppedKeyring
{
public:
    StoppedKeyring()
        : m_process(keyringProcess())
    {
        if (m_process > 1)
            ::kill(m_process, SIGSTOP);
    }
    ~StoppedKeyring()
    {
        if (m_process > 1)
            ::kill(m_process, SIGCONT);
    }
    StoppedKeyring(const StoppedKeyring &) = delete;
    StoppedKeyring &operator=(const StoppedKeyring &) = delete;

    [[nodiscard]] bool isStopped() const { return m_process > 1; }

private:
    pid_t m_process;
};

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void givesBackWhatWasWritten()
    {
        KeychainVault vault;
        QVERIFY(vault.isPersistent());
        const auto written = outcome(vault.write(u"c1"_s, secretOf(u"пароль ünd 🔑"_s)));
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
        QVERIFY(outcome(vault.read(u"c1"_s)) == secretOf(u"пароль ünd 🔑"_s));
        QVERIFY(itemAsOthersSeeIt(u"Gatehouse"_s, u"c1"_s).contains(u"пароль ünd 🔑"_s));
        QVERIFY(outcome(KeychainVault().read(u"c1"_s)) == secretOf(u"пароль ünd 🔑"_s));
    }

    void keepsControllersAndServicesApart()
    {
        KeychainVault vault;
        KeychainVault other({.service = u"Gatehouse demo"_s});
        QVERIFY(outcome(vault.write(u"a"_s, secretOf(u"one"_s))));
        QVERIFY(outcome(vault.write(u"b"_s, secretOf(u"two"_s))));
        QVERIFY(outcome(other.write(u"a"_s, secretOf(u"three"_s))));
        QVERIFY(outcome(vault.read(u"a"_s)) == secretOf(u"one"_s));
        QVERIFY(outcome(vault.read(u"b"_s)) == secretOf(u"two"_s));
        QVERIFY(outcome(other.read(u"a"_s)) == secretOf(u"three"_s));
        QVERIFY(outcome(vault.write(u"a"_s, secretOf(u"changed"_s))));
        QVERIFY(outcome(vault.read(u"a"_s)) == secretOf(u"changed"_s));
    }

    void removesEvenWhatIsNotThere()
    {
        KeychainVault vault;
        QVERIFY(outcome(vault.write(u"gone"_s, secretOf(u"x"_s))));
        QVERIFY(outcome(vault.remove(u"gone"_s)));
        QVERIFY(itemAsOthersSeeIt(u"Gatehouse"_s, u"gone"_s).isEmpty());
        QVERIFY(outcome(vault.remove(u"gone"_s)));
        QCOMPARE(outcome(vault.read(u"gone"_s)).error().kind, Failure::Kind::NotFound);
    }

    void removesAnExpectedItem()
    {
        KeychainVault vault({.isExpected = [](const QString &) { return true; }});
        QVERIFY(outcome(vault.write(u"known"_s, secretOf(u"x"_s))));
        QVERIFY(outcome(vault.remove(u"known"_s)));
        QVERIFY(itemAsOthersSeeIt(u"Gatehouse"_s, u"known"_s).isEmpty());
        QCOMPARE(outcome(vault.remove(u"known"_s)).error().kind, Failure::Kind::KeychainLocked);
    }

    void writesNothingThatIsTooLarge()
    {
        KeychainVault vault;
        QVERIFY(outcome(vault.write(u"large"_s, secretOf(QString(2300, u'x')))));
        const auto refused = outcome(vault.write(u"large"_s, secretOf(QString(2500, u'y'))));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::InvalidInput);
        QVERIFY(outcome(vault.read(u"large"_s)) == secretOf(QString(2300, u'x')));
    }

    void answersManyQuestionsAskedAtOnce()
    {
        KeychainVault vault;
        int answers = 0;
        for (int i = 0; i < 20; ++i)
            vault.write(u"many%1"_s.arg(i), secretOf(QString::number(i)))
                ->then(this, [&](const auto &result) { answers += result ? 1 : 0; });
        QTRY_COMPARE_WITH_TIMEOUT(answers, 20, 20000);
        QVERIFY(outcome(vault.read(u"many19"_s)) == secretOf(u"19"_s));
    }

    void aCancelledQuestionLetsTheNextOnePass()
    {
        KeychainVault vault;
        QVERIFY(outcome(vault.write(u"c1"_s, secretOf(u"one"_s))));
        auto *underWay = vault.read(u"c1"_s);
        auto *waiting = vault.read(u"c1"_s);
        auto *last = vault.read(u"c1"_s);
        waiting->cancel();
        underWay->cancel();
        QVERIFY(outcome(last) == secretOf(u"one"_s));
    }

    void mayBeDestroyedWhileItWaits()
    {
        Job<Credentials> *job = nullptr;
        std::optional<Failure> failure;
        {
            KeychainVault vault;
            job = vault.read(u"c1"_s);
            job->then(this, [&](const auto &result) { failure = result.error(); });
            std::ignore = vault.read(u"c2"_s);
        }
        QTRY_VERIFY(failure);
        QCOMPARE(failure->kind, Failure::Kind::Cancelled);
    }

    void aKeyringThatDoesNotAnswerIsWaitedForAndThenGivenUp()
    {
        using namespace std::chrono_literals;
        KeychainVault vault({.hintAfter = 50ms, .giveUpAfter = 400ms});
        QVERIFY(outcome(vault.write(u"c1"_s, secretOf(u"one"_s))));
        QSignalSpy waiting(&vault, &KeychainVault::waitingForPerson);
        {
            const StoppedKeyring stopped;
            QVERIFY(stopped.isStopped());
            const auto refused = outcome(vault.read(u"c1"_s));
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, Failure::Kind::KeychainLocked);
        }
        QCOMPARE(waiting.size(), 2);
        QCOMPARE(waiting.at(0).at(0).toBool(), true);
        QCOMPARE(waiting.at(1).at(0).toBool(), false);
        KeychainVault patient;
        QVERIFY(outcome(patient.read(u"c1"_s)) == secretOf(u"one"_s));
    }

    // Last, for there is nobody to unlock it again.
    void aLockedKeyringIsNotTakenForAFirstUse()
    {
        QVERIFY(outcome(KeychainVault().write(u"c1"_s, secretOf(u"one"_s))));
        askBus({u"--dest=org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
            u"org.freedesktop.Secret.Service.Lock"_s,
            u"array:objpath:/org/freedesktop/secrets/collection/login"_s});
        KeychainVault vault({.isExpected = [](const QString &id) { return id == u"c1"; }});
        QCOMPARE(outcome(vault.read(u"c1"_s)).error().kind, Failure::Kind::KeychainLocked);
        QCOMPARE(outcome(vault.read(u"new"_s)).error().kind, Failure::Kind::NotFound);
        const auto removed = outcome(vault.remove(u"c1"_s));
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, Failure::Kind::KeychainLocked);
        const auto written = outcome(vault.write(u"c1"_s, secretOf(u"two"_s)));
        QVERIFY(!written);
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
