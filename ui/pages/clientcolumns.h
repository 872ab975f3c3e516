#pragma once

#include <QObject>

class Preferences;
class QHeaderView;
class QMenu;

/// Which columns the clients table shows, in which order and width, and by which it is sorted. Kept
/// by the columns' stable words, so that a later Gatehouse with other columns still understands it.
class ClientColumns : public QObject
{
    Q_OBJECT

public:
    /// header shows a ClientTableModel already, and sorting is on. Restores what was remembered.
    ClientColumns(QHeaderView *header, Preferences &preferences);

    /// Tick a column to see it. Belongs to the header.
    [[nodiscard]] QMenu *menu() const { return m_menu; }

    /// Gives the device column what the others leave.
    void fit(int availableWidth);

    /// Writes the layout down.
    void remember() const;

    void resetToDefaults();

private:
    void fillMenu();
    void restore();
    void showDefaults();
    void setShown(int column, bool shown);

    QHeaderView *m_header;
    Preferences &m_preferences;
    QMenu *m_menu = nullptr;
};
