#pragma once

#include "core/vault.h"

#include <QList>

#include <chrono>
#include <functional>

class KeychainCall;
namespace QKeychain {
class Job;
}

struct KeychainOptions
{
    QString service
        = QStringLiteral("Gatehouse"); ///< the name under which the person finds our items

    /// After this long a person is probably being asked for the keychain's password.
    std::chrono::milliseconds hintAfter{1500};

    /// After this long without an answer the job ends as KeychainLocked.
    std::chrono::milliseconds giveUpAfter{60'000};

    /// Whether the profile says that we wrote an item for this controller. Then "no such item" is
    /// KeychainLocked ("locked or gone") and never taken for a first use. Absent: nothing is
    /// expected.
    std::function<bool(const QString &controllerId)> isExpected = {};
};

/// The keychain of the operating system: Secret Service or KWallet, macOS Keychain, Windows
/// Credential Manager. One item per controller, below 2500 bytes (else InvalidInput, and nothing is
/// written). Asks one question at a time, so that a person sees one prompt; caches nothing. There
/// is no insecure fallback: whoever gets KeychainMissing asks the person.
///
/// Removing an expected item that cannot be found is KeychainLocked as well: it may still lie in a
/// locked ring.
class KeychainVault final : public CredentialVault
{
    Q_OBJECT

public:
    explicit KeychainVault(KeychainOptions options = {}, QObject *parent = nullptr);

    [[nodiscard]] Job<Credentials> *read(const QString &controllerId) override;
    [[nodiscard]] Job<Done> *write(
        const QString &controllerId, const Credentials &credentials) override;
    [[nodiscard]] Job<Done> *remove(const QString &controllerId) override;
    [[nodiscard]] bool isPersistent() const override { return true; }

private:
    [[nodiscard]] Job<Done> *removeItem(const QString &controllerId);
    template <typename T>
    [[nodiscard]] Job<T> *ask(QKeychain::Job *question, const QString &controllerId,
        std::function<Result<T>(QKeychain::Job *)> read);
    [[nodiscard]] bool isExpected(const QString &controllerId) const;
    [[nodiscard]] Failure failureOf(const QKeychain::Job *question) const;
    void enqueue(KeychainCall *call);
    void dequeue(KeychainCall *call);

    KeychainOptions m_options;
    QList<KeychainCall *> m_calls; ///< the first one is under way
};
