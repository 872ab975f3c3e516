#pragma once

#include "core/audit.h"
#include "core/job.h"
#include "store/lastsession.h"

#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <memory>

class Gatehouse;

/// Shows what the last session showed, before anybody is asked, and keeps the rows of this one for
/// the next start: every few minutes while they change, and at the end. What is told by a capture
/// or by a record of ours only is not kept. Files are written on a thread of its own. GUI thread.
class SessionMemory final : public QObject
{
    Q_OBJECT

public:
    /// An empty file name: nothing is kept, and nothing shown. gatehouse must outlive it.
    SessionMemory(Gatehouse &gatehouse, const QString &file,
        std::chrono::milliseconds betweenWrites = std::chrono::minutes(5));
    /// Waits for what is being written.
    ~SessionMemory() override;

    /// Sites, and as many rows as a window has at a glance; they take no time worth mentioning.
    void showFirst();
    /// The rest, a little with each turn of the event loop. Always succeeds.
    [[nodiscard]] Job<Done> *showRest();

    /// From now on rows are kept.
    void keepUp();
    /// Keeps the rows as they are now, and returns when they are. Nothing before keepUp().
    void keepNow();

    /// Nothing that the filter's records were about is shown from it or kept from now on: their
    /// devices, or where it only names times, what was seen then. StorageFailed: it may still be in
    /// the file.
    [[nodiscard]] Job<Done> *forget(const HistoryFilter &filter);
    [[nodiscard]] Job<Done> *forgetController(const QString &controllerId);

private:
    using Writer = std::shared_ptr<LastSessionWriter>;

    void take(const SessionRows &rows);
    [[nodiscard]] bool isTooOld(const QDateTime &seenAt) const;
    [[nodiscard]] QList<SessionRows> sites() const;
    [[nodiscard]] QList<SessionRows> nextSlice();
    void beginWriting();
    void write(const Writer &writer, const QList<SessionRows> &all);
    void written(const Writer &writer);
    [[nodiscard]] Job<Done> *forgetDevices(const QSet<MacAddress> &devices);
    [[nodiscard]] Job<Done> *whenAllIsShown(const std::function<Job<Done> *()> &next);
    void pass(Job<Done> *from, const QPointer<Job<Done>> &to);
    [[nodiscard]] Job<Done> *thin(const LastSessionSieve &sieve);

    Gatehouse &m_gatehouse;
    const QString m_file;
    const std::chrono::milliseconds m_betweenWrites;
    std::unique_ptr<LastSessionReader> m_reader; ///< while there is more to show
    QHash<QString, QList<Site>> m_sites; ///< those of the last session, by controller
    QSet<MacAddress> m_forgotten; ///< in this session
    QTimer m_pause;
    Writer m_writer; ///< under way
    int m_slot = 0; ///< where the next slice begins
    bool m_keeps = false;
    QThreadPool m_thread;
};
