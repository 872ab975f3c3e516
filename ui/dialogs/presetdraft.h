#pragma once

#include "core/controllerprofile.h"
#include "core/result.h"

#include <QMap>

#include <tuple>

class ProfileStore;

/// Presets and their defaults while they are edited. Presets are known by a number, so that
/// renaming or moving one keeps the sites that use it as their default.
class PresetDraft
{
public:
    /// Empty ids: everywhere. Empty site id: all sites of the controller.
    struct Place
    {
        QString controllerId;
        QString siteId;
        friend bool operator<(const Place &a, const Place &b)
        {
            return std::tie(a.controllerId, a.siteId) < std::tie(b.controllerId, b.siteId);
        }
    };

    struct Entry
    {
        int number = 0;
        Preset preset;
    };

    PresetDraft() = default;

    /// places: where a default of its own may be kept.
    PresetDraft(const ProfileStore &store, const QList<Place> &places);

    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    [[nodiscard]] const Preset &preset(int index) const { return m_entries[index].preset; }

    /// Adds a copy of the preset at index under a free name, after it, and gives its index.
    int addAfter(int index, const QString &newName);
    void remove(int index); ///< the last one stays: there is always a preset
    void move(int from, int to);
    void replace(int index, const Preset &preset);

    /// Why the presets cannot be kept as they are: names that are empty or doubled. -1: they can.
    [[nodiscard]] int firstWrong() const;
    [[nodiscard]] bool isNameFree(const QString &name, int exceptIndex) const;

    /// The index of the place's own default; -1: it has none.
    [[nodiscard]] int ownDefault(const Place &place) const;
    void setOwnDefault(const Place &place, int index); ///< -1 takes it away

    /// Stores presets and defaults; stops at the first failure.
    [[nodiscard]] Result<Done> keepIn(ProfileStore &store) const;

private:
    [[nodiscard]] int indexOf(int number) const;

    QList<Entry> m_entries;
    QMap<Place, int> m_defaults; ///< place to number
    QList<Place> m_places;
    int m_nextNumber = 0;
};
