#include "bench/fetch/cannedcontroller.h"

#include "bench/fetch/cannedrows.h"

#include <algorithm>
#include <cstdlib>

namespace {

constexpr int pageSize = 200;
constexpr auto apiPath = "/proxy/network/integration/v1";

Canned message(const std::string &body, const char *type = "application/json",
    const std::string &moreHead = {}, const char *status = "200 OK")
{
    std::string whole = std::string("HTTP/1.1 ") + status + "\r\nContent-Type: " + type
        + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + moreHead + "\r\n";
    whole += body;
    return std::make_shared<const std::string>(std::move(whole));
}

Canned notFound()
{
    return message(R"({"code":"api.resource-not-found","message":"nothing here"})",
        "application/json", {}, "404 Not Found");
}

template <typename Row>
std::string rows(int from, int count, Row row)
{
    std::string list;
    for (int i = from; i < from + count; ++i) {
        if (i > from)
            list += ',';
        list += row(i);
    }
    return list;
}

Canned page(int offset, int count, int total, const std::string &list)
{
    return message("{\"offset\":" + std::to_string(offset)
        + ",\"limit\":" + std::to_string(pageSize) + ",\"count\":" + std::to_string(count)
        + ",\"totalCount\":" + std::to_string(total) + ",\"data\":[" + list + "]}");
}

Canned classicList(const std::string &list)
{
    return message(R"({"meta":{"rc":"ok"},"data":[)" + list + "]}");
}

int offsetIn(const std::string &target)
{
    const size_t at = target.find("offset=");
    return at == std::string::npos ? 0 : std::atoi(target.c_str() + at + 7);
}

} // namespace

CannedController::CannedController(Api api, int clients)
    : m_clients(clients)
    , m_devices(devicePage())
{
    for (int i = 0; i < clients; ++i)
        if (canned::isLetIn(i))
            m_letIn.insert(i);
    if (api == Api::Classic)
        fillClassic();
    for (int i = 0; api == Api::Integration && i * pageSize < clients; ++i)
        m_pages.push_back(clientPage(i));
}

Canned CannedController::answer(const HeardRequest &request)
{
    std::string path = request.target.substr(0, request.target.find('?'));
    if (path.rfind(apiPath, 0) == 0)
        return integration(request, path.substr(std::string(apiPath).size()));
    while (path.size() > 1 && path.back() == '/')
        path.pop_back();
    for (const auto &[end, canned] : m_classic)
        if (path.size() >= end.size() && path.ends_with(end))
            return canned;
    return notFound();
}

Canned CannedController::integration(const HeardRequest &request, const std::string &path)
{
    const std::string site = std::string("/sites/") + canned::siteId;
    if (path == "/info")
        return message(R"({"applicationVersion":"10.0.162"})");
    if (path == "/sites")
        return page(0, 1, 1,
            std::string("{\"id\":\"") + canned::siteId
                + R"(","internalReference":"default","name":"Default"})");
    if (path == site + "/devices")
        return m_devices;
    if (path != site + "/clients")
        return ofClient(request, path);
    const std::scoped_lock lock(m_mutex);
    const size_t index = size_t(offsetIn(request.target)) / pageSize;
    return index < m_pages.size() ? m_pages[index] : page(0, 0, m_clients, {});
}

/// .../clients/<id>, and .../clients/<id>/actions.
Canned CannedController::ofClient(const HeardRequest &request, const std::string &path)
{
    const size_t at = path.find("/clients/");
    if (at == std::string::npos)
        return notFound();
    const std::string id = path.substr(at + 9, 36);
    const int client = int(std::strtol(id.c_str() + id.rfind('-') + 1, nullptr, 16));
    if (client >= m_clients || id != canned::clientId(client))
        return notFound();
    if (request.method == "POST")
        return act(client);
    const std::scoped_lock lock(m_mutex);
    return message(canned::integrationRow(client, m_letIn.contains(client), true));
}

Canned CannedController::act(int client)
{
    const std::scoped_lock lock(m_mutex);
    ++m_actions[client];
    m_letIn.insert(client);
    m_pages[size_t(client) / pageSize] = clientPage(client / pageSize);
    return message(canned::grantedAnswer());
}

CannedController::Actions CannedController::actions()
{
    const std::scoped_lock lock(m_mutex);
    Actions actions;
    actions.clients = int(m_actions.size());
    for (const auto &[client, count] : m_actions) {
        actions.requests += count;
        actions.mostOfOne = std::max(actions.mostOfOne, count);
    }
    return actions;
}

void CannedController::forgetActions()
{
    const std::scoped_lock lock(m_mutex);
    for (const auto &[client, count] : m_actions)
        m_letIn.erase(client);
    m_actions.clear();
    for (size_t i = 0; i < m_pages.size(); ++i)
        m_pages[i] = clientPage(int(i));
}

size_t CannedController::listBytes() const
{
    const auto list = m_classic.find("/stat/sta");
    return list == m_classic.end() ? 0 : list->second->size();
}

Canned CannedController::clientPage(int index) const
{
    const int from = index * pageSize;
    const int count = std::min(pageSize, m_clients - from);
    return page(from, count, m_clients, rows(from, count, [this](int i) {
        return canned::integrationRow(i, m_letIn.contains(i), false);
    }));
}

Canned CannedController::devicePage() const
{
    return page(0, canned::deviceCount, canned::deviceCount,
        rows(0, canned::deviceCount, canned::integrationDevice));
}

void CannedController::fillClassic()
{
    const std::string payload = "eyJjc3JmVG9rZW4iOiJ0b2tlbi0xIn0"; // {"csrfToken":"token-1"}
    const Canned signedIn = message(R"({"unique_id":"1","username":"bench"})", "application/json",
        "Set-Cookie: TOKEN=e30." + payload
            + ".c2lnbmVk; path=/; secure; httponly\r\nX-CSRF-Token: token-1\r\n");
    constexpr int authorizations = 2000; // that the controller still keeps
    m_classic = {{"/", message("<html><head><title>UniFi OS</title></head></html>", "text/html")},
        {"/api/auth/login", signedIn}, {"/api/users/self", message(R"({"username":"bench"})")},
        {"/api/self/sites", classicList(R"({"name":"default","desc":"Default"})")},
        {"/stat/sysinfo", classicList(R"({"version":"10.0.162"})")},
        {"/stat/device", classicList(rows(0, canned::deviceCount, canned::classicDevice))},
        {"/stat/guest",
            classicList(rows(0, std::min(m_clients, authorizations), canned::classicGuestRow))},
        {"/stat/sta", classicList(rows(0, m_clients, canned::classicRow))}};
}
