#pragma once

#include "bench/crowd.h"
#include "clients/clientdirectory.h"
#include "ui/models/clienttablemodel.h"
#include "ui/pages/clienttable.h"
#include "ui/preferences/preferences.h"

/// The window's table over a live directory, on a screen in memory.
class LiveTable
{
public:
    LiveTable()
        : m_directory(m_clock)
        , m_model(m_directory, m_clock)
        , m_preferences(QString())
        , m_view(m_model, m_clock, m_preferences)
    {
        m_view.resize(1200, 900);
        m_view.show();
    }

    /// The controller's next answer: what the main thread does with it before it returns.
    void poll(const ClientSnapshot &snapshot)
    {
        m_directory.pollAnswered(Crowd::controllerId, m_directory.nextTick(), snapshot);
    }

    [[nodiscard]] ClientTableModel &model() { return m_model; }
    [[nodiscard]] ClientTable &view() { return m_view; }

private:
    SystemClock m_clock;
    ClientDirectory m_directory;
    ClientTableModel m_model;
    Preferences m_preferences;
    ClientTable m_view;
};
