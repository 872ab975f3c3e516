#pragma once

#include "core/audit.h"
#include "store/database.h"

class QIODevice;

/// Takes in the JSON Lines of a whole export. What comes out has the same entries with the same
/// hashes, and was verified; else nothing is taken in. Wants a history without any entry.
class HistoryImport
{
public:
    explicit HistoryImport(const Database &database)
        : m_database(database)
    {
    }

    /// StorageFailed: the history is not empty, a line is not ours, or the export does not hold the
    /// whole chain or was changed; the detail says which. goOn, when set, hears how many lines were
    /// read, and ends the import as Cancelled when it answers false.
    [[nodiscard]] Result<ChainVerdict> run(
        QIODevice &lines, const std::function<bool(qint64)> &goOn);

private:
    [[nodiscard]] Result<Done> checkIsEmpty() const;
    [[nodiscard]] Result<Done> readLines(QIODevice &lines, const std::function<bool(qint64)> &goOn);
    [[nodiscard]] Result<Done> readLine(const QByteArray &line);
    [[nodiscard]] Result<Done> putInOrder() const;
    [[nodiscard]] Result<Done> verify();
    [[nodiscard]] tl::unexpected<Failure> refused(const QString &why) const;

    const Database &m_database;
    qint64 m_line = 0;
    std::optional<QString> m_head; ///< of the exported chain, as its last line says
    ChainVerdict m_verdict;
};
