#include "net/requestline.h"

using namespace Qt::StringLiterals;

QByteArray methodOf(HttpRequest::Verb verb)
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

QString redactedLine(const HttpRequest &request)
{
    QStringList names;
    for (const auto &[name, value] : request.query.queryItems())
        names.append(name + u"=…"_s);
    const QString line = QString::fromLatin1(methodOf(request.verb)) + u' ' + request.path;
    return names.isEmpty() ? line : line + u'?' + names.join(u'&');
}
