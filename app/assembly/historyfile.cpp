#include "assembly/historyfile.h"

#include "store/historyexport.h"
#include "store/profiledirectory.h"
#include "store/profilestore.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {

HistoryFormat formatOf(const QString &path)
{
    const bool isJson = path.endsWith(".json"_L1, Qt::CaseInsensitive)
        || path.endsWith(".jsonl"_L1, Qt::CaseInsensitive);
    return isJson ? HistoryFormat::JsonLines : HistoryFormat::Csv;
}

} // namespace

Result<std::unique_ptr<SqliteAuditLog>> openHistory(const ProfileStore &profiles)
{
    const QFileInfo profile(profiles.path());
    return SqliteAuditLog::open(ProfileDirectory::at(profile.path()).historyFile());
}

Result<qint64> writeHistory(const SqliteAuditLog &log, const HistoryFilter &filter,
    const QString &path, const std::function<bool(qint64 written)> &goOn)
{
    QSaveFile file(path);
    const auto failed = [&] {
        return fail(Failure::Kind::StorageFailed,
            u"%1: %2"_s.arg(QDir::toNativeSeparators(path), file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    auto written = log.exportTo(file, filter, formatOf(path), goOn);
    if (written && !file.commit())
        return failed();
    return written;
}

HistoryOpener openerOf(const QString &path)
{
    return [path] { return SqliteAuditLog::open(path); };
}
