#pragma once

#include "inbound/message.h"

#include <QJsonObject>
#include <QString>

#include <chrono>

/// One request as a simulated controller got it.
using SimRequest = InboundRequest;

/// What it answers, and how.
struct SimReply : InboundReply
{
    enum class Fate {
        Sent,
        Dropped, ///< the connection ends without an answer
        CutShort, ///< the head and half of the body go out, then the connection ends
        CutInHead, ///< only headBytes go out, then the connection ends
        Never, ///< the connection stays open and silent
    };

    std::chrono::milliseconds delay{0};
    Fate fate = Fate::Sent;
    int headBytes = 0;

    /// With status 101: the feed of events that the connection carries from now on.
    QByteArray feed;

    bool acted = false; ///< it changed the controller's state, or was meant to
    QString did; ///< English, for the log: what the simulator did with the request
};

/// The value of a cookie that came with the request; empty when it did not.
[[nodiscard]] QByteArray cookieOf(const SimRequest &request, const QByteArray &name);
[[nodiscard]] SimReply jsonReply(int status, const QJsonObject &body, QString did = {});
[[nodiscard]] SimReply htmlReply(int status, const QByteArray &html, QString did = {});
