#pragma once

#include <string>

/// The JSON of clients as a UniFi controller writes it, of any number of them. Client i is the same
/// in every list.
namespace canned {

/// The Default site has this id on every console.
constexpr auto siteId = "88f7af54-98f8-306a-a1c7-c9349722b1f6";

/// Access points and switches of the site.
constexpr int deviceCount = 150;

/// Whether a portal asks client i, and whether it was let in already.
[[nodiscard]] bool isGuest(int i);
[[nodiscard]] bool isLetIn(int i);

[[nodiscard]] std::string clientId(int i);

/// A row of the integration API's list; with details also the authorization.
[[nodiscard]] std::string integrationRow(int i, bool letIn, bool details);
[[nodiscard]] std::string integrationDevice(int i);
/// What answers the action that lets a guest in.
[[nodiscard]] std::string grantedAnswer();

/// A row of stat/sta: 74 fields, about 1.5 KB.
[[nodiscard]] std::string classicRow(int i);
[[nodiscard]] std::string classicGuestRow(int i);
[[nodiscard]] std::string classicDevice(int i);

} // namespace canned
