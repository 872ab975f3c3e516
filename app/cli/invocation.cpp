#include "cli/invocation.h"

#include "cli/commandtable.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// The longest command that the leading words spell, and how many words it took.
std::pair<const CommandShape *, int> findCommand(
    const QList<CommandShape> &shapes, const QStringList &words)
{
    for (int count = std::min(2, int(words.size())); count > 0; --count) {
        const QString command = words.mid(0, count).join(u' ');
        const auto found = std::ranges::find(shapes, command, &CommandShape::command);
        if (found != shapes.end())
            return {&*found, count};
    }
    return {nullptr, 0};
}

QString exclusive(const QHash<QString, QStringList> &values, const QStringList &names)
{
    const auto given
        = std::ranges::count_if(names, [&](const QString &name) { return values.contains(name); });
    return given > 1 ? CommandLine::tr("Only one of --%1 can be given.").arg(names.join(u", --"_s))
                     : QString();
}

} // namespace

Failure usageFailure(const QString &sentence)
{
    return {Failure::Kind::InvalidInput, u"usage"_s, sentence};
}

Result<Invocation> Invocation::read(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const CommandOption &option : commandOptions())
        parser.addOption(QCommandLineOption({option.name}, option.description, option.valueName));
    if (!parser.parse(QStringList{u"gatehouse-cli"_s} + arguments))
        return fail(usageFailure(parser.errorText()));

    Invocation call;
    for (const CommandOption &option : commandOptions())
        if (parser.isSet(option.name))
            call.m_values.insert(option.name, parser.values(option.name));

    const QStringList words = parser.positionalArguments();
    const auto shapes = commandShapes();
    const auto [shape, count] = findCommand(shapes, words);
    if (!shape) {
        if (call.wantsHelp() || call.wantsVersion())
            return call;
        return fail(usageFailure(words.isEmpty()
                ? CommandLine::tr("No command was given.")
                : CommandLine::tr("There is no command “%1”.").arg(words.join(u' '))));
    }
    call.m_command = shape->command;
    if (call.wantsHelp())
        return call;

    const QStringList operands = words.mid(count);
    if (operands.size() != (shape->operandName.isEmpty() ? 0 : 1))
        return fail(usageFailure(shape->operandName.isEmpty()
                ? CommandLine::tr("“%1” takes no argument besides options.").arg(shape->command)
                : CommandLine::tr("“%1” takes exactly one %2.")
                      .arg(shape->command, shape->operandName)));
    call.m_operand = operands.value(0);

    const QStringList allowed = shape->options + commonOptions();
    for (auto given = call.m_values.cbegin(); given != call.m_values.cend(); ++given)
        if (!allowed.contains(given.key()))
            return fail(usageFailure(
                CommandLine::tr("“%1” does not take --%2.").arg(shape->command, given.key())));
    for (const QString &name : shape->required)
        if (call.value(name).isEmpty())
            return fail(
                usageFailure(CommandLine::tr("“%1” needs --%2.").arg(shape->command, name)));
    for (const QStringList &names : {QStringList{u"secret-stdin"_s, u"secret-env"_s},
             {u"user"_s, u"client-id"_s}, {u"mac"_s, u"redirect"_s}, {u"minutes"_s, u"until"_s}})
        if (const QString sentence = exclusive(call.m_values, names); !sentence.isEmpty())
            return fail(usageFailure(sentence));
    return call;
}

Result<int> Invocation::positiveNumber(const QString &option) const
{
    bool isNumber = false;
    const int number = value(option).toInt(&isNumber);
    if (!isNumber || number < 1)
        return fail(
            usageFailure(CommandLine::tr("--%1 takes a whole number of 1 or more, not “%2”.")
                             .arg(option, value(option))));
    return number;
}

Result<Limits> Invocation::limits(const QDateTime &localNow) const
{
    Limits limits;
    const std::pair<QString, Limit> numbers[]
        = {{u"minutes"_s, Limit::Duration}, {u"data-mb"_s, Limit::Data},
            {u"down-kbps"_s, Limit::Download}, {u"up-kbps"_s, Limit::Upload}};
    for (const auto &[option, limit] : numbers) {
        if (!has(option))
            continue;
        const auto number = positiveNumber(option);
        if (!number)
            return fail(number.error());
        setValue(limits, limit, *number);
    }
    if (has(u"until"_s)) {
        const auto until = time(u"until"_s, localNow);
        if (!until)
            return fail(until.error());
        const qint64 seconds = localNow.secsTo(*until);
        if (seconds <= 0)
            return fail(usageFailure(CommandLine::tr("--until lies in the past.")));
        limits.minutes
            = int(std::min<qint64>((seconds + 59) / 60, std::numeric_limits<int>::max()));
    }
    return limits;
}

Result<QDateTime> Invocation::time(const QString &option, const QDateTime &localNow) const
{
    const QString text = value(option).trimmed();
    if (const QTime clock = QTime::fromString(text, u"HH:mm"_s); clock.isValid()) {
        QDateTime result(localNow.date(), clock);
        // An end is meant to come, a beginning to have been.
        if (option == u"until"_s && m_command == u"authorize"_s && result <= localNow)
            result = result.addDays(1);
        return result.toUTC();
    }
    if (const QDateTime full = QDateTime::fromString(text, Qt::ISODate); full.isValid())
        return full.toUTC();
    return fail(usageFailure(CommandLine::tr(
        "--%1 takes a time such as 2026-03-02T11:00, 2026-03-02 or 11:00, not “%2”.")
                                 .arg(option, text)));
}
