#pragma once

#include "clients/capture.h"
#include "clients/clientdirectory.h"
#include "clients/redirectplace.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <memory>

/// How much the waiting room keeps.
struct WaitingRoomSize
{
    int devices = 4000; ///< the one that came longest ago leaves for the next
    std::chrono::milliseconds stay{std::chrono::minutes(30)}; ///< after a device's latest visit
};

/// The devices whose browsers came to us: one entry a device, each with a code that its owner can
/// read out. Hands them to the directory where it is clear on which site they wait. Whatever a
/// browser brings can be forged, so everything here is bounded and nothing proves anything. GUI
/// thread.
class WaitingRoom : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        std::shared_ptr<const Capture> capture;
        QList<RedirectPlace> places; ///< one when it is clear; several: a person must say which
        QDateTime lastVisit; ///< UTC
        QDateTime movedOnAt; ///< UTC; when it was last sent where it wanted to go
    };

    /// directory and clock must outlive the room.
    WaitingRoom(ClientDirectory &directory, const Clock &clock, const WaitingRoomSize &size = {},
        QObject *parent = nullptr);

    /// A browser came. makesRow as for ClientDirectory::captured(). Null when the room is full of
    /// devices that must stay. Valid until the next call.
    const Entry *enter(
        const CapturedRedirect &redirect, const QList<RedirectPlace> &places, bool makesRow);

    [[nodiscard]] const Entry *find(MacAddress client) const; ///< valid until the next call
    [[nodiscard]] int size() const { return int(m_entries.size()); }

    /// Devices of which nobody knows on which site they wait.
    [[nodiscard]] int unplaced() const;

    void movedOn(MacAddress client);

    /// Who has not come for long leaves. Happens by itself twice a minute.
    void sweep();

    /// The characters of codes: none looks like another, and no vowel makes a word of them.
    [[nodiscard]] static QString codeCharacters();

private:
    [[nodiscard]] QString newCode() const;
    bool makeRoom();
    bool letGo(MacAddress client);
    [[nodiscard]] static ClientKey keyOf(MacAddress client, const RedirectPlace &place);

    ClientDirectory &m_directory;
    const Clock &m_clock;
    const WaitingRoomSize m_size;
    QHash<MacAddress, Entry> m_entries;
    QSet<QString> m_codes;
    QTimer m_sweeps;
};
