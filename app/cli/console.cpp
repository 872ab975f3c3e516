#include "cli/console.h"

#include "phrases/phrases.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// A host name may hold an escape sequence: a terminal must not run it.
QString printable(const QString &text)
{
    QString result = text;
    for (QChar &c : result)
        if (c.category() == QChar::Other_Control && c != u'\n')
            c = u'\ufffd';
    return result;
}

/// The option of ours that the next step means.
QString optionFor(Failure::Kind kind)
{
    switch (kind) {
    case Failure::Kind::UntrustedCertificate:
        return CommandLine::tr("When the fingerprint is right, add --pin with it.");
    case Failure::Kind::CredentialMissing:
    case Failure::Kind::KeychainLocked:
        return CommandLine::tr("--secret-env or --secret-stdin gives the secret for this call.");
    case Failure::Kind::KeychainMissing:
    case Failure::Kind::KeychainRefused:
        return CommandLine::tr(
            "--no-keychain adds the controller without storing its secret; then give it with each "
            "call by --secret-env or --secret-stdin.");
    default:
        return {};
    }
}

} // namespace

Console::Console(bool json)
    : m_json(json)
    , m_out(stdout)
    , m_err(stderr)
{
}

void Console::print(const QJsonDocument &document)
{
    m_out << document.toJson(QJsonDocument::Compact) << '\n';
    m_out.flush();
}

void Console::print(const QString &text)
{
    m_out << printable(text);
    if (!text.endsWith(u'\n'))
        m_out << '\n';
    m_out.flush();
}

void Console::note(const QString &text)
{
    m_err << printable(text) << '\n';
    m_err.flush();
}

ExitCode Console::say(const Failure &failure)
{
    const QString sentence = phrases::text(failure);
    const QString next = phrases::nextStep(failure);
    if (m_json) {
        QJsonObject error{{u"code"_s, toWord(failure.kind)}, {u"message"_s, sentence}};
        if (!next.isEmpty())
            error.insert(u"next"_s, next);
        if (!failure.seenFingerprint.isEmpty())
            error.insert(
                u"certificateSha256"_s, QString::fromLatin1(failure.seenFingerprint.toHex()));
        print(QJsonDocument(QJsonObject{{u"error"_s, error}}));
    }
    note(u"gatehouse-cli: "_s + phrases::textWithNextStep(failure));
    if (const QString hint = optionFor(failure.kind); !hint.isEmpty())
        note(hint);
    if (!failure.expectedFingerprint.isEmpty())
        note(CommandLine::tr("Trusted:   %1")
                 .arg(phrases::fingerprint(failure.expectedFingerprint)));
    if (!failure.seenFingerprint.isEmpty())
        note(CommandLine::tr("Presented: %1").arg(phrases::fingerprint(failure.seenFingerprint)));
    return exitCodeOf(failure);
}

ExitCode Console::say(const Failure &failure, const QString &sentence)
{
    if (m_json)
        print(QJsonDocument(QJsonObject{{u"error"_s,
            QJsonObject{{u"code"_s, toWord(failure.kind)}, {u"message"_s, sentence}}}}));
    note(u"gatehouse-cli: "_s + sentence);
    return exitCodeOf(failure);
}

QString Console::readLine()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(input.readLine()).trimmed();
}

QString asColumns(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows)
        for (qsizetype column = 0; column < row.size(); ++column) {
            widths.resize(std::max(widths.size(), column + 1));
            widths[column] = std::max(widths[column], row[column].size());
        }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column)
            line += column + 1 == row.size() ? row[column]
                                             : row[column].leftJustified(widths[column] + 2);
        text += line + u'\n';
    }
    return text;
}

Result<std::optional<Secret>> secretOf(const Invocation &call)
{
    const auto missing = [](const QString &sentence) {
        return tl::unexpected(Failure{Failure::Kind::InvalidInput, u"no secret"_s, sentence});
    };
    if (call.has(u"secret-stdin"_s)) {
        const Secret secret(Console::readLine());
        if (secret.isEmpty())
            return missing(CommandLine::tr("Standard input held no secret."));
        return secret;
    }
    if (call.has(u"secret-env"_s)) {
        const QString variable = call.value(u"secret-env"_s);
        const Secret secret(qEnvironmentVariable(variable.toLocal8Bit().constData()).trimmed());
        if (secret.isEmpty())
            return missing(
                CommandLine::tr("The environment variable %1 is not set.").arg(variable));
        return secret;
    }
    return std::optional<Secret>();
}
