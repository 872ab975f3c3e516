#pragma once

#include "assembly/simulatedgatehouse.h"
#include "clients/actionrun.h"
#include "proof/mainthreadgap.h"

#include <QProcess>

/// A controller with the credentials by which it is used.
struct Way
{
    const char *word;
    const char *generation;
    const char *version;
    SimulatedGatehouse::Keys keys;
};
[[nodiscard]] std::span<const Way> allWays();

struct Trouble;

/// What the controller itself knows of a client, asked past its protocol.
struct Truth
{
    bool authorized = false;
    std::optional<QDateTime> until; ///< UTC, in its clock
    bool blocked = false;
    QDateTime now; ///< UTC, its clock
};

/// One action that was tried while something went wrong.
struct Trial
{
    AuditAction action = AuditAction::Authorize;
    bool prepared = false; ///< false: the client could not be brought into the state for it
    std::optional<ActionReport> report; ///< absent: the run did not end
    std::optional<AuditRecord> record; ///< as another program reads it in the history afterwards
    ChainVerdict history; ///< likewise
    qint64 begun = 0; ///< how many records the history must hold
    Truth before;
    Truth after;
    QList<QJsonObject> requests; ///< the simulator's log of this run
    std::chrono::milliseconds longestGap{0}; ///< of the main thread
};

/// One simulated controller, and actions against it through the real driver and a real history.
class ProofBench
{
public:
    explicit ProofBench(const Way &way);
    ~ProofBench();

    /// Does it to a guest of its own, who is brought into the state for it before.
    [[nodiscard]] Trial tryOut(AuditAction action, const Trouble &trouble);

    // What troubles are made of. None of it counts as a gap of the main thread.
    void addFault(const QString &fault);
    void clearFaults();
    void changeCertificate();
    /// Files cannot grow any more, as on a full disk.
    void fillDisk(bool full);
    /// Another process writes to the history, for so long.
    void holdHistory(std::chrono::milliseconds duration);
    void releaseHistory();

private:
    struct Device
    {
        ClientKey key;
        std::optional<CapturedRedirect> redirect;
    };

    [[nodiscard]] bool connectDriver();
    [[nodiscard]] Device newDevice();
    [[nodiscard]] bool prepare(AuditAction action, const Device &device);
    [[nodiscard]] std::optional<ActionReport> run(
        AuditAction action, const Device &device, const Trouble &trouble);
    [[nodiscard]] ActionRequest requestFor(AuditAction action, const Device &device) const;
    [[nodiscard]] Truth truthOf(const ClientKey &key);
    [[nodiscard]] QString historyFile() const;
    void readHistory(Trial &trial) const;
    void with(const std::function<void(Simulator &)> &work);

    SimulatedGatehouse m_premises;
    std::unique_ptr<ControllerDriver> m_driver;
    QString m_siteId;
    MainThreadGap m_gap;
    QProcess m_holder;
    qint64 m_begun = 0;
};
