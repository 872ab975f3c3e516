#include "core/processend.h"

// For tests that run as Windows programs, whose linker calls this in place of main().

extern "C" {

int __real_main(int argc, char *argv[]);

int __wrap_main(int argc, char *argv[])
{
    return endProcess(__real_main(argc, argv));
}
}
