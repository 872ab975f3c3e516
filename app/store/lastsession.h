#pragma once

#include "core/result.h"
#include "store/sessionrows.h"

#include <QFile>
#include <QSaveFile>

#include <functional>

/// The rows that the window showed last, in a file of the profile, so that the next start has
/// something to show before it asks anybody. It is a cache: whatever is wrong with it, nothing is
/// lost but that. A magic word and a version, then blocks of length, checksum and SessionRows.
inline constexpr int mostLastSessionRows = 100'000;

/// Reads it a block at a time. No file is as good as an empty one.
class LastSessionReader
{
public:
    explicit LastSessionReader(const QString &path);

    /// Nothing at the end, or from where on the file cannot be understood.
    [[nodiscard]] std::optional<SessionRows> next();

    /// English, why it ended early; empty while nothing is wrong.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    std::optional<SessionRows> giveUp(const QString &why);

    QFile m_file;
    QString m_problem;
    int m_rows = 0;
};

/// Writes a new one, for this person only, which takes the old one's place in one step or not at
/// all. Whichever thread has it may use it.
class LastSessionWriter
{
public:
    explicit LastSessionWriter(const QString &path); ///< nothing is touched yet

    /// Any number of rows; those above mostLastSessionRows are left out.
    void add(const SessionRows &rows);

    [[nodiscard]] Result<Done> commit();

private:
    [[nodiscard]] bool isOpen();
    void addBlock(const SessionRows &rows);

    QSaveFile m_file;
    bool m_wasOpened = false;
    int m_rows = 0;
};

/// Takes out of some rows what is not to be kept; false: nothing of them is, not even their site.
using LastSessionSieve = std::function<bool(SessionRows &)>;

/// Takes out what is not to be kept, and what dead programs left half written. A file that cannot
/// be understood goes as a whole. StorageFailed: it may still be there.
[[nodiscard]] Result<Done> thinLastSession(const QString &path, const LastSessionSieve &sieve);
