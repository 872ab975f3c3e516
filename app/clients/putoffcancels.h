#pragma once

#include "clients/actionrun.h"
#include "clients/clientdirectory.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

/// Cancels that had to wait because their device was away: they are sent when the live picture
/// shows it authorized again. What waits is what the history says, of this program and of others on
/// the same profile; a device that somebody authorized anew since, or whose time is over, is left
/// alone.
class PutOffCancels : public QObject
{
    Q_OBJECT

public:
    /// Asks for a cancel; false: it cannot be done now.
    using Cancel = std::function<bool(const ActionRequest &)>;

    /// directory, audit and clock must outlive this.
    PutOffCancels(ClientDirectory &directory, const AuditLog &audit, const Clock &clock,
        Cancel cancel, QObject *parent = nullptr);

    /// Reads what waits, and from now on looks out for it.
    void start();

    /// How an action ended: what it put off is waited for from now on.
    void note(const ActionReport &report);

    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); }

private:
    void read();
    void look(const DirectoryChange &change);
    void lookAtAll();
    void lookAt(const ClientRow &row);
    [[nodiscard]] std::optional<ActionRequest> due(const ClientRow &row) const;

    ClientDirectory &m_directory;
    const AuditLog &m_audit;
    const Clock &m_clock;
    Cancel m_cancel;
    QHash<ClientKey, QDateTime> m_waiting; ///< not to be tried before
    QTimer m_reading;
    QTimer m_looking; ///< for those that are seen already, when it is time to try (again)
};
