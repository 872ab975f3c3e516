#pragma once

#include "assembly/gatehouse.h"
#include "cli/console.h"
#include "cli/exitcode.h"
#include "cli/invocation.h"

#include <QObject>

/// One command under way. Emits finished() once.
class Command : public QObject
{
    Q_OBJECT

public:
    Command(Gatehouse &gatehouse, Invocation call, Console &console)
        : m_gatehouse(gatehouse)
        , m_call(std::move(call))
        , m_console(console)
    {
    }

    virtual void start() = 0;

Q_SIGNALS:
    void finished(ExitCode code);

protected:
    void end(ExitCode code) { Q_EMIT finished(code); }
    void endWith(const Failure &failure) { Q_EMIT finished(m_console.say(failure)); }

    Gatehouse &m_gatehouse;
    const Invocation m_call;
    Console &m_console;
};

/// The command that a call names; null for a command that does not exist.
[[nodiscard]] std::unique_ptr<Command> makeCommand(
    Gatehouse &gatehouse, const Invocation &call, Console &console);
