#pragma once

#include "sim/exchange.h"

#include <QObject>

#include <functional>
#include <memory>

class QSslSocket;
class RequestParser;

/// One client of the loopback server: reads requests, answers them in their order. Deletes itself
/// with its socket.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    using Answerer = std::function<SimReply(const SimRequest &)>;

    /// Takes the socket over.
    HttpConnection(QSslSocket *socket, Answerer answerer, QObject *parent);
    ~HttpConnection() override;

    /// The feed of events that it carries; empty: it speaks HTTP.
    [[nodiscard]] const QByteArray &feed() const { return m_feed; }
    void push(const QByteArray &text);

Q_SIGNALS:
    void answered(const SimRequest &request, const SimReply &reply);

private:
    void read();
    void readFeed();
    void answerNext();
    void finish(const SimReply &reply);
    void refuse(int status, const QByteArray &reason);
    void write(const SimReply &reply, bool keepAlive);

    QSslSocket *m_socket;
    Answerer m_answerer;
    std::unique_ptr<RequestParser> m_parser;
    QByteArray m_unread;
    QByteArray m_feed;
    bool m_busy = false; ///< an answer is still to come: what was read waits
};
