#include "core/processend.h"

#ifdef Q_OS_WIN
#include <qt_windows.h>

#include <cstdio>

int endProcess(int code)
{
    std::fflush(nullptr);
    TerminateProcess(GetCurrentProcess(), UINT(code));
    return code;
}

#else

int endProcess(int code)
{
    return code;
}

#endif
