#include "vault/sessionbus.h"

#include <QFile>
#include <QUrl>

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#endif

using namespace Qt::StringLiterals;

namespace {

// The value of a key in "unix:path=/run/user/1000/bus,guid=…".
QString valueOf(const QString &address, const QString &key)
{
    const QString pairs = address.mid(address.indexOf(u':') + 1);
    for (const QString &pair : pairs.split(u','))
        if (pair.startsWith(key + u'='))
            return QUrl::fromPercentEncoding(pair.mid(key.size() + 1).toUtf8());
    return {};
}

} // namespace

std::optional<QString> sessionBusSocket(const QString &addresses, const QString &runtimeDirectory)
{
    const QString standard = runtimeDirectory.isEmpty() ? QString() : runtimeDirectory + u"/bus"_s;
    if (addresses.isEmpty())
        return standard;
    const QString address = addresses.section(u';', 0, 0);
    if (!address.startsWith(u"unix:"_s))
        return std::nullopt;
    if (const QString path = valueOf(address, u"path"_s); !path.isEmpty())
        return path;
    if (const QString name = valueOf(address, u"abstract"_s); !name.isEmpty())
        return u'@' + name;
    return standard;
}

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)

bool sessionBusAnswers()
{
    const auto socketName = sessionBusSocket(
        qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), qEnvironmentVariable("XDG_RUNTIME_DIR"));
    if (!socketName)
        return true;
    QByteArray name = QFile::encodeName(*socketName);
    sockaddr_un address{};
    if (name.isEmpty() || size_t(name.size()) >= sizeof address.sun_path)
        return false;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    if (name.startsWith('@'))
        address.sun_path[0] = '\0';
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return false;
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(name.size()));
    const bool reached
        = ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), length) == 0
        || errno == EAGAIN;
    ::close(descriptor);
    return reached;
}

#else

bool sessionBusAnswers()
{
    return true;
}

#endif
