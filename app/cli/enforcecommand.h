#pragma once

#include "cli/command.h"
#include "cli/enforceround.h"
#include "cli/interruption.h"
#include "store/sessiontable.h"

#include <QJsonArray>
#include <QMap>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <map>

/// enforce: reads an operator's session table and cancels, of each login on more devices than it
/// may have, all but the newest. Remembers nothing between two rounds: what the database and the
/// controllers say decides each time. With --watch it survives that either is away; a refused
/// password ends it.
class EnforceCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    [[nodiscard]] Result<Done> readCall();
    [[nodiscard]] Result<Done> readControllers();
    void round();
    void nextController();
    void open(const QString &name);
    void enforce(const QString &name);
    void controllerEnded(const QString &name, const std::optional<Failure> &failure);
    void tableFailed(const SessionFault &fault);
    void nameBadRows(const QList<BadSessionRow> &rows);
    void wouldCancel(const QString &controller, const SurplusSession &surplus, const Site &site);
    void show(const QString &controller, const ActionReport &report, const SurplusSession &surplus,
        const Site &site);
    void nameTie(const SurplusSession &surplus);
    void endRound();
    void print();
    void pause();
    void interrupt();
    void sayOnce(const QString &source, const QString &sentence);
    void answersAgain(const QString &source, const QString &sentence);

    SessionAddress m_address;
    Secret m_password;
    int m_devices = 1;
    std::chrono::seconds m_every{5};
    bool m_isWatching = false;
    QStringList m_controllers;
    std::map<QString, std::unique_ptr<ControllerSession>> m_sessions; ///< open ones, by name

    // This round.
    QStringList m_waiting; ///< controllers that have not had their turn
    QList<SurplusSession> m_surplus;
    QPointer<EnforceRound> m_round;
    QJsonObject m_told;
    QJsonArray m_done;
    ExitCode m_worst = ExitCode::Success;
    bool m_hadTrouble = false;
    std::chrono::seconds m_askedToWait{0};

    // From round to round, for what is said only.
    QSet<QString> m_away; ///< sources of which it was said
    QList<BadSessionRow> m_namedRows;
    std::chrono::seconds m_pauseLength{0};
    QTimer m_pause;
    std::unique_ptr<Interruption> m_interruption;
    bool m_isStopping = false;
};
