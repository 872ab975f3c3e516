#pragma once

#include "core/controllerdriver.h"
#include "core/controllerprofile.h"
#include "core/http.h"

#include <memory>

/// The one driver for a controller with all the credentials that are known of it, and the only
/// switch over generations. Each credential that can be used gets a channel with cookies of its
/// own; channels is not needed any more afterwards. CredentialMissing: none of the credentials is
/// of a kind that this controller is signed in to with.
[[nodiscard]] Result<std::unique_ptr<ControllerDriver>> makeControllerDriver(
    const ControllerProfile &profile, const Credentials &credentials, ChannelFactory &channels);
