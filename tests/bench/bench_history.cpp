// bench_history [RECORDS]: how the history behaves with so many records, a million by default.
// Compares within one run, round by round: the same page of a small history, LIKE over a plain
// table, bare writes to the disk.
#include "figures.h"
#include "store/historysamples.h"
#include "store/sealing.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace {

constexpr int smallCount = 10'000;
constexpr int perTransaction = 20'000;

const QString goal = u"P11"_s;

void tellOnce(const QString &what, double figure, const QString &unit)
{
    Figures figures;
    figures.add(figure);
    figures.tell(goal, what, unit);
}

const QStringList firstNames{u"Anna"_s, u"Bert"_s, u"Carla"_s, u"Dmitri"_s, u"Eva"_s, u"Farid"_s,
    u"Grete"_s, u"Hassan"_s, u"Ines"_s, u"Jonas"_s};
const QStringList lastNames{u"Okafor"_s, u"Schmidt"_s, u"Özgür"_s, u"Petrova"_s, u"Lindqvist"_s,
    u"Haddad"_s, u"Costa"_s, u"Nowak"_s, u"Tanaka"_s};

/// Devices of eight makers, as the last half of the address tells them apart.
MacAddress addressOf(int device)
{
    constexpr quint64 makers[]
        = {0x0c47c9, 0xf01898, 0x3c2ef9, 0xa4c361, 0x5cf370, 0x022a4b, 0xde1199, 0x7a35c0};
    constexpr quint64 spread = 10'368'889; // odd: no two devices come out the same
    return MacAddress(makers[device % 8] << 24 | ((quint64(device) * spread) & 0xffffff));
}

/// The 1000th record is the only one of somebody called Quixworth.
AuditIntent guestIntent(int i)
{
    AuditIntent intent = sampleIntent(i == 1000
            ? u"Zebulon Quixworth"_s
            : firstNames[i % 10] + u' ' + lastNames[(i / 10) % 9] + u" %1"_s.arg(i % 7919));
    intent.time = sampleTime().addSecs(i);
    intent.client.mac = addressOf(i % 100'000);
    intent.guest.room = QString::number(100 + i % 400);
    intent.guest.login = u"login-%1"_s.arg(i % 50'000);
    intent.deviceName = u"phone-%1"_s.arg(i % 100'000);
    return intent;
}

/// What begin() and finish() would have written, without waiting for the disk each time.
class BulkWriter
{
public:
    explicit BulkWriter(const QString &path)
        : m_database(std::move(*Database::open(path, historyMigrations(), historyApplicationId)))
        , m_event(*m_database->prepare(u"INSERT INTO event VALUES (%1)"_s.arg(
              QStringList(eventColumnCount, u"?"_s).join(u','))))
        , m_key(*m_database->prepare(u"INSERT INTO record_key VALUES (?, ?)"_s))
    {
    }

    void write(int count)
    {
        for (int from = 0; from < count; from += perTransaction)
            std::ignore = m_database->write([&]() -> Result<Done> {
                for (int i = from; i < std::min(count, from + perTransaction); ++i)
                    append(i);
                return Done{};
            });
    }

private:
    void append(int i)
    {
        const QByteArray key = sealing::newKey();
        m_key.bindValue(0, i + 1);
        m_key.bindValue(1, key);
        m_key.exec();
        put(AuditEvent::ofIntent(guestIntent(i)), i + 1, key);
        put(AuditEvent::ofOutcome(sampleOutcome()), i + 1, key);
    }

    void put(AuditEvent event, int record, const QByteArray &key)
    {
        event.set(EventColumn::Record, record);
        event.seal(key);
        event.chain(++m_seq, m_previous);
        m_previous = event.text(EventColumn::Hash);
        for (int i = 0; i < eventColumnCount; ++i)
            m_event.bindValue(i, event.value(EventColumn(i)));
        if (!m_event.exec())
            qFatal("%s", qPrintable(m_event.lastError().text()));
    }

    std::unique_ptr<Database> m_database;
    QSqlQuery m_event;
    QSqlQuery m_key;
    qint64 m_seq = 0;
    QString m_previous;
};

/// What one would have without sealing: every text open in a table, searched by LIKE.
class PlainTable
{
public:
    PlainTable(const QString &path, int count)
        : m_database(std::move(*Database::open(path, {}, 1)))
    {
        std::ignore
            = m_database->run(u"CREATE TABLE plain (record INTEGER PRIMARY KEY, text TEXT)"_s);
        auto insert = *m_database->prepare(u"INSERT INTO plain VALUES (?, ?)"_s);
        std::ignore = m_database->write([&]() -> Result<Done> {
            for (int i = 0; i < count; ++i) {
                const AuditIntent intent = guestIntent(i);
                insert.bindValue(0, i + 1);
                insert.bindValue(1,
                    QStringList{intent.guest.name, intent.guest.room, intent.guest.login,
                        intent.deviceName, intent.client.mac.toDigits()}
                        .join(u'\n')
                        .toLower());
                insert.exec();
            }
            return Done{};
        });
    }

    void search(const QString &text) const
    {
        auto query = *m_database->run(u"SELECT record FROM plain WHERE text LIKE ?"
                                      u" ORDER BY record DESC LIMIT 200"_s,
            {u'%' + text + u'%'});
        while (query.next()) { }
    }

private:
    std::unique_ptr<Database> m_database;
};

void pages(const SqliteAuditLog &large, const SqliteAuditLog &small, int rounds)
{
    Comparison page(goal, u"newest 200 records"_s, u"the same of 10 000 records"_s);
    for (int round = 0; round < rounds; ++round) {
        const double little = timed([&] { std::ignore = small.list({}); });
        page.add(timed([&] { std::ignore = large.list({}); }), little);
    }
    page.tellAtMost(3);
}

void searches(const SqliteAuditLog &log, const PlainTable &plain, int rounds)
{
    struct Term
    {
        QString name;
        QString text;
        bool matchesNothingRecent;
    };
    for (const Term &term :
        {Term{u"a rare word"_s, u"quixworth"_s, true}, Term{u"no hit"_s, u"xylophone"_s, true},
            Term{u"the end of a MAC address"_s, addressOf(1000).toString().right(8), true},
            Term{u"the start of a MAC address"_s, addressOf(1000).toString().left(14), true},
            Term{u"two words"_s, u"zebulon 200"_s, true},
            Term{u"a common word"_s, u"okafor"_s, false}, Term{u"two letters"_s, u"an"_s, false}}) {
        HistoryFilter filter;
        filter.text = term.text;
        Comparison search(goal, u"search: "_s + term.name, u"LIKE over a plain table"_s);
        for (int round = 0; round < rounds; ++round) {
            const double like = timed([&] { plain.search(term.text); });
            search.add(timed([&] { std::ignore = log.list(filter); }), like);
        }
        if (term.matchesNothingRecent)
            search.tellAtLeast(20);
        else
            search.tell();
    }
}

void durable(SqliteAuditLog &log, const QString &rawPath, int rounds)
{
    QFile raw(rawPath);
    if (!raw.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        qFatal("no raw file");
    const QByteArray block(4096, 'x');
    Comparison records(goal, u"20 durable records"_s, u"20 times append 4 KiB and fdatasync"_s);
    for (int round = 0; round < rounds; ++round) {
        constexpr int writes = 20;
        const double bare = timed([&] {
            for (int i = 0; i < writes; ++i) {
                raw.write(block);
#ifdef Q_OS_UNIX
                fdatasync(raw.handle());
#endif
            }
        });
        const double ours = timed([&] {
            for (int i = 0; i < writes; ++i)
                if (!log.begin(guestIntent(i)))
                    qFatal("not recorded");
        });
        records.add(ours, bare);
    }
    records.tellAtLeast(0.9);
}

void exports(const SqliteAuditLog &log, const QString &path)
{
    for (const auto &[name, format] : {std::pair{u"export as CSV"_s, HistoryFormat::Csv},
             std::pair{u"export as JSON Lines with the chain"_s, HistoryFormat::JsonLines}}) {
        Figures perSecond;
        for (int round = 0; round < 3; ++round) {
            QSaveFile file(path);
            file.open(QIODevice::WriteOnly);
            qint64 count = 0;
            const double ms = timed(
                [&, format = format] { count = log.exportTo(file, {}, format).value_or(0); });
            perSecond.add(double(count) / ms * 1000);
        }
        perSecond.tell(goal, name, u"records/s"_s);
    }
}

/// Made beside the work, in steps; the first search may come before it is there.
void index(SqliteAuditLog &log)
{
    HistoryFilter firstSearch;
    firstSearch.text = u"okafor"_s;
    tellOnce(u"a search before there is an index"_s,
        timed([&] { std::ignore = log.list(firstSearch); }), u"ms"_s);
    Figures step;
    const double building = timed([&] {
        for (qint64 left = 1; left > 0;)
            step.add(timed([&] { left = log.shortenSearchBacklog().value_or(0); }));
    });
    tellOnce(u"making the index"_s, building / 1000, u"s"_s);
    step.tell(goal, u"one step of it"_s, u"ms"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const BenchOptions options = BenchOptions::read(15);
    const int count = options.rest.value(0, options.quick ? u"30000"_s : u"1000000"_s).toInt();
    const QTemporaryDir folder;
    const QString largePath = folder.filePath(u"large.db"_s);
    const QString smallPath = folder.filePath(u"small.db"_s);
    std::fprintf(stderr, "writing %d records ...\n", count);
    BulkWriter(largePath).write(count);
    BulkWriter(smallPath).write(smallCount);
    const PlainTable plain(folder.filePath(u"plain.db"_s), count);

    Figures opening;
    for (int round = 0; round < options.rounds; ++round)
        opening.add(timed([&] { openHistory(largePath); }));
    opening.tell(goal, u"opening"_s, u"ms"_s);
    const auto large = openHistory(largePath);
    const auto small = openHistory(smallPath);
    pages(*large, *small, options.rounds);
    index(*large);
    searches(*large, plain, std::min(options.rounds, 7));
    exports(*small, folder.filePath(u"export"_s));
    durable(*large, folder.filePath(u"raw"_s), options.rounds);
    tellOnce(u"proving the whole chain"_s, timed([&] {
        if (!large->verify()->ok)
            qFatal("the chain does not hold");
    }) / 1000,
        u"s"_s);
    tellOnce(u"erasing one guest"_s, timed([&] {
        HistoryFilter guest;
        guest.exactGuest.name = u"Zebulon Quixworth"_s;
        if (large->erase(guest, {sampleTime(), u"bench"_s}) != 1)
            qFatal("not erased");
    }) / 1000,
        u"s"_s);
    return 0;
}
