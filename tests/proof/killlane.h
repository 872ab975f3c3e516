#pragma once

#include "cli/programs.h"
#include "proof/killledger.h"

#include <memory>
#include <random>

/// One controller of one generation, and programs that are killed while they act on it, one after
/// the other.
class KillLane
{
public:
    /// How to speak to it, and what it can be asked.
    struct Way
    {
        QString generation;
        QString version;
        QString account; ///< user, clientId or apiKey
        bool byRedirect = false; ///< lets in only whose browser brought its redirect
        QStringList minutes; ///< the option, where it takes a duration
        bool cancels = true; ///< and extends
        bool listsSites = true;
        QStringList faults; ///< of the controller
    };

    KillLane(Way way, unsigned seed);

    /// The error is a sentence; empty when the controller is there.
    [[nodiscard]] QString begin(int kills);

    void killOnce(); ///< starts programs until one was killed
    [[nodiscard]] int kills() const { return m_figures.kills; }

    /// Settles what is open, verifies and compares.
    [[nodiscard]] KillFigures end();

    [[nodiscard]] QString title() const { return m_way.generation + u' ' + m_way.version; }

private:
    struct Device
    {
        QString mac;
        QString redirect;
        qint64 usedAtMs = 0;
    };

    [[nodiscard]] Device &someDevice();
    [[nodiscard]] QStringList someAction(const Device &device);
    [[nodiscard]] bool isKilled(const QStringList &arguments);
    void awaitSomeInstant(QProcess &program);
    [[nodiscard]] qint64 newestRecord() const;
    void leaveAlone(const QStringList &arguments);
    void look(bool killed);
    [[nodiscard]] QStringList secret() const;
    [[nodiscard]] double random() { return double(m_random()) / double(m_random.max()); }

    Way m_way;
    std::mt19937 m_random;
    std::unique_ptr<SimulatorProcess> m_simulator;
    std::unique_ptr<Cli> m_cli;
    QString m_log;
    QList<Device> m_devices;
    QString m_site;
    QSet<qint64> m_leftOpen;
    qint64 m_newest = 0; ///< record
    double m_usualMs = 0; ///< how long a program takes that is left alone; 0: not known yet
    KillFigures m_figures;
};

/// Every generation.
[[nodiscard]] QList<KillLane::Way> killWays();
