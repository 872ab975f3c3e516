#include "ui/models/clienttexts.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

QString toText(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// Empty where the guest is not known.
QString titleOf(const Guest &guest)
{
    QStringList parts;
    for (const QString &part : {guest.name, guest.room})
        if (!part.isEmpty())
            parts += part;
    return parts.isEmpty() ? guest.login : parts.join(u", "_s);
}

} // namespace

QString titleOf(const ClientRow &row)
{
    const WifiClient &client = row.client;
    for (const QString &title : {titleOf(row.guest), client.name, client.hostName})
        if (!title.isEmpty())
            return title;
    return client.key.mac.toString();
}

QString titleOf(const ClientDirectory &directory, int slot)
{
    if (QString title = titleOf(directory.guestOf(slot)); !title.isEmpty())
        return title;
    const PackedClient client = directory.packed(slot);
    const PackedClient::Texts texts = client.texts(directory.pool());
    for (const std::string &title : {texts.name, texts.hostName})
        if (!title.empty())
            return toText(title);
    return client.mac().toString();
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
