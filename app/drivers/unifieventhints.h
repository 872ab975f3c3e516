#pragma once

#include "core/changehints.h"
#include "core/messagesocket.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <functional>

/// How a UniFi event socket is kept.
struct UnifiEventPace
{
    std::chrono::milliseconds silence{std::chrono::seconds(60)}; ///< longer: it is dead
    std::chrono::milliseconds firstPause{std::chrono::seconds(5)}; ///< before it is opened again
    std::chrono::milliseconds longestPause{std::chrono::minutes(5)};
    std::chrono::milliseconds betweenHints{std::chrono::seconds(2)}; ///< big sites flood it
};

/// Hears by the event socket of one site that guests come and go. It is opened only when the site
/// has just answered a poll, so that it signs in to nothing and asks nobody who is away; one that
/// ends or falls silent, as they do, is opened again after pauses that grow.
class UnifiEventHints final : public ChangeHints
{
    Q_OBJECT

public:
    /// Null where there are no sockets.
    using Open = std::function<MessageSocket *(const QString &siteId, QObject *parent)>;

    explicit UnifiEventHints(Open open, const UnifiEventPace &pace = {}, QObject *parent = nullptr);

    void listenTo(const QString &siteId) override;

    /// A poll of this site was answered.
    void siteAnswered(const QString &siteId);

private:
    void hear(const QByteArray &message);
    void hint();
    void lose();
    void close();

    Open m_open;
    UnifiEventPace m_pace;
    QString m_siteId; ///< empty: nobody listens
    MessageSocket *m_socket = nullptr; ///< a child, while it lives
    QTimer m_silence;
    QTimer m_betweenHints;
    bool m_hintWaits = false;
    std::chrono::milliseconds m_pause;
    QDeadlineTimer m_notBefore{0};
};
