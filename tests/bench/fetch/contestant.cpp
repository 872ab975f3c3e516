#include "bench/fetch/contestant.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

double cpuMs()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval &time) {
        return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

double peakMb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toDouble() * 1024 / 1e6;
    return 0;
}

} // namespace

Contestant::Contestant(Fetch fetch)
    : m_fetch(std::move(fetch))
    , m_orders(STDIN_FILENO, QSocketNotifier::Read)
{
    connect(&m_orders, &QSocketNotifier::activated, this, &Contestant::hear);
}

void Contestant::hear()
{
    char order[16];
    if (read(STDIN_FILENO, order, sizeof order) <= 0)
        return QCoreApplication::quit();
    m_cpuBefore = cpuMs();
    m_timer.start();
    m_heartbeat.start();
    m_fetch();
}

void Contestant::finished(qsizetype rows)
{
    const double ms = double(m_timer.nsecsElapsed()) / 1e6;
    const double gap = m_heartbeat.stop();
    const QJsonObject line{{u"ms"_s, ms}, {u"cpu"_s, cpuMs() - m_cpuBefore}, {u"gap"_s, gap},
        {u"peak"_s, peakMb()}, {u"rows"_s, rows}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}
