#include "wire/transcript.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

/// Head lines up to the empty line, and the rest.
struct Message
{
    QList<QByteArray> head;
    QByteArray body;
};

Message messageOf(const QByteArray &text)
{
    Message message;
    const qsizetype end = text.indexOf("\n\n");
    message.head = text.left(end < 0 ? text.size() : end).trimmed().split('\n');
    message.body = end < 0 ? QByteArray() : text.mid(end + 2);
    if (message.body.endsWith('\n'))
        message.body.chop(1);
    return message;
}

QList<HttpHeader> headersOf(const QList<QByteArray> &head)
{
    QList<HttpHeader> headers;
    for (const QByteArray &line : head.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    return headers;
}

QByteArray wordOf(HttpRequest::Verb verb)
{
    switch (verb) {
    case HttpRequest::Verb::Get:
        return "GET";
    case HttpRequest::Verb::Post:
        return "POST";
    case HttpRequest::Verb::Put:
        return "PUT";
    case HttpRequest::Verb::Patch:
        return "PATCH";
    case HttpRequest::Verb::Delete:
        return "DELETE";
    }
    Q_UNREACHABLE();
}

QMap<QString, QString> valuesOf(const QUrlQuery &query)
{
    QMap<QString, QString> values;
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded))
        values.insert(key, value);
    return values;
}

QMap<QString, QString> formValuesOf(const QByteArray &body)
{
    return valuesOf(QUrlQuery(QString::fromLatin1(body).replace(u'+', u"%20"_s)));
}

QByteArray headerOf(const QList<HttpHeader> &headers, const QByteArray &name)
{
    HttpReply carrier;
    carrier.headers = headers;
    return carrier.header(name);
}

} // namespace

Transcript transcript(const QString &name)
{
    const QString folder = qEnvironmentVariable("GATEHOUSE_SOURCE_DIR", QStringLiteral("."));
    QFile file(u"%1/tests/transcripts/%2.http"_s.arg(folder, name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no transcript %s", qPrintable(file.fileName()));
    QByteArray text = file.readAll();
    while (text.startsWith('#'))
        text = text.mid(text.indexOf('\n') + 1);
    const qsizetype separator = text.indexOf("### response\n");
    const Message request = messageOf(text.left(separator));
    const Message response = messageOf(text.mid(separator + 13));

    Transcript result;
    const QList<QByteArray> requestLine = request.head.value(0).split(' ');
    const QUrl url = QUrl::fromEncoded("https://controller.example" + requestLine.value(1));
    result.verb = requestLine.value(0);
    result.path = url.path(QUrl::FullyEncoded);
    result.query = QUrlQuery(url);
    result.headers = headersOf(request.head);
    result.body = request.body;
    result.reply.status = response.head.value(0).split(' ').value(1).toInt();
    result.reply.headers = headersOf(response.head);
    result.reply.body = response.body;
    return result;
}

QString difference(const HttpRequest &ours, const Transcript &theirs)
{
    if (wordOf(ours.verb) != theirs.verb)
        return u"verb %1, not %2"_s.arg(
            QString::fromLatin1(wordOf(ours.verb)), QString::fromLatin1(theirs.verb));
    if (ours.path != theirs.path)
        return u"path %1, not %2"_s.arg(ours.path, theirs.path);
    if (valuesOf(ours.query) != valuesOf(theirs.query))
        return u"query %1, not %2"_s.arg(ours.query.toString(), theirs.query.toString());
    for (const HttpHeader &header : ours.headers)
        if (headerOf(theirs.headers, header.name) != header.value)
            return u"header %1"_s.arg(QString::fromLatin1(header.name));
    for (const HttpHeader &header : theirs.headers)
        if (header.name != "Host" && header.name != "Content-Type" && header.name != "Cookie"
            && header.name != "Content-Length"
            && headerOf(ours.headers, header.name) != header.value)
            return u"header %1 is missing"_s.arg(QString::fromLatin1(header.name));
    if (ours.contentType != headerOf(theirs.headers, "Content-Type"))
        return u"content type %1"_s.arg(QString::fromLatin1(ours.contentType));
    if (ours.contentType == "application/x-www-form-urlencoded"
        && formValuesOf(ours.body) != formValuesOf(theirs.body))
        return u"form %1"_s.arg(QString::fromLatin1(ours.body));
    if (QJsonDocument::fromJson(ours.body) != QJsonDocument::fromJson(theirs.body))
        return u"body %1"_s.arg(QString::fromUtf8(ours.body));
    return {};
}
