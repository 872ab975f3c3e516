#include "core/processend.h"
#include "phrases/language.h"
#include "ui/application.h"
#include "ui/parentconsole.h"
#include "ui/selfcheck.h"
#include "ui/warmmemory.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int usageError = 2;

void describe()
{
    QCoreApplication::setApplicationName(u"Gatehouse"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    QGuiApplication::setDesktopFileName(u"gatehouse"_s);
}

QStringList rawArguments(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return arguments;
}

/// Pictures and checks need no display.
void paintWithoutDisplay()
{
#if defined(Q_OS_LINUX)
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
}

int answerOnly(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    describe();
    phrases::installLanguage(*QCoreApplication::instance());
    const Result<Options> options = readOptions(QCoreApplication::arguments());
    const QString text = options ? options->answer : options.error().said + u'\n';
    std::fputs(qPrintable(text), options ? stdout : stderr);
    return options ? 0 : usageError;
}

/// All of it, from the arguments to the exit code.
int run(int argc, char *argv[])
{
    const QStringList arguments = rawArguments(argc, argv);
    if (needNoWindow(arguments))
        return answerOnly(argc, argv);
    if (onlyPaint(arguments))
        paintWithoutDisplay();
    QApplication application(argc, argv);
    describe();
    const Result<Options> options = readOptions(QCoreApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "%s\n", qPrintable(options.error().said));
        return usageError;
    }
    if (options->selfCheck) {
        SelfCheck check(*options);
        QTimer::singleShot(0, &check, &SelfCheck::start);
        return QApplication::exec();
    }
    return Application(application, *options).run();
}

} // namespace

int main(int argc, char *argv[])
{
    keepWarmMemory();
    speakToParentConsole();
    return endProcess(run(argc, argv));
}
