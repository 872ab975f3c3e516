#pragma once

#include "core/http.h"

/// One hand-written request with its answer: tests/transcripts/README.md says how they are written.
struct Transcript
{
    QByteArray verb;
    QString path; ///< without the query
    QUrlQuery query;
    QList<HttpHeader> headers;
    QByteArray body;
    HttpReply reply;
};

/// name: such as "unifi-integration/info". Ends the test program when there is none.
[[nodiscard]] Transcript transcript(const QString &name);

/// What differs between a request of ours and the transcript's, or nothing. Compared are verb,
/// path, decoded query values, the headers that ours names, and the body as a JSON value.
[[nodiscard]] QString difference(const HttpRequest &ours, const Transcript &theirs);
