#include "ui/dialogs/actionsubject.h"

#include "phrases/phrases.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const ClientRow &row)
{
    for (const QString &name : {row.client.name, row.client.hostName, row.guest.name})
        if (!name.isEmpty())
            return name;
    return row.client.key.mac.toString();
}

} // namespace

ActionSubject::ActionSubject(
    Gatehouse &gatehouse, ClientAction action, const QList<ClientKey> &keys)
    : m_gatehouse(gatehouse)
    , m_keys(keys)
{
    for (const ClientKey &key : keys) {
        const QString why = gatehouse.whyNot(action, key);
        if (why.isEmpty())
            m_ready << key;
        else if (!m_reasons.contains(why))
            m_reasons << why;
    }
}

QString ActionSubject::name() const
{
    if (m_keys.size() != 1)
        return tr("%n device(s)", nullptr, int(m_keys.size()));
    const std::optional<ClientRow> row = onlyRow();
    return row ? nameOf(*row) : m_keys.first().mac.toString();
}

QString ActionSubject::place() const
{
    const QList<ControllerLink *> all = links();
    QSet<std::pair<QString, QString>> sites;
    for (const ClientKey &key : m_keys)
        sites.insert({key.controllerId, key.siteId});
    if (all.size() == 1 && sites.size() == 1) {
        const ControllerProfile &profile = all.first()->profile();
        const QString site = m_gatehouse.siteName(profile.id, m_keys.first().siteId);
        return tr("%1 · %2 · by the %3", "controller, site, protocol")
            .arg(profile.name, site, phrases::text(profile.generation));
    }
    const QString siteCount = tr("%n site(s)", nullptr, int(sites.size()));
    return all.size() == 1
        ? tr("%1 · %2", "controller, number of sites").arg(all.first()->profile().name, siteCount)
        : tr("%n controller(s) · %1", nullptr, int(all.size())).arg(siteCount);
}

QString ActionSubject::leftOut() const
{
    const int count = int(m_keys.size() - m_ready.size());
    if (count == 0)
        return {};
    const QString reasons = m_reasons.join(u' ');
    return m_keys.size() == 1 ? reasons
                              : tr("%n of them is left out. %1", nullptr, count).arg(reasons);
}

QList<ControllerLink *> ActionSubject::links() const
{
    QList<ControllerLink *> result;
    for (const ClientKey &key : m_keys) {
        ControllerLink *link = m_gatehouse.link(key.controllerId);
        if (link && !result.contains(link))
            result << link;
    }
    return result;
}

std::optional<ClientRow> ActionSubject::onlyRow() const
{
    return m_keys.size() == 1 ? m_gatehouse.directory().find(m_keys.first()) : std::nullopt;
}
