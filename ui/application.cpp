#include "ui/application.h"

#include "assembly/demo.h"
#include "assembly/sessionmemory.h"
#include "assembly/standardports.h"
#include "phrases/language.h"
#include "phrases/phrases.h"
#include "ui/firstframe.h"
#include "ui/look/icons.h"
#include "ui/mainwindow.h"
#include "ui/photographer.h"
#include "ui/preferences/machinesettings.h"
#include "ui/preferences/preferences.h"
#include "ui/troublewindow.h"

#include <QApplication>

#include <cstdio>

Application::Application(QApplication &application, Options options)
    : m_application(application)
    , m_options(std::move(options))
    , m_preferences(std::make_unique<Preferences>(
          m_options.demo ? QString() : settingsFile(m_options.profile),
          MachineSettings::read().values))
{
}

Application::~Application() = default;

int Application::run()
{
    dress();
    if (const Result<Done> opened = open(); opened)
        showWindow();
    else
        showTrouble(opened.error());
    const int code = m_window || m_troubleWindow ? QApplication::exec() : 0;
    return m_trouble != 0 ? m_trouble : code;
}

void Application::dress()
{
    const QString language
        = m_options.language.isEmpty() ? m_preferences->language() : m_options.language;
    if (!phrases::installLanguage(m_application, language))
        std::fprintf(stderr, "%s\n",
            qPrintable(
                tr("There is no catalog for the language “%1”; English is used.").arg(language)));
    m_theme.setChoice(m_options.scheme.value_or(
        Theme::choiceFromWord(m_preferences->scheme()).value_or(SchemeChoice::System)));
    m_theme.applyTo(m_application);
    connect(m_preferences.get(), &Preferences::schemeChanged, this, [this](const QString &scheme) {
        m_theme.setChoice(Theme::choiceFromWord(scheme).value_or(SchemeChoice::System));
    });
}

Result<Done> Application::open()
{
    if (m_options.demo) {
        Result<Ports> ports = startDemo();
        if (!ports)
            return fail(ports.error());
        m_gatehouse = std::make_unique<Gatehouse>(std::move(*ports));
    } else {
        m_gatehouse = std::make_unique<Gatehouse>(standardPorts(m_options.profile));
    }
    return m_gatehouse->loadProfile();
}

Result<Ports> Application::startDemo()
{
    Result<std::unique_ptr<Demo>> demo = Demo::start();
    if (!demo)
        return fail(demo.error());
    m_demo = std::move(*demo);
    return m_demo->takePorts();
}

void Application::showWindow()
{
    m_gatehouse->lastSession().showFirst();
    m_window = std::make_unique<MainWindow>(*m_gatehouse, *m_preferences, m_options.demo);
    if (m_options.size)
        m_window->resize(*m_options.size);
    m_window->show();
    connect(new FirstFrame(m_window->windowHandle(), m_window.get()), &FirstFrame::over, this,
        &Application::goOn);
}

/// History, network and keychain come after the first frame, and so does the icon: its large sizes
/// are a megabyte for the display server.
void Application::goOn()
{
    QApplication::setWindowIcon(icons::application());
    if (const Result<Done> opened = m_gatehouse->openHistory(); !opened)
        return showTrouble(opened.error());
    if (!m_options.screenshot.isEmpty())
        m_photographer
            = std::make_unique<Photographer>(*m_gatehouse, *m_window, m_options.screenshot);
    m_gatehouse->lastSession().showRest()->then(
        m_gatehouse.get(), [this](const Result<Done> &) { m_gatehouse->connectAll(); });
}

void Application::showTrouble(const Failure &failure)
{
    std::fprintf(stderr, "%s\n", qPrintable(phrases::textWithNextStep(failure)));
    m_trouble = storageFailed;
    QApplication::setWindowIcon(icons::application());
    if (!m_options.screenshot.isEmpty())
        return QCoreApplication::quit();
    m_troubleWindow = std::make_unique<TroubleWindow>(failure);
    m_troubleWindow->show();
    if (m_window)
        m_window->hide();
}
