#pragma once

#include "assembly/gatehouse.h"

#include <QSet>
#include <QTimer>

/// Lets what a dead program left open be settled as soon as its controller is connected, and again
/// from time to time while something is open: another program may die meanwhile.
class SettlingWatch : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    SettlingWatch(Gatehouse &gatehouse, Settler &settler, QObject *parent = nullptr);

    void begin();

private:
    void look(const ControllerLink *link);
    void lookAtAll();
    void settle(const ControllerLink &link);
    void giveUpTheHomeless();

    Gatehouse &m_gatehouse;
    Settler &m_settler;
    QSet<QString> m_connected; ///< controllers, at the latest look
    QTimer m_again;
};
