#include "store/historyschema.h"

#include "store/historyupgrade.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace {

// One table of events, each added once. STRICT and the checks keep out what the code could not read
// again; the triggers keep everybody honest who goes through SQL. The first two also stop INSERT OR
// REPLACE, which deletes without asking the delete trigger.
constexpr const char *firstSchema[] = {
    R"(CREATE TABLE event (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        record INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('intent', 'outcome')),
        time TEXT NOT NULL,
        controller_time TEXT,
        action TEXT CHECK (action IN ('authorize', 'extend', 'cancel', 'block', 'unblock')),
        operator TEXT,
        controller_id TEXT,
        controller TEXT,
        site_id TEXT,
        site TEXT,
        mac TEXT,
        device TEXT,
        guest TEXT,
        room TEXT,
        login TEXT,
        reason TEXT,
        minutes INTEGER,
        data_mb INTEGER,
        down_kbps INTEGER,
        up_kbps INTEGER,
        outcome TEXT CHECK (outcome IN ('confirmed', 'differs', 'notConfirmed', 'refused', 'failed', 'unknown')),
        until TEXT,
        message TEXT,
        detail TEXT,
        guest_key TEXT,
        search_key TEXT,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL,
        CHECK ((kind = 'intent') = (action IS NOT NULL)),
        CHECK ((kind = 'outcome') = (outcome IS NOT NULL))
    ) STRICT)",
    "CREATE UNIQUE INDEX event_intent ON event (record) WHERE kind = 'intent'",
    "CREATE UNIQUE INDEX event_outcome ON event (record) WHERE kind = 'outcome'",
    "CREATE INDEX event_mac ON event (mac, record) WHERE kind = 'intent'",
    "CREATE INDEX event_time ON event (time) WHERE kind = 'intent'",
    R"(CREATE INDEX event_guest ON event (controller_id, site_id, mac, record)
        WHERE kind = 'intent' AND action = 'authorize' AND guest_key IS NOT NULL)",
    R"(CREATE TRIGGER event_only_at_the_end BEFORE INSERT ON event
        WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event)
        BEGIN SELECT RAISE(ABORT, 'the history only grows at its end'); END)",
    R"(CREATE TRIGGER event_only_once BEFORE INSERT ON event
        WHEN EXISTS (SELECT 1 FROM event WHERE record = NEW.record AND kind = 'intent' AND NEW.kind = 'intent')
            OR EXISTS (SELECT 1 FROM event WHERE record = NEW.record AND kind = 'outcome' AND NEW.kind = 'outcome')
        BEGIN SELECT RAISE(ABORT, 'the history holds this already'); END)",
    R"(CREATE TRIGGER event_never_changed BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END)",
    R"(CREATE TRIGGER event_never_removed BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'nothing is removed from the history'); END)",
};

// What can name a person moves into the sealed column, whose key can be destroyed. Keys are
// overwritten in place and never removed: SQLite moves the neighbours of a removed row and may
// leave a copy of them behind.
constexpr const char *sealedSchema[] = {
    "DROP TRIGGER IF EXISTS event_only_at_the_end",
    "DROP TRIGGER IF EXISTS event_only_once",
    "DROP TRIGGER IF EXISTS event_never_changed",
    "DROP TRIGGER IF EXISTS event_never_removed",
    "DROP INDEX event_intent",
    "DROP INDEX event_outcome",
    "DROP INDEX event_mac",
    "DROP INDEX event_time",
    "DROP INDEX event_guest",
    "ALTER TABLE event RENAME TO event_of_schema_1",
    R"(CREATE TABLE event (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        record INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('intent', 'outcome', 'seen', 'erasure', 'upgrade')),
        time TEXT NOT NULL,
        controller_time TEXT,
        action TEXT CHECK (action IN ('authorize', 'extend', 'cancel', 'block', 'unblock')),
        operator TEXT,
        system_user TEXT,
        controller_id TEXT,
        controller TEXT,
        site_id TEXT,
        site TEXT,
        minutes INTEGER,
        data_mb INTEGER,
        down_kbps INTEGER,
        up_kbps INTEGER,
        before TEXT,
        outcome TEXT CHECK (outcome IN ('confirmed', 'differs', 'notConfirmed', 'refused', 'failed', 'unknown')),
        shown TEXT,
        since TEXT,
        until TEXT,
        settled INTEGER CHECK (settled = 1),
        put_off INTEGER CHECK (put_off = 1),
        relation TEXT CHECK (relation IN ('undoes', 'completes')),
        refers_to INTEGER,
        writer TEXT,
        erased TEXT,
        sealed BLOB,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL,
        CHECK ((kind = 'intent') = (action IS NOT NULL)),
        CHECK ((kind = 'outcome') = (outcome IS NOT NULL)),
        CHECK ((kind = 'erasure') = (erased IS NOT NULL))
    ) STRICT)",
    "CREATE UNIQUE INDEX event_once ON event (record, kind)",
    "CREATE UNIQUE INDEX event_intent ON event (record) WHERE kind = 'intent'",
    "CREATE INDEX event_time ON event (time) WHERE kind = 'intent'",
    "CREATE INDEX event_unsure ON event (record) WHERE settled = 1 AND outcome = 'unknown'",
    "CREATE INDEX event_put_off ON event (record) WHERE put_off = 1",
    ("CREATE INDEX event_reference ON event (refers_to, relation, record) WHERE relation IS NOT "
     "NULL"),
    "CREATE INDEX event_erasure ON event (seq) WHERE erased IS NOT NULL",
    R"(CREATE TABLE record_key (
        record INTEGER PRIMARY KEY,
        key BLOB NOT NULL CHECK (length(key) = 32)
    ) STRICT)",
    // Whoever starts looks for them, and must not read a million others for it.
    "CREATE TABLE open_record (record INTEGER PRIMARY KEY) STRICT",
    R"(CREATE TRIGGER record_opened AFTER INSERT ON event WHEN NEW.kind = 'intent'
        BEGIN INSERT INTO open_record VALUES (NEW.record); END)",
    R"(CREATE TRIGGER record_closed AFTER INSERT ON event WHEN NEW.kind = 'outcome'
        BEGIN DELETE FROM open_record WHERE record = NEW.record; END)",
    R"(CREATE TRIGGER event_only_at_the_end BEFORE INSERT ON event
        WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event)
        BEGIN SELECT RAISE(ABORT, 'the history only grows at its end'); END)",
    R"(CREATE TRIGGER event_only_once BEFORE INSERT ON event
        WHEN EXISTS (SELECT 1 FROM event WHERE record = NEW.record AND kind = NEW.kind)
        BEGIN SELECT RAISE(ABORT, 'the history holds this already'); END)",
    R"(CREATE TRIGGER event_never_changed BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END)",
    R"(CREATE TRIGGER event_never_removed BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'nothing is removed from the history'); END)",
    R"(CREATE TRIGGER record_key_only_once BEFORE INSERT ON record_key
        WHEN EXISTS (SELECT 1 FROM record_key WHERE record = NEW.record)
        BEGIN SELECT RAISE(ABORT, 'the record has had its key'); END)",
    R"(CREATE TRIGGER record_key_only_destroyed BEFORE UPDATE ON record_key
        WHEN NEW.record IS NOT OLD.record OR NEW.key IS NOT zeroblob(32)
        BEGIN SELECT RAISE(ABORT, 'a key can only be destroyed'); END)",
    R"(CREATE TRIGGER record_key_never_removed BEFORE DELETE ON record_key
        BEGIN SELECT RAISE(ABORT, 'nothing is removed from the history'); END)",
};

constexpr Migration allMigrations[] = {
    {1, firstSchema},
    {2, sealedSchema, sealSchema1},
};

// A bad merge does not compile.
static_assert(
    std::ranges::adjacent_find(allMigrations, std::ranges::greater_equal{}, &Migration::version)
    == std::end(allMigrations));

} // namespace

std::span<const Migration> historyMigrations()
{
    return allMigrations;
}
