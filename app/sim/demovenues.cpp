#include "sim/demovenues.h"

using namespace Qt::StringLiterals;

namespace {

struct Building
{
    QString name;
    SimulatorOptions options;
    bool givesAccount = false;
};

QList<Building> buildings()
{
    Building hotel{u"Harbour Hotel"_s, {}, false};
    hotel.options.sites = {u"Lobby"_s, u"Rooms"_s, u"Conference"_s};
    hotel.options.clients = 62;
    hotel.options.waiting = 9;
    hotel.options.seed = 2026;

    Building clinic{u"Clinic North"_s, {}, true};
    clinic.options.sites = {u"Waiting rooms"_s, u"Wards"_s};
    clinic.options.clients = 24;
    clinic.options.waiting = 4;
    clinic.options.seed = 118;
    clinic.options.version = u"9.1.120"_s;

    Building annex{u"Annex"_s, {}, true};
    annex.options.generation = u"omada-openapi"_s;
    annex.options.sites = {u"Annex"_s, u"Boathouse"_s};
    annex.options.clients = 20;
    annex.options.waiting = 3;
    annex.options.seed = 77;

    QList<Building> all{hotel, clinic, annex};
    for (Building &building : all)
        building.options.lively = true;
    return all;
}

QList<SimulatorOptions> optionsOfAll()
{
    QList<SimulatorOptions> options;
    for (const Building &building : buildings())
        options += building.options;
    return options;
}

QList<DemoController> named(const QList<SimulatorInfo> &running)
{
    const QList<Building> all = buildings();
    QList<DemoController> controllers;
    for (qsizetype i = 0; i < running.size(); ++i)
        controllers += {all[i].name, running[i], all[i].givesAccount};
    return controllers;
}

} // namespace

DemoVenues::DemoVenues(QObject *parent)
    : QObject(parent)
{
    connect(&m_thread, &SimulatorThread::ready, this,
        [this](const QList<SimulatorInfo> &running) { Q_EMIT ready(named(running)); });
    connect(&m_thread, &SimulatorThread::failed, this, &DemoVenues::failed);
}

void DemoVenues::start()
{
    m_thread.start(optionsOfAll());
}

tl::expected<QList<DemoController>, QString> DemoVenues::startAndWait()
{
    return m_thread.startAndWait(optionsOfAll()).map(named);
}
