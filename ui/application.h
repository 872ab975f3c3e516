#pragma once

#include "assembly/gatehouse.h"
#include "ui/look/theme.h"
#include "ui/options.h"

class Demo;
class MainWindow;
class Photographer;
class Preferences;
class QApplication;
class TroubleWindow;

/// The window program: opens profile or demo, dresses the window and shows the last session's rows.
/// Once that is painted, it opens the history and connects.
class Application : public QObject
{
    Q_OBJECT

public:
    /// Exit code when the profile cannot be used.
    static constexpr int storageFailed = 8;

    Application(QApplication &application, Options options);
    ~Application() override;

    /// Shows the window and runs until the person closes it; the exit code.
    [[nodiscard]] int run();

private:
    void dress();
    [[nodiscard]] Result<Done> open();
    [[nodiscard]] Result<Ports> startDemo();
    void showWindow();
    void goOn();
    void showTrouble(const Failure &failure);

    QApplication &m_application;
    Options m_options;
    std::unique_ptr<Preferences> m_preferences;
    Theme m_theme;
    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<Gatehouse> m_gatehouse;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<TroubleWindow> m_troubleWindow;
    std::unique_ptr<Photographer> m_photographer;
    int m_trouble = 0; ///< exit code of a program that cannot work
};
