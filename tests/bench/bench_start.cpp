// How long a person waits for the window: from before exec to the first painted frame of the real
// main window, with the rows of the last session of two controllers in it, against a Qt program
// with one label.
#include "bench/figures.h"
#include "bench/startedprogram.h"
#include "store/lastsession.h"
#include "store/profiledirectory.h"
#include "store/profilestore.h"

#include <QProcess>
#include <QTemporaryDir>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int usualRounds = 15;
constexpr double mostTimes = 1.4;
const QString label = u"one QLabel"_s;

[[noreturn]] void give(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

WifiClient device(const ControllerProfile &controller, int number)
{
    WifiClient client;
    client.key = {controller.id, u"site"_s, MacAddress(0x0200'0000'0000 + quint64(number))};
    client.hostName = u"guest-phone-%1"_s.arg(number);
    client.ip = u"10.0.%1.%2"_s.arg(number / 250).arg(number % 250 + 1);
    client.vendor = number % 3 == 0 ? u"Apple, Inc."_s : u"Samsung Electronics"_s;
    client.ssid = u"Guests"_s;
    client.accessPoint = u"Floor %1"_s.arg(number % 12);
    client.wireless = true;
    client.signalDbm = -40 - number % 40;
    client.connectedAt = QDateTime::currentDateTimeUtc().addSecs(-number * 60);
    client.state = number % 5 == 0 ? ClientState::Waiting : ClientState::Authorized;
    return client;
}

/// Two controllers with so many rows together from the last session.
void layProfile(const QString &folder, int rows)
{
    ProfileStore profiles(folder);
    if (!profiles.load())
        give(u"The profile cannot be made."_s);
    LastSessionWriter writer(ProfileDirectory::at(folder).lastSessionFile());
    for (const QString &name : {u"Hotel"_s, u"Clinic"_s}) {
        ControllerProfile controller;
        controller.id = ProfileStore::newControllerId();
        controller.name = name;
        controller.url = QUrl(u"https://192.0.2.1:8443"_s);
        if (!profiles.putController(controller))
            give(u"The controller cannot be stored."_s);
        SessionRows shown{controller.id, {u"site"_s, u"Default"_s, {}},
            QDateTime::currentDateTimeUtc().addSecs(-3600), {}};
        writer.add(shown);
        for (int number = 0; number < rows / 2; ++number)
            shown.clients += device(controller, number);
        writer.add(shown);
    }
    if (!writer.commit())
        give(u"The rows cannot be kept."_s);
}

/// A display of its own, as the platform plugin that people use needs one.
class Display
{
public:
    Display()
    {
        m_server.setStandardErrorFile(QProcess::nullDevice());
        m_server.start(u"Xvfb"_s,
            {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1400x900x24"_s, u"-nolisten"_s,
                u"tcp"_s});
        if (!m_server.waitForStarted() || !m_server.waitForReadyRead())
            give(u"Xvfb does not start."_s);
        qputenv("DISPLAY", ':' + m_server.readAllStandardOutput().trimmed());
        qputenv("QT_QPA_PLATFORM", "xcb");
    }
    ~Display()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }

private:
    QProcess m_server;
};

bool dropPageCache()
{
    QFile file(u"/proc/sys/vm/drop_caches"_s);
    sync();
    return file.open(QIODevice::WriteOnly) && file.write("3") == 1 && file.flush();
}

struct Starts
{
    QByteArrayList ours;
    QByteArrayList yardstick;
    bool cold = false;

    [[nodiscard]] StartedProgram once(const QByteArrayList &command) const
    {
        if (cold)
            dropPageCache();
        const StartedProgram started = startAndKill(command);
        if (started.firstFrame == 0)
            give(u"%1 painted nothing."_s.arg(QString::fromLocal8Bit(command.front())));
        return started;
    }

    void measure(int rounds, const QString &what) const
    {
        Comparison time(u"P10"_s, u"first frame, "_s + what, label);
        Comparison memory(u"P10"_s, u"resident at first frame, "_s + what, label, u"MB"_s);
        for (int round = 0; round < rounds; ++round) {
            const StartedProgram theirs = once(yardstick);
            const StartedProgram own = once(ours);
            time.add(own.firstFrame, theirs.firstFrame);
            memory.add(own.resident, theirs.resident);
        }
        time.tellAtMost(mostTimes);
        if (!cold)
            memory.tellAtMost(mostTimes);
    }
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const BenchOptions options = BenchOptions::read(usualRounds);
    const QByteArray programs = qgetenv("GATEHOUSE_BIN_DIR");
    const QTemporaryDir folder;
    const Display display;
    qputenv("GATEHOUSE_TELL_FIRST_FRAME", "1");
    for (const int rows : {500, 100'000}) {
        const QString profile = folder.filePath(QString::number(rows));
        layProfile(profile, rows);
        Starts starts{{programs + "/gatehouse", "--profile", profile.toLocal8Bit()},
            {QCoreApplication::applicationDirPath().toLocal8Bit() + "/onelabel"}, false};
        const QString kept = u"%1 rows kept"_s.arg(rows);
        std::ignore = starts.once(starts.ours); // both in the page cache
        std::ignore = starts.once(starts.yardstick);
        starts.measure(options.rounds, kept);
        starts.cold = dropPageCache();
        if (starts.cold)
            starts.measure(options.rounds / 3 + 1, kept + u", cold"_s);
        else
            std::fprintf(stderr, "Only root can drop the page cache: no cold starts.\n");
    }
    return 0;
}
