#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <utility>
#include <vector>

/// One request as a simulated controller got it.
struct SimRequest
{
    QByteArray method; ///< upper case
    QByteArray path; ///< as sent, still percent-encoded
    QUrlQuery query;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const
    {
        return headers.value(lowerCaseName);
    }
    [[nodiscard]] QString queryValue(const QString &name) const
    {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    }
    /// The parts between the slashes, percent-decoded.
    [[nodiscard]] QStringList pathParts() const;
};

/// What it answers, and how.
struct SimReply
{
    enum class Fate {
        Sent,
        Dropped, ///< the connection ends without an answer
        CutShort, ///< only the first half goes out, then the connection ends
        Never, ///< the connection stays open and silent
    };

    int status = 200;
    QByteArray contentType; ///< empty: no such header
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< further ones
    QByteArray body;

    std::chrono::milliseconds delay{0};
    Fate fate = Fate::Sent;

    bool acted = false; ///< it changed the controller's state, or was meant to
    QString did; ///< English, for the log: what the simulator did with the request
};

[[nodiscard]] SimReply jsonReply(int status, const QJsonObject &body, QString did = {});
[[nodiscard]] SimReply htmlReply(int status, const QByteArray &html, QString did = {});
