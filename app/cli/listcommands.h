#pragma once

#include "cli/command.h"
#include "cli/controllersession.h"

#include <QTimer>

/// sites --controller NAME
class SitesCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void show();

    std::unique_ptr<ControllerSession> m_session;
};

/// clients --controller NAME [--watch]
class ClientsCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    struct Found
    {
        WifiClient client;
        QString siteName;
    };

    void round();
    void listNextSite();
    void readAuthorizations();
    void readNext();
    void show();
    [[nodiscard]] bool isWanted(const WifiClient &client, const Guest &guest) const;

    std::unique_ptr<ControllerSession> m_session;
    QHash<ClientKey, Guest> m_guests;
    QList<Site> m_chosen;
    QList<Site> m_waiting; ///< sites of this round that have not been listed yet
    QList<Found> m_found;
    QList<int> m_unread; ///< places in m_found whose authorization the list did not tell
    int m_reading = 0;
    QByteArray m_shown; ///< what --watch printed last
    QTimer m_pause;
};
