#include "cli/historycommands.h"

#include "assembly/historyfile.h"
#include "phrases/phrases.h"
#include "store/historyexport.h"

#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QString askedLimits(const AuditIntent &intent)
{
    switch (intent.action) {
    case AuditAction::Authorize:
        return phrases::text(intent.asked);
    case AuditAction::Extend:
        return intent.asked.minutes ? u"+ "_s + phrases::duration(*intent.asked.minutes)
                                    : QString();
    case AuditAction::Cancel:
    case AuditAction::Block:
    case AuditAction::Unblock:
        return {};
    }
    Q_UNREACHABLE();
}

QStringList rowOf(const AuditRecord &record, const QDateTime &now)
{
    const AuditIntent &intent = record.intent;
    const QString who = QStringList{intent.guest.name, intent.guest.room, intent.guest.login}
                            .join(u' ')
                            .simplified();
    return {QString::number(record.id), phrases::clockTime(intent.time, now, true),
        phrases::text(intent.action),
        record.outcome ? phrases::text(record.outcome->outcome)
                       : Command::tr("Under way or unknown"),
        record.erased ? Command::tr("erased") : intent.client.mac.toString(), who,
        intent.controllerName, intent.operatorName, askedLimits(intent), intent.reason};
}

/// Who asks once wants all of it, and waits for an index that is made for the first time.
Result<Done> finishIndex(SqliteAuditLog &log, const HistoryFilter &filter)
{
    if (!filter.mac && filter.guest.isEmpty() && filter.text.isEmpty())
        return Done{};
    for (;;) {
        const auto left = log.shortenSearchBacklog();
        if (!left)
            return fail(left.error());
        if (*left == 0)
            return Done{};
    }
}

} // namespace

void HistoryCommand::start()
{
    const auto wanted = filter();
    if (!wanted)
        return endWith(wanted.error());
    if (m_call.command() == u"history export"_s)
        exportTo(*wanted);
    else
        list(*wanted);
}

Result<HistoryFilter> HistoryCommand::filter() const
{
    HistoryFilter filter;
    const QDateTime now = m_gatehouse.clock().now().toLocalTime();
    for (const auto &[option, slot] :
        {std::pair{u"since"_s, &filter.since}, std::pair{u"until"_s, &filter.until}}) {
        if (!m_call.has(option))
            continue;
        const auto time = m_call.time(option, now);
        if (!time)
            return fail(time.error());
        *slot = *time;
    }
    if (m_call.has(u"mac"_s)) {
        filter.mac = MacAddress::parse(m_call.value(u"mac"_s));
        if (!filter.mac)
            return fail(usageFailure(tr("“%1” is not a MAC address.").arg(m_call.value(u"mac"_s))));
    }
    if (m_call.has(u"outcome"_s)) {
        filter.outcome = outcomeFromWord(m_call.value(u"outcome"_s));
        if (!filter.outcome)
            return fail(usageFailure(
                tr("There is no outcome called “%1”.").arg(m_call.value(u"outcome"_s))));
    }
    if (m_call.has(u"limit"_s)) {
        filter.limit = m_call.value(u"limit"_s).toInt();
        if (filter.limit < 1)
            return fail(usageFailure(tr("--limit takes a whole number of 1 or more.")));
    }
    filter.guest = m_call.value(u"guest"_s);
    filter.text = m_call.value(u"search"_s);
    return filter;
}

void HistoryCommand::list(const HistoryFilter &filter)
{
    const auto log = openHistory(m_gatehouse.profiles());
    if (!log)
        return endWith(log.error());
    const auto records
        = finishIndex(**log, filter).and_then([&](Done) { return (*log)->list(filter); });
    if (!records)
        return endWith(records.error());
    if (m_console.isJson()) {
        QJsonArray array;
        for (const AuditRecord &record : *records)
            array.append(toJson(record));
        m_console.print(QJsonDocument(array));
    } else if (records->isEmpty()) {
        m_console.print(tr("No records."));
    } else {
        QList<QStringList> rows{{tr("RECORD"), tr("TIME"), tr("ACTION"), tr("OUTCOME"), tr("MAC"),
            tr("GUEST"), tr("CONTROLLER"), tr("BY"), tr("LIMITS"), tr("REASON")}};
        const QDateTime now = m_gatehouse.clock().now();
        for (const AuditRecord &record : *records)
            rows.append(rowOf(record, now));
        m_console.print(asColumns(rows));
    }
    end(ExitCode::Success);
}

void HistoryCommand::exportTo(const HistoryFilter &filter)
{
    const QString format = m_call.has(u"format"_s) ? m_call.value(u"format"_s)
        : m_console.isJson()                       ? u"jsonl"_s
                                                   : u"csv"_s;
    if (format != u"csv"_s && format != u"jsonl"_s)
        return endWith(usageFailure(tr("--format takes csv or jsonl, not “%1”.").arg(format)));
    const auto kind = format == u"csv"_s ? HistoryFormat::Csv : HistoryFormat::JsonLines;
    QFile standardOutput;
    QSaveFile file(m_call.value(u"output"_s));
    QIODevice *out = &standardOutput;
    if (m_call.has(u"output"_s)) {
        out = &file;
        if (!file.open(QIODevice::WriteOnly))
            return endWith(
                {Failure::Kind::StorageFailed, file.fileName() + u": "_s + file.errorString()});
    } else if (!standardOutput.open(stdout, QIODevice::WriteOnly)) {
        return endWith({Failure::Kind::StorageFailed, u"standard output"_s});
    }
    const auto log = openHistory(m_gatehouse.profiles());
    if (!log)
        return endWith(log.error());
    const auto written = finishIndex(**log, filter).and_then([&](Done) {
        return (*log)->exportTo(*out, filter, kind);
    });
    if (!written)
        return endWith(written.error());
    if (m_call.has(u"output"_s) && !file.commit())
        return endWith(
            {Failure::Kind::StorageFailed, file.fileName() + u": "_s + file.errorString()});
    m_console.note(tr("%n record(s) written.", nullptr, int(*written)));
    end(ExitCode::Success);
}
