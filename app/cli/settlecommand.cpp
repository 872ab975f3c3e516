#include "cli/settlecommand.h"

#include "phrases/phrases.h"
#include "store/historyexport.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

void SettleCommand::start()
{
    QString only;
    if (m_call.has(u"controller"_s)) {
        const ControllerLink *link = m_gatehouse.linkByName(m_call.value(u"controller"_s));
        if (!link)
            return endWith(noSuchController(m_call.value(u"controller"_s)));
        only = link->profile().id;
    }
    const auto open = m_gatehouse.settler().openRecords(only);
    if (!open)
        return endWith(open.error());
    for (const AuditRecord &record : *open)
        if (!m_controllers.contains(record.intent.client.controllerId))
            m_controllers.append(record.intent.client.controllerId);
    connect(&m_gatehouse.settler(), &Settler::settled, this,
        [this](const AuditRecord &record) { m_settled.append(record); });
    nextController();
}

void SettleCommand::nextController()
{
    if (m_controllers.isEmpty())
        return finishAll();
    m_controller = m_controllers.takeFirst();
    const ControllerLink *link = m_gatehouse.link(m_controller);
    if (!link)
        return giveUp({Failure::Kind::NotFound, u"the controller is no longer in the profile"_s});
    m_session = std::make_unique<ControllerSession>(m_gatehouse, m_call, link->profile().name);
    m_session->open()->then(this, [this](const Result<Done> &isOpen) {
        if (isOpen)
            return settle();
        m_console.note(phrases::textWithNextStep(isOpen.error()));
        giveUp(isOpen.error());
    });
}

void SettleCommand::settle()
{
    const auto manner = [](const AuditRecord &) {
        return SettlingManner{std::chrono::minutes(1), SettlingManner::Unclear::TakeAnyhow};
    };
    m_gatehouse.settler()
        .settle(m_controller, m_session->driver(), manner)
        ->then(this, [this](const Result<QList<AuditRecord>> &settled) {
            if (!settled)
                return endWith(settled.error());
            nextController();
        });
}

void SettleCommand::giveUp(const Failure &why)
{
    const auto open = m_gatehouse.settler().openRecords(m_controller);
    if (!open)
        return endWith(open.error());
    if (const auto given = m_gatehouse.settler().giveUp(*open, why); !given)
        return endWith(given.error());
    nextController();
}

void SettleCommand::finishAll()
{
    std::ranges::sort(m_settled, {}, &AuditRecord::id);
    QJsonArray array;
    for (const AuditRecord &record : std::as_const(m_settled)) {
        array.append(toJson(record));
        if (!m_console.isJson())
            m_console.print(tr("Record %1: %2").arg(record.id).arg(record.outcome->message));
    }
    if (m_console.isJson())
        m_console.print(QJsonDocument(array));
    else if (m_settled.isEmpty())
        m_console.print(tr("Nothing is open."));
    end(ExitCode::Success);
}
