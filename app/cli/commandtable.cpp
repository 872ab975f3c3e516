#include "cli/commandtable.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString usageOf(const CommandShape &shape)
{
    QString line = u"gatehouse-cli "_s + shape.command;
    if (!shape.operandName.isEmpty())
        line += u' ' + shape.operandName;
    const auto options = commandOptions();
    for (const QString &name : shape.options) {
        const auto found = std::ranges::find(options, name, &CommandOption::name);
        QString part = u"--"_s + name;
        if (!found->valueName.isEmpty())
            part += u' ' + found->valueName;
        line += shape.required.contains(name) ? u' ' + part : u" ["_s + part + u']';
    }
    return line;
}

QString optionLines(const QStringList &names)
{
    constexpr int column = 24;
    QString text;
    for (const CommandOption &option : commandOptions()) {
        if (!names.contains(option.name))
            continue;
        const QString left = u"  --"_s + option.name
            + (option.valueName.isEmpty() ? QString() : u' ' + option.valueName);
        text += left.leftJustified(column) + u' ' + option.description + u'\n';
    }
    return text;
}

QString exitCodes()
{
    return CommandLine::tr("Exit codes: 0 done and confirmed, 1 the controller refused, 2 usage, 3 "
                           "cannot reach or TLS not trusted,\n"
                           "4 credentials missing or refused, 5 not found, 6 sent but not "
                           "confirmed or differs, 7 this controller\n"
                           "cannot do that, 8 local store (keychain, history) failed.");
}

} // namespace

QStringList commonOptions()
{
    return {u"json"_s, u"profile"_s, u"language"_s, u"help"_s, u"version"_s};
}

QList<CommandOption> commandOptions()
{
    return {
        {u"controller"_s, u"NAME"_s,
            CommandLine::tr("Controller, by the name it was added under.")},
        {u"site"_s, u"SITE"_s,
            CommandLine::tr("Site, by name or id; needed only where a controller has several.")},
        {u"mac"_s, u"MAC"_s, CommandLine::tr("Device, by MAC address in any notation.")},
        {u"redirect"_s, u"URL"_s,
            CommandLine::tr("Device, by the portal address that its browser was sent to.")},
        {u"login"_s, u"ID"_s,
            CommandLine::tr("Login ID of the guest; with cancel: every device of that login.")},
        {u"minutes"_s, u"N"_s, CommandLine::tr("Duration in minutes (extend: what to add).")},
        {u"until"_s, u"TIME"_s,
            CommandLine::tr("End: ISO 8601, a date, or HH:MM of today or tomorrow.")},
        {u"since"_s, u"TIME"_s, CommandLine::tr("Only records since then.")},
        {u"data-mb"_s, u"N"_s, CommandLine::tr("Data limit in MB.")},
        {u"down-kbps"_s, u"N"_s, CommandLine::tr("Download limit in kbit/s.")},
        {u"up-kbps"_s, u"N"_s, CommandLine::tr("Upload limit in kbit/s.")},
        {u"best-effort"_s, {},
            CommandLine::tr("Set what this controller can set, and name the rest.")},
        {u"guest"_s, u"TEXT"_s, CommandLine::tr("Name of the guest, for the history.")},
        {u"room"_s, u"TEXT"_s, CommandLine::tr("Room of the guest, for the history.")},
        {u"reason"_s, u"TEXT"_s, CommandLine::tr("Why, for the history.")},
        {u"state"_s, u"STATE"_s, CommandLine::tr("waiting, authorized or all (the default).")},
        {u"search"_s, u"TEXT"_s,
            CommandLine::tr(
                "Only clients whose name, guest, room, MAC, IP, SSID or access point has it; only "
                "records whose guest, device, reason, operator or place has it.")},
        {u"watch"_s, {}, CommandLine::tr("Go on, and tell whatever changes, until interrupted.")},
        {u"outcome"_s, u"OUTCOME"_s,
            CommandLine::tr("confirmed, differs, notConfirmed, refused, failed or unknown.")},
        {u"limit"_s, u"N"_s,
            CommandLine::tr("At most this many records, newest first (default 200).")},
        {u"before"_s, u"TIME"_s, CommandLine::tr("Only records from before this time.")},
        {u"head"_s, u"FILE"_s,
            CommandLine::tr("A head that was signed earlier: shows whether the end was cut off.")},
        {u"format"_s, u"FORMAT"_s, CommandLine::tr("csv (the default) or jsonl.")},
        {u"output"_s, u"FILE"_s, CommandLine::tr("File to write instead of standard output.")},
        {u"url"_s, u"URL"_s, CommandLine::tr("Address of the controller.")},
        {u"generation"_s, u"G"_s,
            CommandLine::tr(
                "Protocol, where detection should not decide, such as unifi-integration.")},
        {u"pin"_s, u"SHA256"_s,
            CommandLine::tr("Trust exactly the certificate with this fingerprint.")},
        {u"time-unit"_s, u"UNIT"_s,
            CommandLine::tr("Unit in which an Omada portal takes a duration: ms, s or us.")},
        {u"user"_s, u"U"_s, CommandLine::tr("User name; the secret is its password.")},
        {u"client-id"_s, u"ID"_s,
            CommandLine::tr(
                "Client ID of an Omada Open API application; the secret is its client secret.")},
        {u"secret-stdin"_s, {},
            CommandLine::tr("Read the secret from the first line of standard input.")},
        {u"secret-env"_s, u"VAR"_s,
            CommandLine::tr("Read the secret from this environment variable.")},
        {u"no-keychain"_s, {},
            CommandLine::tr("Do not store the secret; give it with every call by --secret-env or "
                            "--secret-stdin.")},
        {u"leave-secret"_s, {},
            CommandLine::tr("Remove the controller although the keychain does not answer; its item "
                            "stays there.")},
        {u"devices"_s, u"N"_s,
            CommandLine::tr("How many devices one guest may have (default 1, or as the policy of "
                            "the site says).")},
        {u"per"_s, u"WHAT"_s,
            CommandLine::tr("By what devices are one guest's: login (the default), room or "
                            "guest.")},
        {u"at-limit"_s, u"WHAT"_s,
            CommandLine::tr("At one more device: cancel-oldest (the default), refuse, or ask (at "
                            "the desk).")},
        {u"go-on-unconfirmed"_s, {},
            CommandLine::tr("Let the new device in even if it is not proven that the old one is "
                            "out.")},
        {u"off"_s, {}, CommandLine::tr("Remove the policy that was set for just this place.")},
        {u"session-db"_s, u"URL"_s,
            CommandLine::tr("Session table: sqlite:///path, postgresql://user@host:port/database, "
                            "mysql://user@host:port/database or odbc:DSN. Only read.")},
        {u"query"_s, u"SQL"_s,
            CommandLine::tr("What gives the columns login, mac and since (a timestamp, ISO 8601, "
                            "or seconds since 1970).")},
        {u"db-secret-env"_s, u"VAR"_s,
            CommandLine::tr("Read the database password from this environment variable.")},
        {u"every"_s, u"SECONDS"_s,
            CommandLine::tr("With --watch: how often the session table is read (default 5).")},
        {u"dry-run"_s, {}, CommandLine::tr("Show what would be done, and do nothing.")},
        {u"json"_s, {}, CommandLine::tr("One JSON document on standard output.")},
        {u"profile"_s, u"DIR"_s, CommandLine::tr("Keep settings and history in this folder.")},
        {u"language"_s, u"CODE"_s, CommandLine::tr("Language of the messages, such as de.")},
        {u"help"_s, {}, CommandLine::tr("Show help.")},
        {u"version"_s, {}, CommandLine::tr("Show the version.")},
    };
}

QList<CommandShape> commandShapes()
{
    const QStringList secret{u"secret-stdin"_s, u"secret-env"_s};
    const QStringList account{u"user"_s, u"client-id"_s};
    const QStringList place{u"controller"_s, u"site"_s};
    const QStringList whom{u"mac"_s, u"redirect"_s, u"login"_s};
    const QStringList policy{u"devices"_s, u"per"_s, u"at-limit"_s, u"go-on-unconfirmed"_s};
    const QStringList history{u"since"_s, u"until"_s, u"mac"_s, u"guest"_s, u"outcome"_s};
    return {
        {u"controller detect"_s, u"URL"_s, {}, {},
            CommandLine::tr("Find out what answers at an address. Sends no secret.")},
        {u"controller add"_s, u"NAME"_s,
            QStringList{u"url"_s, u"generation"_s, u"pin"_s, u"site"_s, u"time-unit"_s} + account
                + secret + QStringList{u"no-keychain"_s},
            {u"url"_s},
            CommandLine::tr(
                "Test the credentials, store the secret in the keychain and add the controller.")},
        {u"controller credential"_s, u"NAME"_s, account + secret + QStringList{u"no-keychain"_s},
            {},
            CommandLine::tr(
                "Add another credential; without --user or --client-id the secret is an API key.")},
        {u"controller list"_s, {}, {}, {},
            CommandLine::tr("List the controllers of this profile.")},
        {u"controller test"_s, u"NAME"_s, secret, {},
            CommandLine::tr("Sign in and say what can be done. Changes nothing.")},
        {u"controller remove"_s, u"NAME"_s, {u"leave-secret"_s}, {},
            CommandLine::tr("Remove the controller and its secrets; history stays.")},
        {u"sites"_s, {}, QStringList{u"controller"_s} + secret, {u"controller"_s},
            CommandLine::tr("List the sites of a controller.")},
        {u"clients"_s, {}, place + QStringList{u"state"_s, u"search"_s, u"watch"_s} + secret,
            {u"controller"_s}, CommandLine::tr("List clients.")},
        {u"authorize"_s, {},
            place + whom
                + QStringList{u"minutes"_s, u"until"_s, u"data-mb"_s, u"down-kbps"_s, u"up-kbps"_s,
                    u"best-effort"_s, u"guest"_s, u"room"_s, u"reason"_s}
                + policy + secret,
            {u"controller"_s},
            CommandLine::tr("Let a waiting device in. Where the site has a policy, its guest's "
                            "other devices are cancelled first.")},
        {u"extend"_s, {}, place + QStringList{u"mac"_s, u"minutes"_s, u"reason"_s} + secret,
            {u"controller"_s, u"mac"_s, u"minutes"_s},
            CommandLine::tr("Add time to an authorization.")},
        {u"cancel"_s, {}, place + QStringList{u"mac"_s, u"login"_s, u"reason"_s} + secret,
            {u"controller"_s},
            CommandLine::tr("End an authorization, so that the device must authenticate again.")},
        {u"undo"_s, u"RECORD"_s, QStringList{u"reason"_s} + secret, {},
            CommandLine::tr("Put back what a record of the history did, where that is possible.")},
        {u"policy show"_s, {}, place + secret, {},
            CommandLine::tr("Say how many devices one guest may have: on a site, on a controller, "
                            "or everywhere.")},
        {u"policy set"_s, {}, place + policy + QStringList{u"off"_s} + secret, {},
            CommandLine::tr("Set how many devices one guest may have there.")},
        {u"enforce"_s, {},
            QStringList{u"session-db"_s, u"query"_s, u"db-secret-env"_s} + place
                + QStringList{u"devices"_s, u"watch"_s, u"every"_s, u"dry-run"_s, u"secret-env"_s},
            {u"session-db"_s, u"query"_s},
            CommandLine::tr("Read a portal's session table, and cancel all but the newest devices "
                            "of each login.")},
        {u"history list"_s, {}, history + QStringList{u"search"_s, u"limit"_s}, {},
            CommandLine::tr("List records, newest first.")},
        {u"history export"_s, {}, history + QStringList{u"search"_s, u"format"_s, u"output"_s}, {},
            CommandLine::tr("Write all records. All of them as jsonl can be imported again.")},
        {u"history import"_s, u"FILE"_s, {}, {},
            CommandLine::tr("Take a whole jsonl export into a history that is still empty.")},
        {u"history verify"_s, {}, {u"head"_s}, {},
            CommandLine::tr("Check that no record was changed, removed or added.")},
        {u"history settle"_s, {}, QStringList{u"controller"_s} + secret, {},
            CommandLine::tr("Ask the controllers what came of actions whose program died.")},
        {u"history head"_s, {}, QStringList{u"output"_s} + secret, {},
            CommandLine::tr("Sign how long the history is, to be kept elsewhere. The key lies in "
                            "the keychain, or is the secret given: 32 bytes as base64.")},
        {u"history erase"_s, {},
            {u"mac"_s, u"guest"_s, u"room"_s, u"login"_s, u"before"_s, u"dry-run"_s}, {},
            CommandLine::tr(
                "Destroy for good who was behind records. That they were there stays.")},
        {u"history seen"_s, u"RECORD"_s, {}, {},
            CommandLine::tr("Note that somebody has seen that a record's outcome is unknown.")},
    };
}

QString helpText(const QString &command)
{
    const auto shapes = commandShapes();
    const auto shape = std::ranges::find(shapes, command, &CommandShape::command);
    QString text;
    if (shape != shapes.end()) {
        text = shape->description + u"\n\n"_s + usageOf(*shape) + u"\n\n"_s
            + optionLines(shape->options + commonOptions());
    } else {
        text = CommandLine::tr(
                   "Gatehouse on the command line: guest Wi-Fi on UniFi and Omada controllers.")
            + u"\n\n"_s;
        for (const CommandShape &each : shapes)
            text += u"  "_s + each.command.leftJustified(24) + each.description + u'\n';
        text += u'\n' + CommandLine::tr("Every command takes:") + u'\n'
            + optionLines(commonOptions()) + u'\n'
            + CommandLine::tr("Secrets come from the keychain, --secret-stdin or --secret-env, "
                              "never from an argument.")
            + u"\n\n"_s + CommandLine::tr("gatehouse-cli COMMAND --help shows one command.")
            + u'\n';
    }
    return text + u'\n' + exitCodes() + u'\n';
}
