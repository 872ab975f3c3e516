#pragma once

#include "cli/exitcode.h"
#include "cli/invocation.h"
#include "core/secret.h"

#include <QJsonDocument>
#include <QTextStream>

/// Results on standard output, words on standard error, and nothing else anywhere.
class Console
{
public:
    explicit Console(bool json);

    [[nodiscard]] bool isJson() const { return m_json; }

    void print(const QJsonDocument &document);
    void print(const QString &text); ///< one or more lines of human text
    void note(const QString &text); ///< a diagnostic

    /// Says a failure and what to do next, and gives the code to end with.
    ExitCode say(const Failure &failure);

    /// The same in other words than those for a controller.
    ExitCode say(const Failure &failure, const QString &sentence);

    /// Asks on standard error, reads one line from standard input. The line is not echoed anywhere
    /// by us.
    [[nodiscard]] static QString readLine();

private:
    bool m_json;
    QTextStream m_out;
    QTextStream m_err;
};

/// Rows of cells as aligned columns; foreign text is stripped of control characters.
[[nodiscard]] QString asColumns(const QList<QStringList> &rows);

/// Reads the secret that --secret-stdin or --secret-env names. Empty optional: neither was given.
[[nodiscard]] Result<std::optional<Secret>> secretOf(const Invocation &call);
