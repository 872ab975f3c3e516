#include "store/historysearch.h"

#include "store/auditevent.h"
#include "store/eventchain.h"
#include "store/searchtext.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>

#include <limits>

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds patience(200);
constexpr std::chrono::milliseconds patienceToForget(5000);
constexpr int searchApplicationId = 0x47615365; // "GaSe"

// The text is in the form in which it is compared, so the tokenizer need not fold it once more.
constexpr const char *searchSchema[] = {
    R"(CREATE VIRTUAL TABLE record_text USING fts5(
        guest, mac, other, content = '', tokenize = 'trigram case_sensitive 1'))",
    R"(CREATE TABLE known_guest (
        controller_id TEXT NOT NULL,
        site_id TEXT NOT NULL,
        mac TEXT NOT NULL,
        record INTEGER NOT NULL,
        PRIMARY KEY (controller_id, site_id, mac)
    ) STRICT, WITHOUT ROWID)",
    // Up to which record everything is in here, the hash by which to know that it is that one, and
    // the latest erasure when this was begun: after another one it must not be used.
    R"(CREATE TABLE progress (
        record INTEGER NOT NULL, hash TEXT NOT NULL, erasure INTEGER NOT NULL) STRICT)",
    "INSERT INTO progress VALUES (0, '', 0)",
};
constexpr Migration searchMigrations[] = {{1, searchSchema, nullptr}};

constexpr auto latestErasure
    = "(SELECT coalesce(max(seq), 0) FROM event WHERE erased IS NOT NULL)"_L1;

QString indexedForms(const QStringList &fields)
{
    QString all;
    for (const QString &field : fields)
        all += indexedForm(searchForm(field));
    return all;
}

Result<Done> executed(const Database &database, QSqlQuery &query, const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    return query.exec() ? Result<Done>() : fail(database.failureOf(query));
}

} // namespace

HistorySearch::HistorySearch(const Database &history)
    : m_history(history)
{
}

HistorySearch::~HistorySearch() = default;

QString HistorySearch::pathFor(const QString &history)
{
    const QFileInfo file(history);
    return u"%1/%2-search.db"_s.arg(file.path(), file.completeBaseName());
}

Result<Done> HistorySearch::open()
{
    if (m_index)
        return Done{};
    if (useFile())
        return Done{};
    // Damaged, or of another version: nothing in it that the history does not hold.
    startAnew();
    return useFile();
}

Result<Done> HistorySearch::useFile()
{
    auto opened = Database::open(pathFor(m_history.path()), searchMigrations, searchApplicationId);
    if (!opened)
        return fail(opened.error());
    // What a power cut takes is indexed again.
    if (const auto set = (*opened)->run(u"PRAGMA synchronous = NORMAL"_s); !set)
        return fail(set.error());
    m_index = std::move(*opened);
    // While another program fills it, it is good as it is.
    m_index->setPatience(patience);
    return Done{};
}

void HistorySearch::startAnew()
{
    m_index.reset();
    const QString path = pathFor(m_history.path());
    for (const auto &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + suffix);
}

Result<Done> HistorySearch::checkpoint()
{
    return open().and_then([this](Done) { return m_index->checkpoint(); });
}

bool HistorySearch::discardIfDamaged()
{
    if (!m_index)
        return false;
    {
        auto query = m_index->run(u"PRAGMA quick_check(1)"_s);
        if (query && query->next() && query->value(0).toString() == u"ok")
            return false;
    }
    startAnew();
    return true;
}

Result<qint64> HistorySearch::catchUp(int most)
{
    if (const auto opened = open(); !opened)
        return fail(opened.error());
    if (const auto cleared = clearAfterErasure(); !cleared)
        return fail(cleared.error());
    const auto behind = [this](qint64 upTo) {
        return m_history.number(
            u"SELECT EXISTS (SELECT 1 FROM event WHERE kind = 'intent' AND record > ?)"_s, {upTo});
    };
    auto upTo = indexedUpTo();
    const auto isBehind = upTo.and_then(behind);
    if (most == 0 || (isBehind && *isBehind == 0))
        return upTo;
    const auto done = m_index->write([&] { return takeUp(most); });
    return done ? indexedUpTo() : fail(done.error());
}

/// 0 as well when what is in here is of another history, or of before an erasure.
Result<qint64> HistorySearch::indexedUpTo()
{
    auto query = m_index->run(u"SELECT record, hash, erasure FROM progress"_s);
    if (!query)
        return fail(query.error());
    if (!query->next())
        return fail(m_index->failureOf(*query));
    const qint64 record = query->value(0).toLongLong();
    const auto known = m_history.number(
        u"SELECT EXISTS (SELECT 1 FROM event WHERE kind = 'intent' AND record = ? AND hash = ?)"
        u" AND %1 = ?"_s.arg(latestErasure),
        {record, query->value(1), query->value(2)});
    return known.map([&](qint64 isThere) { return isThere != 0 ? record : 0; });
}

// The keys are read while the index is locked: whoever erases destroys them first and empties the
// index then, so nothing can be put back that is to be forgotten.
Result<Done> HistorySearch::takeUp(int most)
{
    const auto from = indexedUpTo();
    if (!from)
        return fail(from.error());
    if (*from == 0)
        if (auto emptied = emptyTables(); !emptied)
            return emptied;
    auto text = m_index->prepare(
        u"INSERT INTO record_text (rowid, guest, mac, other) VALUES (?, ?, ?, ?)"_s);
    auto known = m_index->prepare(u"INSERT OR REPLACE INTO known_guest VALUES (?, ?, ?, ?)"_s);
    auto rows
        = m_history.run(u"SELECT %1, k.key FROM event e JOIN record_key k ON k.record = e.record"
                        u" WHERE e.kind = 'intent' AND e.record > ?"
                        u" ORDER BY e.record LIMIT ?"_s.arg(eventColumns(u"e"_s)),
            {*from, most});
    for (const auto *query : {&text, &known, &rows})
        if (!query->has_value())
            return fail(query->error());
    QVariantList last;
    while (rows->next()) {
        AuditEvent event = eventOf(*rows);
        std::ignore = event.open(rows->value(eventColumnCount).toByteArray());
        last = {event.value(EventColumn::Record), event.value(EventColumn::Hash)};
        if (auto added = add(event, *text, *known); !added)
            return added;
    }
    if (rows->lastError().isValid())
        return fail(m_history.failureOf(*rows));
    if (last.isEmpty())
        return Done{};
    const auto noted = m_index->run(u"UPDATE progress SET record = ?, hash = ?"_s, last);
    return noted ? Result<Done>() : fail(noted.error());
}

Result<Done> HistorySearch::add(const AuditEvent &intent, QSqlQuery &text, QSqlQuery &known) const
{
    const PersonalPart &person = intent.personal();
    const qint64 record = intent.number(EventColumn::Record);
    auto added = executed(*m_index, text,
        {record, indexedForms({person.guest, person.room, person.login}),
            indexedForms({person.mac}),
            indexedForms({person.device, person.reason, intent.text(EventColumn::Operator),
                intent.text(EventColumn::Controller), intent.text(EventColumn::Site)})});
    const bool namesGuest
        = !person.guest.isEmpty() || !person.room.isEmpty() || !person.login.isEmpty();
    if (!added || !namesGuest || intent.text(EventColumn::Action) != toWord(AuditAction::Authorize))
        return added;
    return executed(*m_index, known,
        {intent.value(EventColumn::ControllerId).toString(),
            intent.value(EventColumn::SiteId).toString(), person.mac, record});
}

Result<Done> HistorySearch::emptyTables()
{
    const auto erasure = m_history.number(u"SELECT %1"_s.arg(latestErasure));
    if (!erasure)
        return fail(erasure.error());
    for (const auto &statement : {u"INSERT INTO record_text (record_text) VALUES ('delete-all')"_s,
             u"DELETE FROM known_guest"_s,
             u"UPDATE progress SET record = 0, hash = '', erasure = %1"_s.arg(*erasure)})
        if (const auto done = m_index->run(statement); !done)
            return fail(done.error());
    return Done{};
}

Result<Done> HistorySearch::visitMatches(
    const QString &expression, qint64 before, const std::function<bool(qint64 record)> &visit)
{
    if (auto opened = open(); !opened)
        return opened;
    auto query = m_index->run(u"SELECT rowid FROM record_text WHERE record_text MATCH ?"
                              u" AND rowid < ? ORDER BY rowid DESC"_s,
        {expression, before > 0 ? before : std::numeric_limits<qint64>::max()});
    if (!query)
        return fail(query.error());
    while (query->next())
        if (!visit(query->value(0).toLongLong()))
            return Done{};
    return query->lastError().isValid() ? fail(m_index->failureOf(*query)) : Result<Done>();
}

Result<QList<qint64>> HistorySearch::knownGuests()
{
    if (const auto opened = open(); !opened)
        return fail(opened.error());
    auto query = m_index->run(u"SELECT record FROM known_guest"_s);
    if (!query)
        return fail(query.error());
    QList<qint64> records;
    while (query->next())
        records += query->value(0).toLongLong();
    if (query->lastError().isValid())
        return fail(m_index->failureOf(*query));
    return records;
}

Result<Done> HistorySearch::clearAfterErasure()
{
    if (!m_index && !QFile::exists(pathFor(m_history.path())))
        return Done{};
    if (auto opened = open(); !opened)
        return opened;
    const auto known = m_index->number(u"SELECT erasure FROM progress"_s);
    const auto latest = m_history.number(u"SELECT %1"_s.arg(latestErasure));
    if (!known || !latest)
        return fail(known ? latest.error() : known.error());
    if (*known != *latest) {
        m_index->setPatience(patienceToForget);
        // Packed first, for emptied pages that stay in use may hold what was moved within them.
        // Noted last: who is killed before does it again.
        for (const auto &statement :
            {u"INSERT INTO record_text (record_text) VALUES ('delete-all')"_s,
                u"DELETE FROM known_guest"_s, u"VACUUM"_s})
            if (const auto done = m_index->run(statement); !done)
                return fail(done.error());
        return m_index->write([this] { return emptyTables(); }).and_then([this](Done) {
            return m_index->truncateLog();
        });
    }
    return Done{};
}
