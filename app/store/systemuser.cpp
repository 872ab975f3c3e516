#include "store/systemuser.h"

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

// The account, not the environment: USER is whatever somebody exported.
QString systemUser()
{
#ifdef Q_OS_UNIX
    if (const passwd *entry = getpwuid(geteuid()); entry && entry->pw_name)
        return QString::fromLocal8Bit(entry->pw_name);
#endif
    return qEnvironmentVariable("USERNAME", qEnvironmentVariable("USER"));
}
