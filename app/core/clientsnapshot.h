#pragma once

#include "core/clientlist.h"

/// What one poll of one site said. The list holds each MAC once.
struct ClientSnapshot
{
    QString siteId;
    ClientList clients;
    bool complete = true; ///< false: the list changed while its pages were read; absence of a row
                          ///< proves nothing
};
