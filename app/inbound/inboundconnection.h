#pragma once

#include "inbound/message.h"
#include "inbound/requestparser.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

class QTcpSocket;

/// One connection that brings one request and gets one answer. It keeps a few kilobytes at most,
/// and ends by itself when its time is over. Deletes itself with its socket.
class InboundConnection final : public QObject
{
    Q_OBJECT

public:
    using Answerer = std::function<InboundReply(const InboundRequest &)>;

    /// Takes the socket over. patience: for the whole of it, from the first byte to the last.
    InboundConnection(QTcpSocket *socket, Answerer answerer, const RequestParser::Limits &limits,
        std::chrono::milliseconds patience, QObject *parent);
    ~InboundConnection() override;

    /// Answers with this status alone, whatever was or will be asked.
    void refuse(int status);

private:
    void read();
    void answerTo(const InboundRequest &request);
    void discard();

    QTcpSocket *m_socket;
    Answerer m_answerer;
    RequestParser m_parser;
    QByteArray m_unread;
    QTimer m_end;
    qint64 m_discarded = 0;
    bool m_answered = false;
};
