#include "ui/parentconsole.h"

#ifdef Q_OS_WIN
#include <qt_windows.h>

#include <cstdio>
#include <io.h>

void speakToParentConsole()
{
    constexpr int nowhere = -2; // what _fileno() says of a stream without a file
    const bool isSilent = _fileno(stdout) == nowhere && _fileno(stderr) == nowhere;
    if (!isSilent || !AttachConsole(ATTACH_PARENT_PROCESS))
        return;
    if (!std::freopen("CONOUT$", "w", stdout) || !std::freopen("CONOUT$", "w", stderr))
        FreeConsole();
}

#else

void speakToParentConsole() { }

#endif
