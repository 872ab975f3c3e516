#pragma once

#include "bench/fetch/tlslistener.h"

#include <map>
#include <mutex>
#include <set>
#include <vector>

/// A UniFi controller out of finished answers: the integration API in pages of 200, or the classic
/// API in one list, whichever was asked for. Lets guests in, and shows it. May be asked from many
/// threads.
class CannedController
{
public:
    enum class Api { Integration, Classic };

    CannedController(Api api, int clients);

    [[nodiscard]] Canned answer(const HeardRequest &request);

    /// Of the classic list of clients.
    [[nodiscard]] size_t listBytes() const;

    /// How often each client's action was asked for.
    struct Actions
    {
        int clients = 0; ///< that were acted on
        int requests = 0; ///< in all
        int mostOfOne = 0;
    };
    [[nodiscard]] Actions actions();
    void forgetActions();

private:
    [[nodiscard]] Canned integration(const HeardRequest &request, const std::string &path);
    [[nodiscard]] Canned ofClient(const HeardRequest &request, const std::string &path);
    [[nodiscard]] Canned act(int client);
    [[nodiscard]] Canned clientPage(int page) const;
    [[nodiscard]] Canned devicePage() const;
    void fillClassic();

    int m_clients;
    std::mutex m_mutex; ///< over what actions change
    std::set<int> m_letIn;
    std::map<int, int> m_actions;
    std::vector<Canned> m_pages;
    Canned m_devices;
    std::map<std::string, Canned> m_classic; ///< by the end of the path
};
