#include "vault/keychainvault.h"

#include "vault/credentialitem.h"
#include "vault/keychaincall.h"
#include "vault/keychainfailure.h"

using namespace Qt::StringLiterals;

KeychainVault::KeychainVault(KeychainOptions options, QObject *parent)
    : CredentialVault(parent)
    , m_options(std::move(options))
{
}

Job<Credentials> *KeychainVault::read(const QString &controllerId)
{
    auto *question = new QKeychain::ReadPasswordJob(m_options.service);
    return ask<Credentials>(
        question, controllerId, [this, question](QKeychain::Job *answer) -> Result<Credentials> {
            if (answer->error() != QKeychain::NoError)
                return fail(failureOf(answer));
            return credentialsOf(question->textData());
        });
}

Job<Done> *KeychainVault::write(const QString &controllerId, const Credentials &credentials)
{
    const auto item = itemOf(credentials);
    if (!item)
        return Job<Done>::settled(fail(item.error()), this);
    auto *question = new QKeychain::WritePasswordJob(m_options.service);
    question->setTextData(*item);
    return ask<Done>(question, controllerId, [this](QKeychain::Job *answer) -> Result<Done> {
        if (answer->error() != QKeychain::NoError)
            return fail(failureOf(answer));
        return Done{};
    });
}

// QtKeychain 0.13.2 calls it a success when nothing was removed from a locked ring, so an item that
// must be there is looked at first.
Job<Done> *KeychainVault::remove(const QString &controllerId)
{
    if (!isExpected(controllerId))
        return removeItem(controllerId);
    auto *job = new Job<Done>(this);
    auto *look = read(controllerId);
    connect(job, &JobBase::cancelled, look, &JobBase::cancel);
    look->then(job, [this, job, controllerId](const Result<Credentials> &found) {
        const bool isReachable = found || found.error().kind == Failure::Kind::KeychainRefused;
        if (!isReachable)
            return job->settle(fail(found.error()));
        removeItem(controllerId)->then(job, [job](const Result<Done> &removed) {
            job->settle(removed);
        });
    });
    return job;
}

Job<Done> *KeychainVault::removeItem(const QString &controllerId)
{
    auto *question = new QKeychain::DeletePasswordJob(m_options.service);
    return ask<Done>(question, controllerId, [this](QKeychain::Job *answer) -> Result<Done> {
        if (answer->error() == QKeychain::NoError)
            return Done{};
        const Failure failure = failureOf(answer);
        if (failure.kind == Failure::Kind::NotFound)
            return Done{};
        return fail(failure);
    });
}

template <typename T>
Job<T> *KeychainVault::ask(QKeychain::Job *question, const QString &controllerId,
    std::function<Result<T>(QKeychain::Job *)> read)
{
    question->setInsecureFallback(false);
    question->setKey(controllerId);
    auto *call = new KeychainCall(question, m_options.hintAfter, m_options.giveUpAfter, this);
    auto *job = new Job<T>(this);
    connect(call, &KeychainCall::answered, job,
        [job, read = std::move(read)](QKeychain::Job *answer) { job->settle(read(answer)); });
    connect(call, &KeychainCall::gaveUp, job, [job] {
        job->settle(fail(Failure::Kind::KeychainLocked, u"the keychain did not answer in time"_s));
    });
    connect(job, &JobBase::cancelled, call, &KeychainCall::abandon);
    enqueue(call);
    return job;
}

bool KeychainVault::isExpected(const QString &controllerId) const
{
    return m_options.isExpected && m_options.isExpected(controllerId);
}

Failure KeychainVault::failureOf(const QKeychain::Job *question) const
{
    return keychainFailure(question->error(), question->errorString(), isExpected(question->key()));
}

void KeychainVault::enqueue(KeychainCall *call)
{
    connect(call, &KeychainCall::waiting, this, &KeychainVault::waitingForPerson);
    connect(call, &KeychainCall::ended, this, [this, call] { dequeue(call); });
    m_calls += call;
    if (m_calls.size() == 1)
        call->start();
}

void KeychainVault::dequeue(KeychainCall *call)
{
    const bool wasUnderWay = m_calls.first() == call;
    m_calls.removeOne(call);
    call->deleteLater();
    if (wasUnderWay && !m_calls.isEmpty())
        m_calls.first()->start();
}
