#pragma once

#include "clients/actionrun.h"

#include <QSet>
#include <QWidget>

class ActionRunner;
class IconButton;
class QProgressBar;
class QPushButton;
class TextLabel;

/// One line about an action on many clients: how far it is, then how it ended. The result of each
/// is in its row, and all of them can be copied; those that did not end well can be selected from
/// here, and what has not been sent can be stopped.
class BatchLine : public QWidget
{
    Q_OBJECT

public:
    explicit BatchLine(ActionRunner &runner, QWidget *parent = nullptr);

    /// Follows an action that was just asked for these clients. One client has its row and the
    /// status strip, and is not followed here.
    void follow(AuditAction action, const QList<ClientKey> &clients);

Q_SIGNALS:
    void troubledAsked(const QList<ClientKey> &clients);

private:
    void take(const ActionReport &report);
    void review();
    void copyResults() const;
    [[nodiscard]] QString sentence() const;

    AuditAction m_action = AuditAction::Authorize;
    QSet<ClientKey> m_open;
    QList<ClientKey> m_troubled; ///< everything but confirmed
    QStringList m_results; ///< one line a device, in the order in which they ended
    int m_total = 0;
    TextLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_copy;
    QPushButton *m_showTroubled;
    IconButton *m_close;
};
