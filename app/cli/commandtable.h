#pragma once

#include <QString>
#include <QStringList>

#include <span>

/// One option of the command line.
struct CommandOption
{
    QString name; ///< without dashes
    QString valueName; ///< empty: a switch
    QString description; ///< translated
};

/// One command of the contract: what it takes.
struct CommandShape
{
    QString command; ///< "controller add"
    QString operandName; ///< empty: takes none
    QStringList options; ///< names; those of every command are allowed besides
    QStringList required;
    QString description; ///< translated
};

/// Built when asked for, so that descriptions come in the language that was installed by then.
[[nodiscard]] QList<CommandShape> commandShapes();
[[nodiscard]] QList<CommandOption> commandOptions();

/// Options that every command takes.
[[nodiscard]] QStringList commonOptions();

/// The text of --help: of one command, or of all when shape is empty.
[[nodiscard]] QString helpText(const QString &command);
