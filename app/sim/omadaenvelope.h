#pragma once

#include "sim/exchange.h"
#include "sim/world.h"

#include <QJsonValue>

/// How Omada answers in both of its APIs: status 200, whatever happened, with an errorCode, a msg
/// and perhaps a result.
class OmadaEnvelope
{
public:
    explicit OmadaEnvelope(SimWorld &world)
        : m_world(world)
    {
    }

    [[nodiscard]] SimReply answered(int errorCode, const QString &message,
        const QJsonValue &result = QJsonValue::Undefined) const;
    [[nodiscard]] SimReply done(const QJsonValue &result = QJsonValue::Undefined) const;
    /// The reason is for the log; the answer does not tell.
    [[nodiscard]] SimReply badParameters(const QString &why) const;
    [[nodiscard]] SimReply wrongRequestType() const;
    [[nodiscard]] SimReply forbidden() const;
    [[nodiscard]] SimReply unsupportedPath() const;

    /// What is in the way of any action, whatever it is about.
    [[nodiscard]] std::optional<SimReply> refusedToAct(const SimRequest &request) const;

private:
    SimWorld &m_world;
};

/// Its sign-in page, which also comes with status 200 where an answer was wanted.
[[nodiscard]] SimReply omadaSignInPage();
/// A whole number within bounds, written as one.
[[nodiscard]] std::optional<qint64> wholeNumber(const QJsonValue &value, qint64 least, qint64 most);
/// An empty body, or an object without members.
[[nodiscard]] bool hasNoContent(const SimRequest &request);
[[nodiscard]] bool saysJson(const SimRequest &request);
