#include "ui/photographer.h"

#include "assembly/gatehouse.h"
#include "ui/mainwindow.h"
#include "ui/pages/clientspage.h"
#include "ui/pages/clienttable.h"

#include <QCoreApplication>
#include <QPixmap>

#include <algorithm>
#include <cstdio>

using namespace std::chrono_literals;

Photographer::Photographer(
    const Gatehouse &gatehouse, MainWindow &window, const QString &file, QObject *parent)
    : QObject(parent)
    , m_gatehouse(gatehouse)
    , m_window(window)
    , m_file(file)
{
    constexpr auto pause = 400ms;
    m_since.start();
    connect(&m_look, &QTimer::timeout, this, &Photographer::look);
    m_look.start(pause);
}

void Photographer::look()
{
    constexpr qint64 patience = 20'000;
    const int rows = m_window.clientsPage()->model().rowCount();
    const bool cameToRest = rows > 0 && rows == m_rows && !isConnecting();
    m_rows = rows;
    if (!cameToRest && m_since.elapsed() < patience)
        return;
    m_look.stop();
    choose();
    // One more turn of the event loop, so that what the choice has changed is laid out.
    QTimer::singleShot(200ms, this, [this, rows] { shoot(rows > 0); });
}

bool Photographer::isConnecting() const
{
    return std::ranges::any_of(m_gatehouse.links(), [](const ControllerLink *link) {
        return link->state() == ControllerLink::State::Connecting
            || link->state() == ControllerLink::State::Idle;
    });
}

void Photographer::choose()
{
    const ClientsPage *page = m_window.clientsPage();
    if (m_rows > 0 && page->table()->chosen().isEmpty())
        page->table()->choose(page->model().keyAt(0));
}

void Photographer::shoot(bool hasClients)
{
    const bool saved = m_window.grab().save(m_file, "PNG");
    if (!saved)
        std::fprintf(stderr, "The picture could not be written to %s.\n", qPrintable(m_file));
    else if (!hasClients)
        std::fprintf(stderr, "No client came within 20 seconds; the picture shows none.\n");
    QCoreApplication::exit(saved && hasClients ? 0 : 1);
}
