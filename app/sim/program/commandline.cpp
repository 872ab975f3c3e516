#include "sim/program/commandline.h"

#include "sim/products.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace {

using Deployment = UnifiIntegrationOptions::Deployment;

const QList<QCommandLineOption> &allOptions()
{
    static const QList<QCommandLineOption> options{
        {u"help"_s, u"Shows this text."_s},
        {u"version-of-program"_s, u"Shows the version of this program."_s},
        {u"generation"_s, u"Which controllers to be like: %1."_s.arg(productWords()), u"G"_s},
        {u"version"_s, u"The controller's version, such as 10.0.162, 5.15.24 or 6.2.14."_s, u"V"_s},
        {u"port"_s, u"Port on 127.0.0.1; 0 takes a free one."_s, u"P"_s},
        {u"clients"_s, u"How many clients there are at the start (default 60)."_s, u"N"_s},
        {u"waiting"_s, u"How many of them are guests who wait (default 15, or all)."_s, u"N"_s},
        {u"seed"_s, u"The same seed gives the same world and credentials (default 1)."_s, u"N"_s},
        {u"fault"_s, u"Something that goes wrong; may be given more than once. See below."_s,
            u"NAME[=ARG]"_s},
        {u"log"_s, u"Writes every request and what was done with it as JSON Lines."_s, u"FILE"_s},
        {u"lifetime"_s, u"Stops after that many seconds."_s, u"SECONDS"_s},
        {u"lively"_s, u"Guests arrive, use data, roam and leave by themselves."_s},
        {u"roaming"_s, u"So many clients change their access point every two seconds."_s, u"N"_s},
        {u"turnover"_s,
            u"So many guests arrive every two seconds, and leave half a minute later."_s, u"N"_s},
        {u"portal"_s, u"The external portal that waiting devices are sent to."_s, u"URL"_s},
        {u"site"_s, u"The name of a site; may be given more than once."_s, u"NAME"_s},
        {u"deployment"_s,
            u"UniFi: console (default), self-hosted (/integration/v1) or connector (the cloud's)."_s,
            u"KIND"_s},
    };
    return options;
}

tl::expected<int, QString> numberOf(
    const QCommandLineParser &parser, const QString &option, int standard, int most)
{
    if (!parser.isSet(option))
        return standard;
    bool isNumber = false;
    const int number = parser.value(option).toInt(&isNumber);
    if (!isNumber || number < 0 || number > most)
        return tl::make_unexpected(
            u"--%1 takes a whole number from 0 to %2."_s.arg(option, QString::number(most)));
    return number;
}

tl::expected<Deployment, QString> deploymentOf(const QCommandLineParser &parser)
{
    const QString word = parser.value(u"deployment"_s);
    if (word.isEmpty() || word == "console"_L1)
        return Deployment::Console;
    if (word == "self-hosted"_L1)
        return Deployment::SelfHosted;
    if (word == "connector"_L1)
        return Deployment::Connector;
    return tl::make_unexpected(u"--deployment takes console, self-hosted or connector."_s);
}

tl::expected<SimulatorCommand, QString> commandOf(const QCommandLineParser &parser)
{
    constexpr int most = 1'000'000'000;
    const auto port = numberOf(parser, u"port"_s, 0, 65'535);
    const auto clients = numberOf(parser, u"clients"_s, 60, most);
    const auto waiting = numberOf(parser, u"waiting"_s, std::min(15, clients.value_or(15)), most);
    const auto seed = numberOf(parser, u"seed"_s, 1, most);
    const auto lifetime = numberOf(parser, u"lifetime"_s, 0, 1'000'000);
    const auto roaming = numberOf(parser, u"roaming"_s, 0, 1'000'000);
    const auto turnover = numberOf(parser, u"turnover"_s, 0, 1000);
    for (const auto &number : {port, clients, waiting, seed, lifetime, roaming, turnover})
        if (!number)
            return tl::make_unexpected(number.error());
    const auto deployment = deploymentOf(parser);
    if (!deployment)
        return tl::make_unexpected(deployment.error());

    SimulatorCommand command;
    command.options.generation = parser.value(u"generation"_s);
    command.options.version = parser.value(u"version"_s);
    command.options.port = quint16(*port);
    command.options.clients = *clients;
    command.options.waiting = *waiting;
    command.options.seed = quint32(*seed);
    command.options.faults = parser.values(u"fault"_s);
    command.options.logFile = parser.value(u"log"_s);
    command.options.sites = parser.values(u"site"_s);
    command.options.lively = parser.isSet(u"lively"_s);
    command.options.rush = {*roaming, *turnover};
    command.options.deployment = *deployment;
    if (parser.isSet(u"portal"_s))
        command.options.portal = QUrl(parser.value(u"portal"_s), QUrl::StrictMode);
    command.lifetimeSeconds = *lifetime;
    return command;
}

} // namespace

tl::expected<SimulatorCommand, QString> readCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(allOptions());
    if (!parser.parse(arguments))
        return tl::make_unexpected(parser.errorText());
    if (parser.isSet(u"help"_s))
        return SimulatorCommand{SimulatorCommand::Wish::Help, {}, 0};
    if (parser.isSet(u"version-of-program"_s))
        return SimulatorCommand{SimulatorCommand::Wish::Version, {}, 0};
    if (!parser.positionalArguments().isEmpty())
        return tl::make_unexpected(
            u"'%1' is not an option."_s.arg(parser.positionalArguments().first()));
    if (!parser.isSet(u"generation"_s))
        return tl::make_unexpected(
            u"Say which controller to simulate: --generation %1."_s.arg(productWords()));
    return commandOf(parser);
}

QString helpText()
{
    QString text
        = u"gatehouse-simulator --generation G [--version V] --port P [option]...\n\n"
          "Simulates a controller on 127.0.0.1 over HTTPS, with a self-signed certificate made at\n"
          "the start. When it is ready it prints one line of JSON: where it is, the fingerprint "
          "of\n"
          "its certificate, its credentials, its sites and who waits. SIGTERM stops it.\n\nOptions:\n"_s;
    for (const QCommandLineOption &option : allOptions()) {
        const QString name = u"--"_s + option.names().first() + u' ' + option.valueName();
        text += u"  %1 %2\n"_s.arg(name, -24).arg(option.description());
    }
    text += u"\nFaults (TIMES: strikes that often, always when left out):\n"_s;
    for (const FaultNote &note : allFaults()) {
        QString name = QString::fromLatin1(note.name);
        if (note.argument)
            name += (note.standard < 0 ? u"=%1"_s : u"[=%1]"_s)
                        .arg(QString::fromLatin1(note.argument));
        text += u"  %1 %2\n"_s.arg(name, -34).arg(QString::fromLatin1(note.text));
    }
    return text;
}
