#include "ui/application.h"

#include "assembly/demo.h"
#include "assembly/standardports.h"
#include "phrases/language.h"
#include "phrases/phrases.h"
#include "ui/look/icons.h"
#include "ui/mainwindow.h"
#include "ui/photographer.h"
#include "ui/preferences/preferences.h"
#include "ui/troublewindow.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

Application::Application(QApplication &application, Options options)
    : m_application(application)
    , m_options(std::move(options))
    , m_preferences(std::make_unique<Preferences>(
          m_options.demo ? QString() : settingsFile(m_options.profile)))
{
}

Application::~Application() = default;

int Application::run()
{
    dress();
    if (const Result<Done> opened = open(); !opened)
        return showTrouble(opened.error());
    showWindow();
    return QApplication::exec();
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
    QApplication::setWindowIcon(icons::application());
    connect(m_preferences.get(), &Preferences::schemeChanged, this, [this](const QString &scheme) {
        m_theme.setChoice(Theme::choiceFromWord(scheme).value_or(SchemeChoice::System));
    });
}

Result<Done> Application::open()
{
    Result<Ports> ports = m_options.demo ? startDemo() : standardPorts(m_options.profile);
    if (!ports)
        return fail(ports.error());
    m_gatehouse = std::make_unique<Gatehouse>(std::move(*ports));
    return m_gatehouse->load();
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
    m_window = std::make_unique<MainWindow>(*m_gatehouse, *m_preferences, m_options.demo);
    if (m_options.size)
        m_window->resize(*m_options.size);
    m_window->show();
    if (!m_options.screenshot.isEmpty())
        m_photographer
            = std::make_unique<Photographer>(*m_gatehouse, *m_window, m_options.screenshot);
    // Network and keychain come after the first frame.
    QTimer::singleShot(0, m_gatehouse.get(), &Gatehouse::connectAll);
}

int Application::showTrouble(const Failure &failure)
{
    std::fprintf(stderr, "%s\n", qPrintable(phrases::textWithNextStep(failure)));
    if (!m_options.screenshot.isEmpty())
        return storageFailed;
    m_trouble = std::make_unique<TroubleWindow>(failure);
    m_trouble->show();
    QApplication::exec();
    return storageFailed;
}
