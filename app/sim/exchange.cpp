#include "sim/exchange.h"

#include <QJsonDocument>

QByteArray cookieOf(const SimRequest &request, const QByteArray &name)
{
    for (const QByteArray &pair : request.header("cookie").split(';'))
        if (const QByteArray cookie = pair.trimmed(); cookie.startsWith(name + '='))
            return cookie.sliced(name.size() + 1);
    return {};
}

SimReply jsonReply(int status, const QJsonObject &body, QString did)
{
    SimReply reply;
    reply.status = status;
    reply.contentType = "application/json";
    reply.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    reply.did = std::move(did);
    return reply;
}

SimReply htmlReply(int status, const QByteArray &html, QString did)
{
    SimReply reply;
    reply.status = status;
    reply.contentType = "text/html";
    reply.body = html;
    reply.did = std::move(did);
    return reply;
}
