#include "vault/keychaincall.h"

#include "vault/keychainfailure.h"

KeychainCall::KeychainCall(QKeychain::Job *job, std::chrono::milliseconds hintAfter,
    std::chrono::milliseconds giveUpAfter, QObject *parent)
    : QObject(parent)
    , m_job(job)
{
    m_hint.setSingleShot(true);
    m_hint.setInterval(hintAfter);
    m_limit.setSingleShot(true);
    m_limit.setInterval(giveUpAfter);
    connect(&m_hint, &QTimer::timeout, this, [this] {
        m_isWaiting = true;
        Q_EMIT waiting(true);
    });
    connect(&m_limit, &QTimer::timeout, this, [this] {
        Q_EMIT gaveUp();
        end();
    });
    connect(m_job, &QKeychain::Job::finished, this, [this](QKeychain::Job *finished) {
        if (m_hasEnded)
            return;
        Q_EMIT answered(finished);
        end();
    });
}

KeychainCall::~KeychainCall()
{
    if (!m_isStarted)
        delete m_job;
}

void KeychainCall::start()
{
    m_isStarted = true;
    m_hint.start();
    m_limit.start();
    m_job->start();
}

void KeychainCall::abandon()
{
    if (!m_hasEnded)
        end();
}

void KeychainCall::end()
{
    m_hasEnded = true;
    m_hint.stop();
    m_limit.stop();
    if (m_isWaiting)
        Q_EMIT waiting(false);
    Q_EMIT ended();
}
