#pragma once

#include <QByteArray>
#include <QObject>

/// Text messages that a controller sends by itself, over a connection of their own. It begins to
/// open when it is made; destroying it ends it.
class MessageSocket : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    /// One whole message, foreign text.
    void received(const QByteArray &message);

    /// It never came about, or is over: nothing follows.
    void ended();
};
