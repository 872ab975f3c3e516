#pragma once

#include "assembly/gatehouse.h"
#include "sim/simulatorthread.h"
#include "ui/mainwindow.h"
#include "ui/preferences/preferences.h"

#include <QAbstractButton>
#include <QTemporaryDir>
#include <QWidget>

/// A whole Gatehouse with its window over simulated controllers: secrets in memory, profile and
/// history in a folder that goes with the house.
class House
{
public:
    /// One controller for each; none: a fresh profile.
    explicit House(const QList<SimulatorOptions> &controllers);
    ~House();

    [[nodiscard]] Gatehouse &gatehouse() { return *m_gatehouse; }
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] SimulatorThread &simulators() { return m_simulators; }
    [[nodiscard]] const QList<SimulatorInfo> &running() const { return m_running; }

    /// Shows the window and lets the controllers connect.
    void open();

    /// Closes the window and shows a new one over the same profile.
    void reopen();

    /// The address of the first guest who waits at this controller.
    [[nodiscard]] MacAddress waitingGuest(int controller = 0) const;
    [[nodiscard]] ClientKey keyOf(const MacAddress &mac);

private:
    QTemporaryDir m_folder;
    SimulatorThread m_simulators;
    QList<SimulatorInfo> m_running;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Gatehouse> m_gatehouse;
    std::unique_ptr<MainWindow> m_window;
};

/// The first visible widget of this kind with this accessible name, or with this text where it has
/// none; null when there is none.
template <typename T>
[[nodiscard]] T *named(const QWidget *root, const QString &name)
{
    for (T *widget : root->findChildren<T *>()) {
        QString known = widget->accessibleName();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
            button && known.isEmpty())
            known = button->text().remove(QLatin1Char('&'));
        if (known == name && widget->isVisible())
            return widget;
    }
    return nullptr;
}

/// A short life of simulated controllers that answers at once and stands still.
[[nodiscard]] SimulatorOptions unifi(int clients = 12, int waiting = 4);
[[nodiscard]] SimulatorOptions omada(int clients = 12, int waiting = 4);
