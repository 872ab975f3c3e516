#include "clients/clientdirectory.h"

// Who is behind a device: known to us, not to its controller.

void ClientDirectory::setGuest(const ClientKey &key, const Guest &guest)
{
    setKnownGuests({{key, guest, {}}});
}

void ClientDirectory::setKnownGuests(const QList<KnownGuest> &guests)
{
    DirectoryChange change;
    for (const KnownGuest &known : guests) {
        const bool isNews = m_guests.value(known.client) != known.guest;
        m_guests.insert(known.client, known.guest);
        const auto slot = slotOf(known.client);
        if (slot && isNews)
            note(change, *slot, {true, true, false});
    }
    tell(change);
}

void ClientDirectory::forgetGuestsBut(const QList<KnownGuest> &guests)
{
    QList<KnownGuest> all = guests;
    QSet<ClientKey> kept;
    for (const KnownGuest &known : guests)
        kept += known.client;
    for (auto it = m_guests.cbegin(); it != m_guests.cend(); ++it)
        if (!kept.contains(it.key()))
            all.append({it.key(), {}, {}});
    setKnownGuests(all);
    m_guests.removeIf([](const auto &it) { return it.value().isEmpty(); });
}
