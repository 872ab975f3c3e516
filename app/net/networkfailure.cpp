#include "net/networkfailure.h"

using namespace Qt::StringLiterals;

namespace {

/// A connection that ended too early: what that means depends on how far it had come.
Failure::Kind kindOfSilence(const ExchangeProgress &progress)
{
    if (!progress.mayHaveBeenSent)
        return Failure::Kind::Unreachable;
    const bool headCame = progress.status != 0;
    return headCame && !progress.isAction ? Failure::Kind::UnreadableReply
                                          : Failure::Kind::NoAnswer;
}

} // namespace

bool isHttpAnswer(QNetworkReply::NetworkError error, int status)
{
    if (status == 0)
        return false;
    if (error == QNetworkReply::NoError)
        return true;
    // Below 100 are connection errors. With a good status the others are damaged bodies. (With a
    // 307 Qt reports that it could not send an action's body again: a status like any other to us.)
    constexpr int firstHttpError = 100;
    return status >= 300 && error >= firstHttpError;
}

Failure networkFailure(
    QNetworkReply::NetworkError error, const QString &words, const ExchangeProgress &progress)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return {Failure::Kind::HostNotFound, words};
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {Failure::Kind::Unreachable, words};
    case QNetworkReply::SslHandshakeFailedError:
        // Who shows a certificate speaks TLS; the trust was then judged before. Others answered
        // with something else.
        return {progress.peerSpokeTls ? kindOfSilence(progress) : Failure::Kind::NotTls, words};
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return {Failure::Kind::InvalidInput, words};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
        return {Failure::Kind::UnreadableReply, words};
    case QNetworkReply::ContentReSendError:
        // There is nothing to send again unless it was sent before.
        return {Failure::Kind::NoAnswer, words};
    default:
        return {kindOfSilence(progress), words};
    }
}
