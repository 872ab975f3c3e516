#include "ui/dialogs/presetdraft.h"

#include "assembly/gatehouse.h"

#include <algorithm>

using namespace Qt::StringLiterals;

PresetDraft::PresetDraft(const ProfileStore &store, const QList<Place> &places)
    : m_places(places)
{
    for (const Preset &preset : store.presets())
        m_entries << Entry{m_nextNumber++, preset};
    const auto note = [&](const Place &place) {
        const QString name = store.defaultPreset(place.controllerId, place.siteId).name;
        const auto found = std::ranges::find(
            m_entries, name, [](const Entry &entry) { return entry.preset.name; });
        if (found != m_entries.end())
            m_defaults.insert(place, found->number);
    };
    note({});
    for (const Place &place : places)
        if (store.hasOwnDefault(place.controllerId, place.siteId))
            note(place);
}

int PresetDraft::indexOf(int number) const
{
    const auto found = std::ranges::find(m_entries, number, &Entry::number);
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

bool PresetDraft::isNameFree(const QString &name, int exceptIndex) const
{
    for (int i = 0; i < int(m_entries.size()); ++i)
        if (i != exceptIndex
            && m_entries[i].preset.name.trimmed().compare(name.trimmed(), Qt::CaseInsensitive) == 0)
            return false;
    return true;
}

int PresetDraft::addAfter(int index, const QString &newName)
{
    Preset copy = index >= 0 ? preset(index) : Preset();
    copy.name = newName;
    for (int number = 2; !isNameFree(copy.name, -1); ++number)
        copy.name = u"%1 %2"_s.arg(newName).arg(number);
    m_entries.insert(index + 1, Entry{m_nextNumber++, copy});
    return index + 1;
}

void PresetDraft::remove(int index)
{
    if (m_entries.size() < 2)
        return;
    const int number = m_entries.takeAt(index).number;
    m_defaults.removeIf([number](const auto &entry) { return entry.value() == number; });
    if (!m_defaults.contains({}))
        m_defaults.insert({}, m_entries.first().number);
}

void PresetDraft::move(int from, int to)
{
    if (to >= 0 && to < m_entries.size())
        m_entries.move(from, to);
}

void PresetDraft::replace(int index, const Preset &preset)
{
    m_entries[index].preset = preset;
}

int PresetDraft::firstWrong() const
{
    for (int i = 0; i < int(m_entries.size()); ++i)
        if (preset(i).name.trimmed().isEmpty() || !isNameFree(preset(i).name, i))
            return i;
    return -1;
}

int PresetDraft::ownDefault(const Place &place) const
{
    const auto found = m_defaults.find(place);
    return found == m_defaults.end() ? -1 : indexOf(*found);
}

void PresetDraft::setOwnDefault(const Place &place, int index)
{
    if (index < 0)
        m_defaults.remove(place);
    else
        m_defaults.insert(place, m_entries[index].number);
}

Result<Done> PresetDraft::keepIn(ProfileStore &store) const
{
    QList<Preset> presets;
    for (const Entry &entry : m_entries)
        presets << entry.preset;
    if (auto kept = store.setPresets(presets); !kept)
        return kept;
    for (const Place &place : QList<Place>{{}} + m_places) {
        const int own = ownDefault(place);
        const QString name = own < 0 ? QString() : preset(own).name;
        if (name.isEmpty() && !store.hasOwnDefault(place.controllerId, place.siteId))
            continue;
        if (auto kept = store.setDefaultPreset(place.controllerId, place.siteId, name); !kept)
            return kept;
    }
    return Done{};
}
