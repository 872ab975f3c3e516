#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace QKeychain {
class Job;
}

/// One QtKeychain job with a limit to our patience, for those have none: a keyring that asks for
/// its password and gets no answer keeps the job waiting for ever. Ends once; a job that was given
/// up is left to finish unheard, because it must not be destroyed while the keyring still has it.
class KeychainCall final : public QObject
{
    Q_OBJECT

public:
    /// Owns the job until it is started.
    KeychainCall(QKeychain::Job *job, std::chrono::milliseconds hintAfter,
        std::chrono::milliseconds giveUpAfter, QObject *parent);
    ~KeychainCall() override;

    void start();
    void abandon(); ///< nobody wants the answer any more

Q_SIGNALS:
    void waiting(bool isWaiting); ///< it takes so long that a person is probably being asked
    void answered(QKeychain::Job *job);
    void gaveUp();
    void ended(); ///< last, after any of the above

private:
    void end();

    QKeychain::Job *m_job;
    QTimer m_hint;
    QTimer m_limit;
    bool m_isStarted = false;
    bool m_isWaiting = false;
    bool m_hasEnded = false;
};
