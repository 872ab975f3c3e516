// history_appender FILE COUNT: appends so many actions and prints each record's number once it is
// durable. history_appender FILE sample: makes the file that is kept under released/ for a schema.
// history_appender FILE intent: records one action without its outcome, prints its number and waits
// until its input ends.
#include "historysamples.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

bool appendMany(SqliteAuditLog &log, int count)
{
    for (int i = 0; i < count; ++i) {
        const auto record = log.begin(sampleIntent(u"Guest %1"_s.arg(i)));
        if (!record || !log.finish(*record, sampleOutcome()))
            return false;
        std::printf("%lld\n", static_cast<long long>(*record));
        std::fflush(stdout);
    }
    return true;
}

bool makeSample(SqliteAuditLog &log)
{
    const auto record = log.begin(sampleIntent());
    return record && log.finish(*record, sampleOutcome()) && log.begin(sampleIntent(u"Bert"_s));
}

bool recordIntentAndWait(SqliteAuditLog &log)
{
    const auto record = log.begin(sampleIntent());
    if (!record)
        return false;
    std::printf("%lld\n", static_cast<long long>(*record));
    std::fflush(stdout);
    return std::getchar() == EOF;
}

bool run(SqliteAuditLog &log, const QString &what)
{
    if (what == u"sample")
        return makeSample(log);
    return what == u"intent" ? recordIntentAndWait(log) : appendMany(log, what.toInt());
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto log = openHistory(arguments.value(1));
    return run(*log, arguments.value(2)) ? 0 : 1;
}
