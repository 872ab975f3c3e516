#pragma once

#include "assembly/simulatedgatehouse.h"
#include "ui/mainwindow.h"
#include "ui/preferences/preferences.h"

#include <QElapsedTimer>

#include <functional>
#include <vector>

class ClientTable;
class SearchField;

/// Somebody who never rests: types searches and clears them, clicks columns, scrolls, walks through
/// the list by keyboard and lets guests in, a step every fifth of a second.
class SoakUser : public QObject
{
    Q_OBJECT

public:
    /// premises must outlive the user.
    explicit SoakUser(SimulatedGatehouse &premises);

    /// False when so many do not come within a minute or two.
    [[nodiscard]] bool waitForRows(int count);
    [[nodiscard]] int rows() const;

    void begin();
    void goOnFor(std::chrono::milliseconds length);
    void stop();

    /// What was done and seen so far, in a line.
    [[nodiscard]] QString figures() const;
    /// Whether every guest that was let in was confirmed by the controller, and only those.
    [[nodiscard]] bool isContent() const;

private:
    using Step = std::function<void()>;

    void makeSteps();
    void type(const QString &text);
    void clear();
    void sortByNextColumn();
    void findSomebodyWaiting();
    void letFoundIn();
    void press(Qt::Key key);
    void rest(int steps);
    void goOn();
    void takeOutcome(const ActionReport &report);

    SimulatedGatehouse &m_premises;
    Preferences m_preferences;
    MainWindow m_window;
    ClientTable *m_table;
    SearchField *m_search;
    QTimer m_pace;
    std::vector<Step> m_steps;
    size_t m_next = 0;
    int m_sortedBy = 0;
    QList<ClientKey> m_asked;
    ClientKey m_found; ///< waits to be let in
    int m_polls = 0;
    bool m_fills = true; ///< lists come for the first time, in parts
    int m_searches = 0;
    int m_clicks = 0;
    int m_confirmed = 0;
    int m_wrong = 0;
    qint64 m_changedRows = 0;
};
