#pragma once

#include "clients/clientdirectory.h"

#include <QWidget>

class Facts;
class Gatehouse;
class TextLabel;
class UsageLine;

/// What is known of one client, in groups: guest, connection, authorization. What nobody told is
/// not there.
class ClientFacts : public QWidget
{
    Q_OBJECT

public:
    explicit ClientFacts(Gatehouse &gatehouse, QWidget *parent = nullptr);

    void showClient(const ClientRow &row);

    /// "Sun 11:00 CET": local time with its zone. utc is in our clock.
    [[nodiscard]] QString timeWithZone(const QDateTime &utc) const;

private:
    void showGuest(const Guest &guest);
    void showConnection(const ClientRow &row);
    void showAuthorization(const WifiClient &client);
    void showUsage(const Authorization &authorization);
    [[nodiscard]] QDateTime inOurClock(const QDateTime &controllerTime, const ClientKey &key) const;

    Gatehouse &m_gatehouse;
    Facts *m_guest;
    Facts *m_connection;
    Facts *m_authorization;
    UsageLine *m_usage;
    TextLabel *m_further;
};
