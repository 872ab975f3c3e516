#include "ui/models/clienttexts.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

QString deviceNameOf(const WifiClient &client)
{
    if (!client.name.isEmpty())
        return client.name;
    return client.hostName.isEmpty() ? client.key.mac.toString() : client.hostName;
}

} // namespace

QString titleOf(const ClientRow &row)
{
    QStringList parts;
    for (const QString &part : {row.guest.name, row.guest.room})
        if (!part.isEmpty())
            parts += part;
    if (parts.isEmpty() && !row.guest.login.isEmpty())
        parts += row.guest.login;
    return parts.isEmpty() ? deviceNameOf(row.client) : parts.join(u", "_s);
}

QString deviceLineOf(const ClientRow &row)
{
    const WifiClient &client = row.client;
    const QString title = titleOf(row);
    QStringList parts;
    for (const QString &part : {client.name, client.hostName, client.vendor})
        if (!part.isEmpty() && part != title && !parts.contains(part))
            parts += part;
    return parts.join(u" · "_s);
}
