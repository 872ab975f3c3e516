#include "core/changehints.h"
#include "core/controllerdriver.h"
#include "core/http.h"
#include "core/job.h"
#include "core/messagesocket.h"
#include "core/vault.h"

// The meta objects of the interfaces that have no code of their own are compiled with this file.
