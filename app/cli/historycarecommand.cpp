#include "cli/historycarecommand.h"

#include "assembly/historyfile.h"

#include <QFile>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {

/// The keychain item that holds the key by which heads are signed; no controller has this id.
const QString signingItem = u"history-signing-key"_s;

Failure fileFailure(const QFileDevice &file)
{
    return {Failure::Kind::StorageFailed, file.fileName() + u": "_s + file.errorString()};
}

} // namespace

void HistoryCareCommand::start()
{
    auto log = openHistory(m_gatehouse.profiles());
    if (!log)
        return endWith(log.error());
    m_log = std::move(*log);
    const QString word = m_call.command();
    if (word == u"history verify"_s)
        verify();
    else if (word == u"history head"_s)
        head();
    else if (word == u"history import"_s)
        importFile();
    else if (word == u"history erase"_s)
        erase();
    else
        markSeen();
}

void HistoryCareCommand::verify()
{
    Result<ChainVerdict> verdict;
    if (m_call.has(u"head"_s)) {
        QFile file(m_call.value(u"head"_s));
        if (!file.open(QIODevice::ReadOnly))
            return endWith(fileFailure(file));
        const auto signedHead = SignedHead::fromJson(file.readAll());
        if (!signedHead)
            return endWith(
                usageFailure(tr("%1 is not a signed head, or was changed.").arg(file.fileName())));
        verdict = m_log->verifySince(*signedHead);
    } else {
        verdict = m_log->verify();
    }
    if (!verdict)
        return endWith(verdict.error());
    if (m_console.isJson()) {
        QJsonObject object{{u"ok"_s, verdict->ok}};
        if (verdict->ok) {
            object.insert(u"records"_s, verdict->records);
            object.insert(u"head"_s, verdict->head);
        } else {
            object.insert(u"firstBad"_s, verdict->firstBad);
            object.insert(u"message"_s, verdict->message);
        }
        m_console.print(QJsonDocument(object));
    } else if (verdict->ok) {
        m_console.print(tr("%n record(s), none changed, removed or added. Head: %1", nullptr,
            int(verdict->records))
                            .arg(verdict->head));
    } else {
        m_console.print(tr("The history was changed: record %1 does not fit (%2).")
                            .arg(verdict->firstBad)
                            .arg(verdict->message));
    }
    end(verdict->ok ? ExitCode::Success : ExitCode::LocalStore);
}

void HistoryCareCommand::head()
{
    const auto given = secretOf(m_call);
    if (!given)
        return endWith(given.error());
    if (*given)
        return signWith((*given)->reveal());
    CredentialVault &vault = m_gatehouse.vault();
    vault.read(signingItem)->then(this, [this, &vault](const Result<Credentials> &read) {
        if (read && !read->isEmpty())
            return signWith(read->first().secret.reveal());
        if (!read && read.error().kind != Failure::Kind::NotFound)
            return endWith(read.error());
        const QString made = QString::fromLatin1(newSigningSeed().toBase64());
        vault.write(signingItem, {{CredentialKind::ApiKey, {}, Secret(made)}})
            ->then(this, [this, made](const Result<Done> &kept) {
                kept ? signWith(made) : endWith(kept.error());
            });
    });
}

void HistoryCareCommand::signWith(const QString &seedInBase64)
{
    const QByteArray seed = QByteArray::fromBase64(seedInBase64.toLatin1());
    if (seed.size() != signingSeedSize)
        return endWith(usageFailure(tr("The secret is not 32 bytes as base64.")));
    const auto verdict = m_log->verify();
    if (!verdict)
        return endWith(verdict.error());
    if (!verdict->ok)
        return endWith({Failure::Kind::StorageFailed,
            u"record %1: %2"_s.arg(verdict->firstBad).arg(verdict->message)});
    auto head = m_log->head(m_gatehouse.clock().now());
    if (!head)
        return endWith(head.error());
    head->sign(seed);
    if (!m_call.has(u"output"_s)) {
        m_console.print(QJsonDocument::fromJson(head->toJson()));
        return end(ExitCode::Success);
    }
    QSaveFile file(m_call.value(u"output"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(head->toJson()) < 0 || !file.commit())
        return endWith(fileFailure(file));
    m_console.note(tr("Keep %1 where nobody can change it.").arg(file.fileName()));
    end(ExitCode::Success);
}

void HistoryCareCommand::importFile()
{
    QFile file(m_call.operand());
    if (!file.open(QIODevice::ReadOnly))
        return endWith(fileFailure(file));
    const auto verdict = m_log->importFrom(file);
    if (!verdict)
        return endWith(verdict.error());
    if (m_console.isJson())
        m_console.print(QJsonDocument(
            QJsonObject{{u"records"_s, verdict->records}, {u"head"_s, verdict->head}}));
    else
        m_console.print(tr("%n record(s) imported and verified.", nullptr, int(verdict->records)));
    end(ExitCode::Success);
}

Result<HistoryFilter> HistoryCareCommand::eraseFilter() const
{
    HistoryFilter filter;
    filter.exactGuest
        = {m_call.value(u"guest"_s), m_call.value(u"room"_s), m_call.value(u"login"_s)};
    if (m_call.has(u"mac"_s)) {
        filter.mac = MacAddress::parse(m_call.value(u"mac"_s));
        if (!filter.mac)
            return fail(usageFailure(tr("“%1” is not a MAC address.").arg(m_call.value(u"mac"_s))));
    }
    if (m_call.has(u"before"_s)) {
        const auto time = m_call.time(u"before"_s, m_gatehouse.clock().now().toLocalTime());
        if (!time)
            return fail(time.error());
        filter.until = *time;
    }
    if (filter.exactGuest.isEmpty() && !filter.mac && !filter.until)
        return fail(
            usageFailure(tr("Say whom to erase: --mac, --guest, --room, --login or --before.")));
    return filter;
}

void HistoryCareCommand::erase()
{
    const auto filter = eraseFilter();
    if (!filter)
        return endWith(filter.error());
    if (m_call.has(u"dry-run"_s))
        return showErased(m_log->countErasable(*filter), true);
    m_gatehouse.erase(*filter)->then(
        this, [this](const Result<qint64> &erased) { showErased(erased, false); });
}

void HistoryCareCommand::showErased(const Result<qint64> &count, bool isDryRun)
{
    if (!count)
        return endWith(count.error());
    if (m_console.isJson())
        m_console.print(
            QJsonDocument(QJsonObject{{isDryRun ? u"wouldErase"_s : u"erased"_s, *count}}));
    else
        m_console.print(isDryRun ? tr("%n record(s) would be erased.", nullptr, int(*count))
                                 : tr("%n record(s) erased.", nullptr, int(*count)));
    end(ExitCode::Success);
}

void HistoryCareCommand::markSeen()
{
    bool isNumber = false;
    HistoryFilter filter;
    filter.record = m_call.operand().toLongLong(&isNumber);
    if (!isNumber)
        return endWith(
            usageFailure(tr("“%1” is not the number of a record.").arg(m_call.operand())));
    const auto found = m_log->list(filter);
    if (!found)
        return endWith(found.error());
    if (found->isEmpty())
        return endWith({Failure::Kind::NotFound, u"record %1"_s.arg(*filter.record)});
    const auto marked = m_log->markSeen(*filter.record, m_gatehouse.profiles().operatorName());
    marked ? end(ExitCode::Success) : endWith(marked.error());
}
