#pragma once

#include "core/limits.h"
#include "core/result.h"

#include <QDateTime>
#include <QSet>
#include <QString>
#include <QStringList>

/// A call that cannot be meant, with the sentence for the person.
[[nodiscard]] Failure usageFailure(const QString &sentence);

/// One call of gatehouse-cli, read from its arguments and checked as far as that goes without a
/// profile or a network.
class Invocation
{
public:
    /// arguments without the program's name. InvalidInput failures carry the sentence for the
    /// person in `said`.
    [[nodiscard]] static Result<Invocation> read(const QStringList &arguments);

    /// "controller add", "clients", …; empty with --help or --version alone.
    [[nodiscard]] const QString &command() const { return m_command; }

    /// What stands behind the command without an option: a controller's name or a URL.
    [[nodiscard]] QString operand() const { return m_operand; }

    [[nodiscard]] bool has(const QString &option) const { return m_values.contains(option); }
    /// The last one where it was given several times.
    [[nodiscard]] QString value(const QString &option) const
    {
        return values(option).value(values(option).size() - 1);
    }
    [[nodiscard]] QStringList values(const QString &option) const { return m_values.value(option); }

    [[nodiscard]] bool wantsJson() const { return has(QStringLiteral("json")); }
    [[nodiscard]] bool wantsHelp() const { return has(QStringLiteral("help")); }
    [[nodiscard]] bool wantsVersion() const { return has(QStringLiteral("version")); }

    /// --minutes or --until (as of localNow), --data-mb, --down-kbps, --up-kbps.
    [[nodiscard]] Result<Limits> limits(const QDateTime &localNow) const;

    /// A point in time: ISO 8601, a date, or HH:MM of today; local time where no zone is given.
    /// UTC.
    [[nodiscard]] Result<QDateTime> time(const QString &option, const QDateTime &localNow) const;

    /// A whole number of 1 or more.
    [[nodiscard]] Result<int> positiveNumber(const QString &option) const;

private:
    QString m_command;
    QString m_operand;
    QHash<QString, QStringList> m_values;
};
