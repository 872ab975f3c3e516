#pragma once

#include "core/result.h"

#include <QSet>
#include <QString>

#include <memory>

/// Shows other programs that an open log lives: a lock that the system lets go however its holder
/// ends. It is SQLite's lock on a file of its own beside the history, for the number of a dead
/// process in a QLockFile may be that of a living one by now.
class WriterLock
{
public:
    /// Makes <history>.writer-<token> with a token of its own, and removes it in the end.
    [[nodiscard]] static Result<std::unique_ptr<WriterLock>> take(const QString &history);
    ~WriterLock();
    WriterLock(const WriterLock &) = delete;
    WriterLock &operator=(const WriterLock &) = delete;

    [[nodiscard]] const QString &token() const { return m_token; }

    /// The tokens of all logs over this history that are open now, wherever on this machine. What
    /// dead ones left behind is removed.
    [[nodiscard]] static QSet<QString> living(const QString &history);

private:
    WriterLock(QString path, QString token);

    QString m_path;
    QString m_token;
};
