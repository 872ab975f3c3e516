#pragma once

#include "clients/clientdirectory.h"
#include "clients/controllerlink.h"

#include <QTimer>

/// Reads clients that somebody can see one by one, where the lists of a protocol do not tell their
/// authorizations: a few at a time, each again after a while, at once when one has just been
/// authorized.
class DetailReader : public QObject
{
    Q_OBJECT

public:
    DetailReader(QString controllerId, ClientDirectory &directory, const Clock &clock,
        const LinkPace &pace, QObject *parent = nullptr);

    /// Reads by this driver, or not at all while it is null.
    void readWith(ControllerDriver *driver);
    void setVisible(const QList<ClientKey> &keys);

    /// What a poll said teaches whether the lists of this protocol tell authorizations.
    void learnFrom(const ClientSnapshot &snapshot);

private:
    struct Watch
    {
        ClientKey key;
        std::optional<QDateTime> readAt;
        bool inFlight = false;
        bool wasAuthorized = false;
    };

    void work();
    [[nodiscard]] std::optional<QDateTime> dueAt(const Watch &watch) const;
    void read(Watch &watch, const WifiClient &seen);
    void answered(quint64 tick, const ClientKey &key, const Result<WifiClient> &answer);
    void noticeFlips();

    const QString m_controllerId;
    ClientDirectory &m_directory;
    const Clock &m_clock;
    const LinkPace m_pace;
    QPointer<ControllerDriver> m_driver;
    QList<Watch> m_watched;
    QTimer m_next;
    std::optional<QDateTime> m_quietUntil; ///< the controller asked not to be asked before
    int m_inFlight = 0;
    bool m_listsTell = false;
};
