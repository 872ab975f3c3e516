#include "assembly/settlingwatch.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto betweenLooks = 1min;

bool isConnected(const ControllerLink &link)
{
    return link.driver()
        && (link.state() == ControllerLink::State::Connected
            || link.state() == ControllerLink::State::Refreshing);
}

} // namespace

SettlingWatch::SettlingWatch(Gatehouse &gatehouse, Settler &settler, QObject *parent)
    : QObject(parent)
    , m_gatehouse(gatehouse)
    , m_settler(settler)
{
    connect(&m_again, &QTimer::timeout, this, &SettlingWatch::lookAtAll);
}

void SettlingWatch::begin()
{
    giveUpTheHomeless();
    connect(&m_gatehouse, &Gatehouse::linkChanged, this, &SettlingWatch::look);
    m_again.start(betweenLooks);
}

void SettlingWatch::look(const ControllerLink *link)
{
    const QString &id = link->profile().id;
    if (!isConnected(*link)) {
        m_connected.remove(id);
    } else if (!m_connected.contains(id)) {
        m_connected.insert(id);
        settle(*link);
    }
}

void SettlingWatch::lookAtAll()
{
    const auto links = m_gatehouse.links();
    for (const ControllerLink *link : links)
        if (isConnected(*link))
            settle(*link);
}

void SettlingWatch::settle(const ControllerLink &link)
{
    m_settler
        .settle(
            link.profile().id, *link.driver(), [](const AuditRecord &) { return SettlingManner(); })
        ->then(this, [](const Result<QList<AuditRecord>> &) {});
}

/// Nobody knows any more how to ask their controllers.
void SettlingWatch::giveUpTheHomeless()
{
    auto open = m_settler.openRecords();
    if (!open)
        return;
    open->removeIf([this](const AuditRecord &record) {
        return m_gatehouse.link(record.intent.client.controllerId) != nullptr;
    });
    // What cannot be written now is open at the next start.
    (void)m_settler.giveUp(
        *open, {Failure::Kind::NotFound, u"the controller is no longer in the profile"_s});
}
