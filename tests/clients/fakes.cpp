#include "clients/fakes.h"

// The meta object of the fake driver is compiled with this file.
