#pragma once

#include "core/failure.h"

#include <QNetworkReply>

/// How far a request had come when its connection failed.
struct ExchangeProgress
{
    bool mayHaveBeenSent = false; ///< the server may have read the request
    bool peerSpokeTls = false; ///< a certificate was seen or the handshake was complete
    bool isAction = false;
    int status = 0; ///< of the reply's head, 0 before it came
};

/// Whether what QNetworkAccessManager calls an error is only a status that the caller reads itself.
[[nodiscard]] bool isHttpAnswer(QNetworkReply::NetworkError error, int status);

/// Names a failed exchange. Timeouts and hang-ups differ by whether the request may have been sent;
/// our own aborts are the caller's to name.
[[nodiscard]] Failure networkFailure(
    QNetworkReply::NetworkError error, const QString &words, const ExchangeProgress &progress);
