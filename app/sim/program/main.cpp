#include "sim/program/commandline.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>

#include <csignal>
#include <cstdio>

namespace {

constexpr int exitUsage = 2;

volatile std::sig_atomic_t stopAsked = 0;

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

/// A signal handler may do next to nothing, so it leaves a mark and the event loop looks for it.
void stopOnSignal(QCoreApplication &application)
{
    for (const int signal : {SIGTERM, SIGINT})
        std::signal(signal, [](int) { stopAsked = 1; });
    auto *look = new QTimer(&application);
    QObject::connect(look, &QTimer::timeout, &application, [] {
        if (stopAsked)
            QCoreApplication::quit();
    });
    look->start(std::chrono::milliseconds(50));
}

int run(QCoreApplication &application, const SimulatorCommand &command)
{
    const auto simulator = Simulator::start(command.options);
    if (!simulator) {
        print(stderr, QStringLiteral("gatehouse-simulator: ") + simulator.error() + u'\n');
        return exitUsage;
    }
    stopOnSignal(application);
    if (command.lifetimeSeconds > 0)
        QTimer::singleShot(
            std::chrono::seconds(command.lifetimeSeconds), &application, &QCoreApplication::quit);
    const QJsonDocument ready((*simulator)->info().toJson());
    print(stdout, QString::fromUtf8(ready.toJson(QJsonDocument::Compact)) + u'\n');
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const auto command = readCommand(QCoreApplication::arguments());
    if (!command) {
        print(stderr,
            QStringLiteral("gatehouse-simulator: %1\nTry gatehouse-simulator --help.\n")
                .arg(command.error()));
        return exitUsage;
    }
    switch (command->wish) {
    case SimulatorCommand::Wish::Help:
        print(stdout, helpText());
        return 0;
    case SimulatorCommand::Wish::Version:
        print(stdout,
            QStringLiteral("gatehouse-simulator %1\n").arg(QLatin1String(GATEHOUSE_VERSION)));
        return 0;
    case SimulatorCommand::Wish::Run:
        return run(application, *command);
    }
    Q_UNREACHABLE();
}
