#pragma once

#include "assembly/simulatedgatehouse.h"
#include "ui/mainwindow.h"
#include "ui/preferences/preferences.h"

#include <QAbstractButton>
#include <QWidget>

class ClientTable;

/// A simulated Gatehouse with its window.
class House : public SimulatedGatehouse
{
public:
    /// One controller for each; none: a fresh profile.
    explicit House(const QList<SimulatorOptions> &controllers, Keys keys = Keys::All);

    [[nodiscard]] MainWindow &window() { return *m_window; }

    /// Shows the window and lets the controllers connect.
    void open();

    /// Closes the window and shows a new one over the same profile.
    void reopen();

private:
    Preferences m_preferences;
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

/// Whether any visible label shows this, among other words.
[[nodiscard]] bool showsText(const QWidget *root, const QString &part);

[[nodiscard]] ClientTable *tableOf(House &house);

/// A short life of simulated controllers that answers at once and stands still.
[[nodiscard]] SimulatorOptions unifi(int clients = 12, int waiting = 4);
[[nodiscard]] SimulatorOptions omada(int clients = 12, int waiting = 4);
