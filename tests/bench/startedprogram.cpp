#include "bench/startedprogram.h"

#include <QElapsedTimer>
#include <QFile>

#include <csignal>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <vector>

namespace {

double residentMegabytes(pid_t process)
{
    QFile file(QStringLiteral("/proc/%1/statm").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const double pages = file.readAll().split(' ').value(1).toDouble();
    return pages * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

pid_t spawn(const QByteArrayList &command, int output)
{
    std::vector<char *> arguments;
    for (const QByteArray &argument : command)
        arguments.push_back(const_cast<char *>(argument.constData()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    pid_t process = 0;
    const int failed
        = posix_spawn(&process, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? process : 0;
}

} // namespace

StartedProgram startAndKill(const QByteArrayList &command)
{
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        return {};
    StartedProgram started;
    QElapsedTimer timer;
    timer.start();
    const pid_t process = spawn(command, ends[1]);
    close(ends[1]);
    std::array<char, 64> line{};
    if (process != 0 && read(ends[0], line.data(), line.size()) > 0) {
        started.firstFrame = double(timer.nsecsElapsed()) / 1e6;
        kill(process, SIGSTOP);
        started.resident = residentMegabytes(process);
    }
    close(ends[0]);
    if (process != 0) {
        kill(process, SIGKILL);
        waitpid(process, nullptr, 0);
    }
    return started;
}
