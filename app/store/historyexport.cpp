#include "store/historyexport.h"

#include <QIODevice>
#include <QJsonDocument>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 500;

QString isoTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QString siteOf(const AuditIntent &intent)
{
    return intent.siteName.isEmpty() ? intent.client.siteId : intent.siteName;
}

void put(QJsonObject &object, QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

void put(QJsonObject &object, QLatin1StringView key, const std::optional<int> &value)
{
    if (value)
        object.insert(key, *value);
}

void put(QJsonObject &object, QLatin1StringView key, bool yes)
{
    if (yes)
        object.insert(key, true);
}

QLatin1StringView keyOf(AuditReference::Relation relation)
{
    switch (relation) {
    case AuditReference::Relation::Undoes:
        return "undoes"_L1;
    case AuditReference::Relation::Completes:
        return "completes"_L1;
    }
    Q_UNREACHABLE();
}

void put(QJsonObject &object, QLatin1StringView key, const Limits &limits)
{
    if (!limits.isEmpty())
        object.insert(key, toJson(limits));
}

QString cell(const std::optional<int> &value)
{
    return value ? QString::number(*value) : QString();
}

// The characters that OWASP names, with their full-width twins, which some spreadsheets take as
// well.
bool looksLikeFormula(const QString &text)
{
    return !text.isEmpty() && u"=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"_s.contains(text.front());
}

QString foreignCell(const QString &text)
{
    return looksLikeFormula(text) ? u'\'' + text : text;
}

QByteArray csvLine(QStringList cells)
{
    for (QString &cell : cells)
        if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n')
            || cell.contains(u'\r'))
            cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    return cells.join(u',').toUtf8() + "\r\n";
}

QByteArray csvHead()
{
    return "\xef\xbb\xbf"
        + csvLine({u"record"_s, u"time"_s, u"action"_s, u"operator"_s, u"controller"_s, u"site"_s,
            u"mac"_s, u"device"_s, u"guest"_s, u"room"_s, u"login"_s, u"reason"_s,
            u"askedMinutes"_s, u"askedDataMb"_s, u"askedDownKbps"_s, u"askedUpKbps"_s, u"outcome"_s,
            u"outcomeTime"_s, u"until"_s, u"message"_s, u"erased"_s});
}

QByteArray csvRecord(const AuditRecord &record)
{
    const AuditIntent &intent = record.intent;
    const AuditOutcome outcome = record.outcome.value_or(AuditOutcome{});
    const bool ended = record.outcome.has_value();
    return csvLine({
        QString::number(record.id),
        isoTime(intent.time),
        toWord(intent.action),
        foreignCell(intent.operatorName),
        foreignCell(intent.controllerName),
        foreignCell(siteOf(intent)),
        record.erased ? QString() : intent.client.mac.toString(),
        foreignCell(intent.deviceName),
        foreignCell(intent.guest.name),
        foreignCell(intent.guest.room),
        foreignCell(intent.guest.login),
        foreignCell(intent.reason),
        cell(intent.asked.minutes),
        cell(intent.asked.dataMb),
        cell(intent.asked.downKbps),
        cell(intent.asked.upKbps),
        ended ? toWord(outcome.outcome) : QString(),
        ended ? isoTime(outcome.time) : QString(),
        outcome.until ? isoTime(*outcome.until) : QString(),
        foreignCell(outcome.message),
        record.erased ? isoTime(record.erased->time) : QString(),
    });
}

QByteArray lineOf(const AuditRecord &record, HistoryFormat format, const QJsonObject &chain)
{
    switch (format) {
    case HistoryFormat::Csv:
        return csvRecord(record);
    case HistoryFormat::JsonLines: {
        QJsonObject object = toJson(record);
        if (!chain.isEmpty())
            object.insert("chain"_L1, chain);
        return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    }
    Q_UNREACHABLE();
}

Result<Done> write(QIODevice &out, const QByteArray &bytes)
{
    if (out.write(bytes) == bytes.size())
        return Done{};
    return fail(
        Failure::Kind::StorageFailed, u"the export cannot be written: %1"_s.arg(out.errorString()));
}

} // namespace

QJsonObject toJson(const Limits &limits)
{
    QJsonObject object;
    put(object, "minutes"_L1, limits.minutes);
    put(object, "dataMb"_L1, limits.dataMb);
    put(object, "downKbps"_L1, limits.downKbps);
    put(object, "upKbps"_L1, limits.upKbps);
    return object;
}

QJsonObject toJson(const AuditRecord &record)
{
    const AuditIntent &intent = record.intent;
    QJsonObject object{{u"record"_s, record.id}};
    put(object, "time"_L1, isoTime(intent.time));
    put(object, "action"_L1, toWord(intent.action));
    put(object, "operator"_L1, intent.operatorName);
    put(object, "systemUser"_L1, intent.systemUser);
    put(object, "controller"_L1, intent.controllerName);
    put(object, "site"_L1, siteOf(intent));
    put(object, "mac"_L1, record.erased ? QString() : intent.client.mac.toString());
    put(object, "device"_L1, intent.deviceName);
    put(object, "guest"_L1, intent.guest.name);
    put(object, "room"_L1, intent.guest.room);
    put(object, "login"_L1, intent.guest.login);
    put(object, "reason"_L1, intent.reason);
    put(object, "asked"_L1, intent.asked);
    if (intent.before)
        object.insert("before"_L1, toJson(*intent.before));
    if (intent.refersTo)
        object.insert(keyOf(intent.refersTo->relation), intent.refersTo->record);
    if (record.undoneBy)
        object.insert("undoneBy"_L1, *record.undoneBy);
    if (record.erased)
        object.insert("erased"_L1,
            QJsonObject{{u"time"_s, isoTime(record.erased->time)},
                {u"operator"_s, record.erased->operatorName}});
    put(object, "seen"_L1, record.seen);
    if (const auto &outcome = record.outcome) {
        put(object, "outcome"_L1, toWord(outcome->outcome));
        put(object, "outcomeTime"_L1, isoTime(outcome->time));
        put(object, "got"_L1, outcome->got);
        put(object, "state"_L1, outcome->shown ? toWord(*outcome->shown) : QString());
        put(object, "since"_L1, outcome->since ? isoTime(*outcome->since) : QString());
        put(object, "until"_L1, outcome->until ? isoTime(*outcome->until) : QString());
        put(object, "settledLater"_L1, outcome->settledLater);
        put(object, "putOff"_L1, outcome->putOff);
        put(object, "message"_L1, outcome->message);
    }
    return object;
}

Result<qint64> exportHistory(const AuditLog &log, HistoryFilter filter, HistoryFormat format,
    QIODevice &out, const ExportOptions &options)
{
    if (format == HistoryFormat::Csv)
        if (const auto written = write(out, csvHead()); !written)
            return fail(written.error());
    filter.limit = pageSize;
    for (qint64 count = 0;;) {
        const auto page = log.list(filter);
        if (!page)
            return fail(page.error());
        if (page->isEmpty())
            return count;
        Result<QHash<qint64, QJsonObject>> chains;
        if (options.chains && format == HistoryFormat::JsonLines)
            chains = options.chains(page->last().id, page->first().id);
        if (!chains)
            return fail(chains.error());
        for (const AuditRecord &record : *page)
            if (const auto written = write(out, lineOf(record, format, chains->value(record.id)));
                !written)
                return fail(written.error());
        count += page->size();
        if (options.goOn && !options.goOn(count))
            return fail(Failure::Kind::Cancelled, u"the export was ended"_s);
        filter.beforeRecord = page->last().id;
    }
}
