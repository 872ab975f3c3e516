#include "cli/listcommands.h"

#include "cli/clientjson.h"
#include "phrases/phrases.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

void SitesCommand::start()
{
    m_session
        = std::make_unique<ControllerSession>(m_gatehouse, m_call, m_call.value(u"controller"_s));
    m_session->open()->then(this, [this](const Result<Done> &opened) {
        if (!opened)
            return endWith(opened.error());
        show();
    });
}

void SitesCommand::show()
{
    QJsonArray array;
    QList<QStringList> rows{{tr("SITE"), tr("ID")}};
    for (const Site &site : m_session->allSites()) {
        array.append(QJsonObject{{u"controller"_s, m_session->profile().name}, {u"id"_s, site.id},
            {u"name"_s, site.name}});
        rows.append({site.name, site.id});
    }
    if (m_console.isJson())
        m_console.print(QJsonDocument(array));
    else
        m_console.print(asColumns(rows));
    end(ExitCode::Success);
}

void ClientsCommand::start()
{
    const QString state = m_call.value(u"state"_s);
    if (!QStringList{{}, u"waiting"_s, u"authorized"_s, u"all"_s}.contains(state))
        return endWith(
            usageFailure(tr("--state takes waiting, authorized or all, not “%1”.").arg(state)));
    const auto known = m_gatehouse.audit().knownGuests();
    if (!known)
        return endWith(known.error());
    m_guests = guestsByClient(*known);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ClientsCommand::round);
    m_session
        = std::make_unique<ControllerSession>(m_gatehouse, m_call, m_call.value(u"controller"_s));
    m_session->open()->then(this, [this](const Result<Done> &opened) {
        if (!opened)
            return endWith(opened.error());
        const auto sites = m_session->chosenSites();
        if (!sites)
            return endWith(sites.error());
        m_chosen = *sites;
        round();
    });
}

void ClientsCommand::round()
{
    m_found.clear();
    m_waiting = m_chosen;
    listNextSite();
}

void ClientsCommand::listNextSite()
{
    if (m_waiting.isEmpty())
        return readAuthorizations();
    ClientLister *lister = m_session->driver().lister();
    if (!lister)
        return endWith({Failure::Kind::NotSupported, u"no lister"_s});
    const Site site = m_waiting.takeFirst();
    const bool guestsOnly = m_call.has(u"state"_s) && m_call.value(u"state"_s) != u"all"_s;
    const ClientQuery query{
        site.id, guestsOnly ? ClientQuery::Scope::Guests : ClientQuery::Scope::Everyone};
    lister->listClients(query)->then(this, [this, site](const Result<ClientSnapshot> &snapshot) {
        if (!snapshot) {
            if (!m_call.has(u"watch"_s) || m_shown.isEmpty())
                return endWith(snapshot.error());
            m_console.note(phrases::textWithNextStep(snapshot.error()));
            m_pause.start(m_session->driver().pollPause());
            return;
        }
        if (!snapshot->complete)
            m_console.note(tr("The list of %1 changed while it was read; it may not be whole.")
                               .arg(site.name));
        for (WifiClient client : snapshot->clients) {
            client.key.controllerId = m_session->profile().id;
            if (isWanted(client, m_guests.value(client.key)))
                m_found.append({client, site.name});
        }
        listNextSite();
    });
}

/// Where the list does not tell an authorization, each costs a request: a bounded number of them, a
/// few at a time.
void ClientsCommand::readAuthorizations()
{
    constexpr int mostReads = 200;
    constexpr int atOnce = 4;
    m_unread.clear();
    for (int i = 0; i < m_found.size(); ++i)
        if (m_found[i].client.state == ClientState::Authorized && !m_found[i].client.authorization)
            m_unread.append(i);
    if (!m_session->driver().reader() || m_unread.isEmpty())
        return show();
    if (m_unread.size() > mostReads) {
        m_console.note(
            tr("The authorizations of %n client(s) were not read; narrow the list with --search.",
                nullptr, int(m_unread.size()) - mostReads));
        m_unread.resize(mostReads);
    }
    m_reading = std::min(atOnce, int(m_unread.size()));
    for (int i = m_reading; i > 0; --i)
        readNext();
}

void ClientsCommand::readNext()
{
    if (m_unread.isEmpty()) {
        if (--m_reading == 0)
            show();
        return;
    }
    const int place = m_unread.takeFirst();
    m_session->driver()
        .reader()
        ->readClient(m_found[place].client)
        ->then(this, [this, place](const Result<WifiClient> &read) {
            // A guest that left meanwhile keeps the row that the list told.
            if (read)
                m_found[place].client.authorization = read->authorization;
            readNext();
        });
}

bool ClientsCommand::isWanted(const WifiClient &client, const Guest &guest) const
{
    const QString state = m_call.value(u"state"_s);
    if (state == u"waiting"_s && client.state != ClientState::Waiting)
        return false;
    if (state == u"authorized"_s && client.state != ClientState::Authorized)
        return false;
    return matches(client, guest, m_call.value(u"search"_s));
}

void ClientsCommand::show()
{
    std::ranges::sort(m_found, {}, [](const Found &found) {
        return std::tuple(found.siteName, found.client.name, found.client.key.mac);
    });
    QJsonArray array;
    QList<QStringList> rows{{tr("STATE"), tr("MAC"), tr("NAME"), tr("GUEST"), tr("IP"),
        tr("ACCESS POINT"), tr("SITE"), tr("UNTIL")}};
    const QDateTime now = m_gatehouse.clock().now();
    for (const auto &[seen, siteName] : std::as_const(m_found)) {
        const WifiClient client = inOurClock(seen, m_session->driver().clockOffset());
        const Guest guest = m_guests.value(client.key);
        array.append(toJson(client, m_session->profile().name, siteName, guest));
        const bool hasEnd = client.authorization && client.authorization->until;
        rows.append({phrases::text(client.state), client.key.mac.toString(), client.name,
            QStringList{guest.name, guest.room}.join(u' ').trimmed(), client.ip, client.accessPoint,
            siteName, hasEnd ? phrases::clockTime(*client.authorization->until, now) : QString()});
    }
    const QJsonDocument document(array);
    if (const QByteArray text = document.toJson(QJsonDocument::Compact); text != m_shown) {
        m_shown = text;
        if (m_console.isJson())
            m_console.print(document);
        else
            m_console.print(array.isEmpty() ? tr("No clients.") : asColumns(rows));
    }
    if (m_call.has(u"watch"_s))
        m_pause.start(m_session->driver().pollPause());
    else
        end(ExitCode::Success);
}
