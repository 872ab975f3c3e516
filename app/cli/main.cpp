#include "assembly/standardports.h"
#include "cli/command.h"
#include "cli/commandtable.h"
#include "cli/utf8output.h"
#include "core/processend.h"
#include "phrases/language.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

/// Everything of a call that needs no profile: usage errors, help and version.
std::optional<ExitCode> answerWithoutProfile(const Result<Invocation> &call, Console &console)
{
    if (!call) {
        const ExitCode code = console.say(call.error());
        console.note(QCoreApplication::translate(
            "CommandLine", "gatehouse-cli --help shows what there is."));
        return code;
    }
    if (call->wantsHelp()) {
        console.print(helpText(call->command()));
        return ExitCode::Success;
    }
    if (call->wantsVersion()) {
        console.print(u"gatehouse-cli "_s + QCoreApplication::applicationVersion());
        return ExitCode::Success;
    }
    return std::nullopt;
}

int run(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"gatehouse-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    const Utf8Output utf8;
    const QStringList arguments = app.arguments().mid(1);
    auto call = Invocation::read(arguments);
    const bool languageFound
        = phrases::installLanguage(app, call ? call->value(u"language"_s) : QString());
    if (!call)
        call = Invocation::read(arguments); // once more, for a sentence in the person's language

    Console console(arguments.contains(u"--json"_s));
    if (!languageFound)
        console.note(QCoreApplication::translate(
            "CommandLine", "There is no translation to “%1”; this is English.")
                         .arg(call->value(u"language"_s)));
    if (const auto code = answerWithoutProfile(call, console))
        return int(*code);

    Gatehouse gatehouse(standardPorts(call->value(u"profile"_s)));
    if (const auto loaded = gatehouse.load(); !loaded)
        return int(console.say(loaded.error()));

    const auto command = makeCommand(gatehouse, *call, console);
    QObject::connect(
        command.get(), &Command::finished, &app,
        [](ExitCode code) { QCoreApplication::exit(int(code)); }, Qt::QueuedConnection);
    command->start();
    return app.exec();
}

} // namespace

int main(int argc, char *argv[])
{
    return endProcess(run(argc, argv));
}
