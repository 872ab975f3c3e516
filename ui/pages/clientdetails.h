#pragma once

#include "clients/clientdirectory.h"
#include "ui/widgets/surface.h"

#include <QTimer>

class ActionButtons;
class ClientActions;
class ClientFacts;
class DeviceHistory;
class Gatehouse;
class QScrollArea;
class QVBoxLayout;
class StateChip;
class TextLabel;
class TwinOffer;

/// The panel beside the table: who and what the chosen client is, its connection, its
/// authorization, what history knows of it, and the actions. For several clients: how many, and the
/// actions.
class ClientDetails : public Surface
{
    Q_OBJECT

public:
    ClientDetails(Gatehouse &gatehouse, ClientActions &actions, QWidget *parent = nullptr);

    void showClients(const QList<ClientKey> &clients);

    /// Wide enough for the actions in every language: the splitter must not cut them.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The whole history of this device is wished for.
    void historyAsked(const MacAddress &mac);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *buildContents(ClientActions &actions);
    void refresh();
    void showOne(const ClientRow &row);
    void showSeveral();
    void showHistory();
    [[nodiscard]] QString standing(const ClientRow &row) const;

    Gatehouse &m_gatehouse;
    QList<ClientKey> m_clients;
    QTimer m_second;
    TextLabel *m_hint;
    QScrollArea *m_scroll;
    TextLabel *m_name = nullptr;
    TextLabel *m_about = nullptr;
    StateChip *m_chip = nullptr;
    TextLabel *m_standing = nullptr;
    TextLabel *m_latest = nullptr;
    TwinOffer *m_twin = nullptr;
    ActionButtons *m_buttons = nullptr;
    ClientFacts *m_facts = nullptr;
    DeviceHistory *m_history = nullptr;
};
