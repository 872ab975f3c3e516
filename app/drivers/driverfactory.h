#pragma once

#include "core/controllerdriver.h"
#include "core/controllerprofile.h"
#include "core/http.h"

#include <memory>

/// The driver for a controller's generation, and the only switch over generations. On success the
/// driver owns the channel; on failure the caller keeps it. CredentialMissing: none of the
/// credentials is of the kind that this generation signs in with. NotSupported: this generation is
/// not spoken yet.
[[nodiscard]] Result<std::unique_ptr<ControllerDriver>> makeControllerDriver(
    const ControllerProfile &profile, const Credentials &credentials, HttpChannel *channel);
