#include "cli/enforceround.h"

#include "cli/clientjson.h"
#include "phrases/phrases.h"

#include <algorithm>

using namespace Qt::StringLiterals;

QString reasonOf(const SurplusSession &surplus)
{
    //: %1 a login ID, %2 a MAC address, %3 a time
    return EnforceRound::tr("device limit of %1: on %2 since %3")
        .arg(surplus.session.login, surplus.newest.mac.toString(), isoUtc(surplus.newest.since));
}

EnforceRound::EnforceRound(Gatehouse &gatehouse, ControllerSession &session,
    const QList<SurplusSession> &surplus, bool isDryRun, QObject *parent)
    : QObject(parent)
    , m_gatehouse(gatehouse)
    , m_session(session)
    , m_isDryRun(isDryRun)
    , m_surplus(surplus)
{
}

void EnforceRound::start()
{
    const auto sites = m_session.chosenSites();
    if (!sites)
        return end(sites.error());
    m_sites = *sites;
    nextSite();
}

/// One list tells about all of them; a device that it does not hold is not let in, unless this
/// controller lets in also whom it does not list.
void EnforceRound::nextSite()
{
    if (m_sites.isEmpty() || m_surplus.isEmpty() || m_isStopped)
        return end();
    m_site = m_sites.takeFirst();
    m_authorized.clear();
    m_unread = m_surplus;
    ClientLister *lister = m_session.driver().lister();
    if (!lister)
        return readNext();
    lister->listClients({m_site.id, ClientQuery::Scope::Guests})
        ->then(this, [this](const Result<ClientSnapshot> &snapshot) { listed(snapshot); });
}

void EnforceRound::listed(const Result<ClientSnapshot> &snapshot)
{
    if (!snapshot && snapshot.error().kind == Failure::Kind::NotSupported)
        return readNext();
    if (!snapshot)
        return end(snapshot.error());
    QHash<MacAddress, WifiClient> clients;
    for (const WifiClient &client : snapshot->clients)
        clients.insert(client.key.mac, client);
    const bool listsAll = snapshot->complete
        && !(m_session.driver().capabilities().can(Capability::CancelOffline)
            && m_session.driver().capabilities().can(Capability::ListClients));
    QList<SurplusSession> unread;
    for (const SurplusSession &surplus : std::as_const(m_unread)) {
        const auto client = clients.constFind(surplus.session.mac);
        const bool isListed = client != clients.constEnd();
        if (isListed && client->state == ClientState::Authorized)
            m_authorized.append({surplus, *client});
        else if (isListed ? client->state == ClientState::Unknown : !listsAll)
            unread.append(surplus);
    }
    m_unread = unread;
    readNext();
}

void EnforceRound::readNext()
{
    if (m_unread.isEmpty() || m_isStopped)
        return actNext();
    ClientReader *reader = m_session.driver().reader();
    if (!reader)
        return end(Failure{Failure::Kind::NotSupported, u"no reader"_s});
    const SurplusSession surplus = m_unread.takeFirst();
    reader->readClient(m_site.id, surplus.session.mac)
        ->then(this, [this, surplus](const Result<WifiClient> &read) {
            if (!read && read.error().kind != Failure::Kind::NotFound)
                return end(read.error());
            if (read && read->state == ClientState::Authorized)
                m_authorized.append({surplus, *read});
            readNext();
        });
}

void EnforceRound::actNext()
{
    if (m_authorized.isEmpty() || m_isStopped)
        return nextSite();
    const Suspect suspect = m_authorized.takeFirst();
    if (!m_isDryRun)
        return act(suspect);
    Q_EMIT found(suspect.surplus, m_site);
    actNext();
}

void EnforceRound::act(const Suspect &suspect)
{
    ActionRequest request;
    request.action = AuditAction::Cancel;
    request.client = suspect.client;
    request.client.key.controllerId = m_session.profile().id;
    request.guest.login = suspect.surplus.session.login;
    request.reason = reasonOf(suspect.surplus);
    request.operatorName = m_gatehouse.profiles().operatorName();
    request.controllerName = m_session.profile().name;
    request.siteName = m_site.name;
    auto *run = new ActionRun(
        request, m_session.driver(), m_gatehouse.audit(), m_gatehouse.clock(), ReadBackPatience(),
        [](const ActionReport &report) { return phrases::text(report); }, this);
    connect(run, &ActionRun::finished, this, [this, suspect](const ActionReport &report) {
        // Gone or out by itself since it was listed: there was nothing to do.
        const bool isOut
            = report.offer == Offer::AlreadyDone || report.offer == Offer::NotConnected;
        if (!isOut)
            Q_EMIT cancelled(report, suspect.surplus, m_site);
        if (report.record == 0 && !isOut)
            return end(report.failure);
        actNext();
    });
    run->start();
}
