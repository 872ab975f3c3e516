#include "wire/unifi_classic/presence.h"

#include "wire/foreigntext.h"
#include "wire/jsonreading.h"

using namespace Qt::StringLiterals;

namespace wire::unifi_classic {

HttpRequest frontPage()
{
    HttpRequest request;
    request.path = u"/"_s;
    return request;
}

FrontPage readFrontPage(const HttpReply &reply)
{
    const bool moves = reply.status >= 300 && reply.status < 400;
    if (moves && QUrl::fromEncoded(reply.header("Location")).path().startsWith("/manage"_L1))
        return FrontPage::SelfHosted;
    // Not by a CSRF header, which newer consoles do not send with this page.
    return reply.status == 200 && reply.body.contains("<title>UniFi") ? FrontPage::UnifiOs
                                                                      : FrontPage::None;
}

HttpRequest status()
{
    HttpRequest request;
    request.path = u"/status"_s;
    request.headers = {{"Accept", "application/json"}};
    return request;
}

QString readStatus(const HttpReply &reply)
{
    JsonReading reading(reply.body);
    return foreignText(reading.root().at("meta"_L1).text("server_version"_L1));
}

} // namespace wire::unifi_classic
