#include "cli/undocommand.h"

#include "cli/clientjson.h"
#include "clients/auditentries.h"
#include "phrases/phrases.h"
#include "store/historyexport.h"

using namespace Qt::StringLiterals;

namespace {

/// What the controller cannot do, and what this record cannot mean.
Failure failureOf(const UndoRefusal &refusal)
{
    using Reason = UndoRefusal::Reason;
    const QString sentence = phrases::text(refusal);
    switch (refusal.reason) {
    case Reason::NothingDone:
    case Reason::Undone:
    case Reason::IsAnUndo:
    case Reason::Erased:
    case Reason::ActedOnSince:
    case Reason::TimeIsOver:
        return usageFailure(sentence);
    case Reason::NotKept:
    case Reason::CannotShorten:
    case Reason::Limits:
    case Reason::Offer:
        return {Failure::Kind::NotSupported, u"it cannot be undone"_s, sentence};
    }
    Q_UNREACHABLE();
}

} // namespace

void UndoCommand::start()
{
    const qint64 number = m_call.operand().toLongLong();
    if (number < 1)
        return endWith(usageFailure(tr("“%1” is not a record.").arg(m_call.operand())));
    const auto record = findRecord(number, m_gatehouse.audit());
    if (!record)
        return endWith(record.error().kind == Failure::Kind::NotFound
                ? Failure{Failure::Kind::NotFound, u"no such record"_s,
                    tr("there is no record %1 in the history").arg(number)}
                : record.error());
    m_record = *record;
    const ControllerLink *link = m_gatehouse.link(m_record.intent.client.controllerId);
    if (!link)
        return endWith(noSuchController(m_record.intent.controllerName));
    m_session = std::make_unique<ControllerSession>(m_gatehouse, m_call, link->profile().name);
    m_session->open()->then(this, [this](const Result<Done> &isOpen) {
        if (!isOpen)
            return endWith(isOpen.error());
        look();
    });
}

void UndoCommand::look()
{
    const ClientKey &key = m_record.intent.client;
    ClientReader *reader = m_session->driver().reader();
    if (!reader)
        return plan(asRecorded(), false);
    reader->readClient(key.siteId, key.mac)->then(this, [this](const Result<WifiClient> &read) {
        WifiClient client = read.value_or(asRecorded());
        client.key = m_record.intent.client;
        const bool isAway = !read && read.error().kind != Failure::Kind::NotFound
            && read.error().kind != Failure::Kind::NotSupported;
        if (isAway)
            return endWith(read.error());
        plan(client, read.has_value());
    });
}

WifiClient UndoCommand::asRecorded() const
{
    WifiClient client;
    client.key = m_record.intent.client;
    client.name = m_record.intent.deviceName;
    return client;
}

void UndoCommand::plan(const WifiClient &client, bool isListed)
{
    ControllerDriver &driver = m_session->driver();
    const auto actedOnSince = isActedOnSince(m_record, m_gatehouse.audit());
    if (!actedOnSince)
        return endWith(actedOnSince.error());
    UndoCircumstances circumstances;
    circumstances.capabilities = driver.capabilities();
    if (driver.authorizer())
        circumstances.rules = driver.authorizer()->limitRules();
    circumstances.row.listedNow = isListed;
    circumstances.authorizesAnew = driver.extender() && driver.extender()->restartsUsage();
    circumstances.actedOnSince = *actedOnSince;
    circumstances.now = m_gatehouse.clock().now();
    circumstances.controllerNow = circumstances.now.addMSecs(driver.clockOffset().count());
    const auto undo = undoOf(m_record, client, circumstances);
    if (!undo)
        return endWith(failureOf(undo.error()));
    act(client, *undo);
}

void UndoCommand::act(const WifiClient &client, const UndoPlan &plan)
{
    ControllerDriver &driver = m_session->driver();
    ActionRequest request;
    request.action = plan.action;
    request.client = client;
    request.limits = plan.limits;
    request.guest = plan.guest;
    request.reason = m_call.value(u"reason"_s);
    request.operatorName = m_gatehouse.profiles().operatorName();
    request.controllerName = m_session->profile().name;
    request.siteName = m_record.intent.siteName;
    request.anew = plan.anew;
    request.refersTo = plan.refersTo;
    auto *run = new ActionRun(
        request, driver, m_gatehouse.audit(), m_gatehouse.clock(), ReadBackPatience(),
        [](const ActionReport &report) { return phrases::text(report); }, this);
    connect(run, &ActionRun::finished, this, &UndoCommand::show);
    run->start();
}

void UndoCommand::show(const ActionReport &report)
{
    const QString message = phrases::text(report);
    QJsonObject object{{u"outcome"_s, toWord(report.outcome)},
        {u"mac"_s, report.client.key.mac.toString()}, {u"controller"_s, m_session->profile().name},
        {u"site"_s, m_record.intent.siteName}, {u"action"_s, toWord(report.action)},
        {u"undoes"_s, m_record.id}, {u"asked"_s, toJson(report.asked)},
        {u"got"_s, toJson(report.got)}, {u"message"_s, message}};
    if (report.record != 0)
        object.insert(u"record"_s, report.record);
    if (report.until)
        object.insert(u"until"_s, isoUtc(*report.until));
    if (m_console.isJson())
        m_console.print(QJsonDocument(object));
    else if (report.outcome == Outcome::Confirmed)
        m_console.print(message);
    else
        m_console.note(u"gatehouse-cli: "_s + message);
    end(exitCodeOf(report.outcome, report.failure));
}
