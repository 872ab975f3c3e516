// history_appender FILE COUNT: appends so many actions and prints each record's number once it is
// durable. history_appender FILE sample: makes the file that is kept under released/ for a schema.
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

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString what = arguments.value(2);
    const auto log = openHistory(arguments.value(1));
    return (what == u"sample" ? makeSample(*log) : appendMany(*log, what.toInt())) ? 0 : 1;
}
