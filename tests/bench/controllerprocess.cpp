#include "bench/controllerprocess.h"

#include <QJsonDocument>

#include <tuple>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

ControllerProcess::ControllerProcess(
    const QString &generation, int clients, const QStringList &options)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
#ifdef Q_OS_UNIX
    // It stands for another machine, and should not take the processor from the window.
    m_process.setChildProcessModifier([] { std::ignore = nice(10); });
#endif
    m_process.start(qEnvironmentVariable("GATEHOUSE_BIN_DIR") + u"/gatehouse-simulator"_s,
        QStringList{u"--generation"_s, generation, u"--port"_s, u"0"_s, u"--site"_s, u"Default"_s,
            u"--clients"_s, QString::number(clients)}
            + options);
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead())
            qFatal("gatehouse-simulator did not start");
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    m_info.generation = generation;
    m_info.version = ready.value(u"version").toString();
    m_info.url = QUrl(ready.value(u"url").toString());
    m_info.certificateSha256
        = QByteArray::fromHex(ready.value(u"certificateSha256").toString().toLatin1());
    m_info.credentials = ready.value(u"credentials").toObject();
    m_info.sites = ready.value(u"sites").toArray();
}

ControllerProcess::~ControllerProcess()
{
    m_process.terminate();
    m_process.waitForFinished();
}
