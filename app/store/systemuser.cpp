#include "store/systemuser.h"

#if defined(Q_OS_UNIX)
#include <pwd.h>
#include <unistd.h>
#elif defined(Q_OS_WIN)
#include <qt_windows.h>

#include <lmcons.h>
#endif

namespace {

// The account, not the environment: USER and USERNAME are whatever somebody exported.
QString account()
{
#if defined(Q_OS_UNIX)
    if (const passwd *entry = getpwuid(geteuid()); entry && entry->pw_name)
        return QString::fromLocal8Bit(entry->pw_name);
#elif defined(Q_OS_WIN)
    wchar_t name[UNLEN + 1] = {};
    DWORD size = UNLEN + 1;
    if (GetUserNameW(name, &size))
        return QString::fromWCharArray(name);
#endif
    return qEnvironmentVariable("USERNAME", qEnvironmentVariable("USER"));
}

} // namespace

/// Asked once: it is read from a file, and three hundred guests may be let in at once.
QString systemUser()
{
    static const QString user = account();
    return user;
}
