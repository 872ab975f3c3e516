#pragma once

#include "httpsclient.h"

#include <QJsonValue>
#include <QList>
#include <QPair>

/// One file of tests/transcripts/.
struct Transcript
{
    RawRequest request;
    RawAnswer response;
};

/// The names of a folder's transcripts, without .http.
[[nodiscard]] QStringList transcriptNames(const QString &folder);

/// Reads one, with the cast's values replaced by those of a running simulator. Fails the test when
/// it is not there.
[[nodiscard]] Transcript readTranscript(
    const QString &folder, const QString &name, const QList<QPair<QString, QString>> &cast);

/// Where actual does not have the shape of expected: a member is missing or of another type, a word
/// that decides something (an error code, an action) is another, an array has no element like an
/// expected one. Empty when it has.
[[nodiscard]] QString shapeDifference(const QJsonValue &expected, const QJsonValue &actual,
    const QString &where = QStringLiteral("$"));
