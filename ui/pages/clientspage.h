#pragma once

#include "clients/offers.h"
#include "ui/models/clienttablemodel.h"

#include <QWidget>

class BatchLine;
class ClientActions;
class ClientTable;
class ControllerLink;
class EmptyState;
class FilterChips;
class Freshness;
class Gatehouse;
class PillButton;
class Preferences;
class QHBoxLayout;
class QStackedWidget;
class SearchField;
class TextLabel;

/// The clients of what the sidebar selects: title, search, state chips, the live table, and a
/// sentence where there is nothing to show.
class ClientsPage : public QWidget
{
    Q_OBJECT

public:
    ClientsPage(Gatehouse &gatehouse, Preferences &preferences, ClientActions &actions,
        QWidget *parent = nullptr);

    /// Both empty: all sites.
    void setPlace(const QString &controllerId, const QString &siteId);
    /// Whether anybody can see it: while nobody does, controllers are hardly ever asked.
    void setSeen(bool isSeen);

    [[nodiscard]] ClientTable *table() const { return m_table; }
    [[nodiscard]] const ClientTableModel &model() const { return m_model; }

    void focusSearch();
    void clearSearch();
    void refresh();
    void showStates(ClientFilter::States states);
    void rememberLayout() const;

    /// Follows an action on many clients.
    void follow(AuditAction action, const QList<ClientKey> &clients);

Q_SIGNALS:
    void addControllerAsked();
    void chosenChanged(const QList<ClientKey> &clients);
    /// A key was pressed for an action that is not possible.
    void notPossibleAsked(ClientAction action);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Why the table is empty.
    enum class Emptiness { NoController, NoMatch, Connecting, Away, NobodyInState, NoList, Nobody };

    void buildTable();
    [[nodiscard]] QHBoxLayout *buildTitleRow();
    [[nodiscard]] QHBoxLayout *buildFilterRow();
    void followGatehouse();
    void takePlaces(ControllerLink *link);
    void tellAudience();
    void showTitle();
    void showCounts(const ClientCounts &counts);
    void showNewCount(int count);
    void reviewEmpty();
    [[nodiscard]] Emptiness emptiness() const;
    void describe(Emptiness emptiness);
    void resolveEmptiness();
    [[nodiscard]] QList<ControllerLink *> links() const;
    void watchVisible(const QList<ClientKey> &clients);
    void chooseAll(const QList<ClientKey> &clients);

    Gatehouse &m_gatehouse;
    Preferences &m_preferences;
    ClientActions &m_actions;
    ClientTableModel m_model;
    QString m_controllerId;
    QString m_siteId;
    bool m_isSeen = true;
    TextLabel *m_title;
    SearchField *m_search;
    FilterChips *m_chips;
    Freshness *m_freshness;
    PillButton *m_new;
    BatchLine *m_batch;
    QStackedWidget *m_stack;
    ClientTable *m_table;
    EmptyState *m_empty;
};
