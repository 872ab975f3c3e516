#include "bench/fetch/contenders.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 300'000;

double ms(const timeval &time)
{
    return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3;
}

} // namespace

LineProgram::LineProgram(const QString &program, const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program, arguments);
    if (!m_process.waitForStarted())
        qFatal("%s: %s", qPrintable(program), qPrintable(m_process.errorString()));
}

LineProgram::~LineProgram()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(patienceMs))
        m_process.kill();
}

void LineProgram::write(const QByteArray &line)
{
    m_process.write(line + '\n');
    m_process.waitForBytesWritten();
}

QJsonObject LineProgram::read()
{
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead(patienceMs))
            qFatal("%s says nothing more", qPrintable(m_process.program()));
    return QJsonDocument::fromJson(m_process.readLine()).object();
}

QJsonObject LineProgram::ask(const QByteArray &line)
{
    write(line);
    return read();
}

QString LineProgram::beside(const QString &program)
{
    return QCoreApplication::applicationDirPath() + u'/' + program;
}

FastController::FastController(const QString &api, int clients, int latencyMs)
    : m_program(LineProgram::beside(u"fastcontroller"_s),
        {api, QString::number(clients), QString::number(latencyMs)})
    , m_told(m_program.read())
{
}

ResidentContender::ResidentContender(
    const QString &program, const QStringList &arguments, qint64 rows)
    : m_program(program, arguments)
    , m_rows(rows)
{
}

Sample ResidentContender::fetch()
{
    const QJsonObject line = m_program.ask("go");
    const auto number
        = [&line](const char *key) { return line.value(QLatin1String(key)).toDouble(); };
    const Sample sample{number("ms"), number("cpu"), number("gap"), number("peak"),
        line.value("rows"_L1).toInteger()};
    if (sample.rows != m_rows)
        qFatal("%lld rows in place of %lld", sample.rows, m_rows);
    return sample;
}

Curl::Curl(const QStringList &urls, const QStringList &options)
{
    if (!m_urls.open())
        qFatal("no file for curl");
    for (const QString &url : urls)
        m_urls.write(u"url = \"%1\"\noutput = \"/dev/null\"\n"_s.arg(url).toUtf8());
    m_urls.flush();
    m_arguments = {"curl", "--silent", "--no-progress-meter", "--fail", "--insecure", "--http1.1",
        "--noproxy", "*"};
    for (const QString &option : options)
        m_arguments.append(option.toUtf8());
    m_arguments.append("--config");
    m_arguments.append(m_urls.fileName().toUtf8());
}

Sample Curl::fetch()
{
    std::vector<char *> arguments;
    for (QByteArray &argument : m_arguments)
        arguments.push_back(argument.data());
    arguments.push_back(nullptr);
    QElapsedTimer timer;
    timer.start();
    pid_t pid = 0;
    if (posix_spawnp(&pid, "curl", nullptr, nullptr, arguments.data(), environ) != 0)
        qFatal("there is no curl");
    int status = 0;
    rusage usage = {};
    wait4(pid, &status, 0, &usage);
    Sample sample;
    sample.ms = double(timer.nsecsElapsed()) / 1e6;
    sample.cpu = ms(usage.ru_utime) + ms(usage.ru_stime);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        qFatal("curl failed: %d", status);
    return sample;
}
