#pragma once

#include "core/http.h"
#include "core/result.h"

namespace wire {

/// What an Omada controller tells anybody about itself.
struct OmadaInfo
{
    QString omadacId; ///< empty where it told none: some 4.x builds
    QString version; ///< such as "5.15.24.19"
};

/// Which controller this is; needs no sign-in.
[[nodiscard]] HttpRequest omadaInfoRequest();

/// NotFound on controllers that are too old to answer.
[[nodiscard]] Result<OmadaInfo> readOmadaInfo(const HttpReply &reply);

} // namespace wire
