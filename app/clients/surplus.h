#pragma once

#include "core/loginsession.h"

#include <QList>

/// A session on a device that its login may not have any more.
struct SurplusSession
{
    LoginSession session;
    LoginSession newest; ///< of the same login, which stays
    bool isTied = false; ///< began when one that stays did: the address alone decided
};

/// Every session but the newest `devices` (1 or more) of each login, by login and oldest first. A
/// device belongs to whoever logged in on it last; sessions before that say nothing. Of those that
/// began at the same time, the higher MAC addresses stay.
[[nodiscard]] QList<SurplusSession> surplusOf(const QList<LoginSession> &sessions, int devices);
