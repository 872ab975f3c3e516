#include "wire/eap2/presence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace wire::eap2 {

HttpRequest frontPage()
{
    HttpRequest request;
    request.path = u"/"_s;
    return request;
}

QUrl readFrontPage(const HttpReply &reply)
{
    const bool moves = reply.status >= 300 && reply.status < 400;
    const bool greets = std::ranges::any_of(reply.headers, [](const HttpHeader &header) {
        return header.name.compare("Set-Cookie", Qt::CaseInsensitive) == 0
            && header.value.contains("TPEAP_SESSIONID=");
    });
    return moves && greets ? QUrl::fromEncoded(reply.header("Location")) : QUrl();
}

HttpRequest signInPage(const QUrl &target)
{
    HttpRequest request;
    request.path = target.path(QUrl::FullyEncoded);
    if (!request.path.startsWith(u'/'))
        request.path.prepend(u'/');
    request.query = QUrlQuery(target);
    return request;
}

Product readSignInPage(const HttpReply &reply)
{
    const qsizetype begin = reply.body.indexOf("<title>");
    const qsizetype end = reply.body.indexOf("</title>", begin);
    if (begin < 0 || end < 0)
        return Product::Untold;
    const QByteArray title = reply.body.sliced(begin, end - begin);
    if (title.contains("Omada"))
        return Product::Omada;
    return title.contains("EAP") ? Product::EapController : Product::Untold;
}

} // namespace wire::eap2
