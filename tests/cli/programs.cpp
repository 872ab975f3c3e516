#include "programs.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

QString program(const QString &name)
{
    return qEnvironmentVariable("GATEHOUSE_BIN_DIR") + u'/' + name;
}

} // namespace

QJsonArray CliAnswer::array() const
{
    return QJsonDocument::fromJson(out).array();
}

QString CliAnswer::errorCode() const
{
    return object().value(u"error").toObject().value(u"code").toString();
}

SimulatorProcess::SimulatorProcess(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program(u"gatehouse-simulator"_s),
        QStringList{u"--port"_s, u"0"_s, u"--lifetime"_s, u"300"_s} + arguments);
    while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine())
        if (!m_process.waitForReadyRead(patienceMs))
            return;
    m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
}

SimulatorProcess::~SimulatorProcess()
{
#ifndef Q_OS_WIN // where nobody can ask a program without a window
    m_process.terminate();
    if (m_process.waitForFinished(patienceMs))
        return;
#endif
    m_process.kill();
    m_process.waitForFinished();
}

QString SimulatorProcess::url() const
{
    return m_ready.value(u"url").toString();
}

QString SimulatorProcess::pin() const
{
    return m_ready.value(u"certificateSha256").toString();
}

QString SimulatorProcess::credential(const QString &key) const
{
    return m_ready.value(u"credentials").toObject().value(key).toString();
}

QString SimulatorProcess::waiting(int index) const
{
    return m_ready.value(u"waiting").toArray().at(index).toString();
}

Cli::Cli()
    : m_profile(m_home.filePath(u"profile"_s))
    , m_environment(QProcessEnvironment::systemEnvironment())
{
    m_environment.insert(u"HOME"_s, m_home.path());
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
    // No bus, and so no keychain: what a server or a container looks like.
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    m_environment.remove(u"DISPLAY"_s);
}

void Cli::setSecret(const QString &secret)
{
    m_environment.insert(u"GATEHOUSE_TEST_SECRET"_s, secret);
}

CliAnswer Cli::run(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(program(u"gatehouse-cli"_s), arguments + QStringList{u"--profile"_s, m_profile});
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), "did not end in time"};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

std::unique_ptr<QProcess> Cli::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(program(u"gatehouse-cli"_s), arguments + QStringList{u"--profile"_s, m_profile});
    return process;
}

CliAnswer Cli::add(const QString &name, const SimulatorProcess &simulator)
{
    return add(name, simulator.ready());
}

CliAnswer Cli::add(const QString &name, const QJsonObject &ready)
{
    const QJsonObject credentials = ready.value(u"credentials").toObject();
    QStringList arguments{u"controller"_s, u"add"_s, name, u"--url"_s,
        ready.value(u"url").toString(), u"--pin"_s, ready.value(u"certificateSha256").toString(),
        u"--secret-env"_s, u"GATEHOUSE_TEST_SECRET"_s, u"--no-keychain"_s, u"--json"_s};
    if (const QString clientId = credentials.value(u"clientId").toString(); !clientId.isEmpty()) {
        arguments += {u"--client-id"_s, clientId};
        setSecret(credentials.value(u"clientSecret").toString());
    } else {
        setSecret(credentials.value(u"apiKey").toString());
    }
    return run(arguments);
}
