#pragma once

#include "clients/clientdirectory.h"
#include "ui/models/titleranks.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

/// Puts the titles of a long table in order before anybody asks for that order: else the first
/// click on its column would make the window wait for a quarter of a second. All of them on another
/// thread; those who come later, a few at a time, between the others. GUI thread.
class TitlePreparation : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. titleOf: what a slot is called at this moment.
    TitlePreparation(const ClientDirectory &directory, TitleRanks &ranks,
        std::function<QString(int slot)> titleOf, QObject *parent = nullptr);

    /// The directory has changed, and the ranks know it.
    void follow(const DirectoryChange &change);

Q_SIGNALS:
    /// Not adopted: somebody asked for the order meanwhile, and goes by its numbers.
    void ended(bool isAdopted);

private:
    [[nodiscard]] const std::vector<int> &unsettled();
    [[nodiscard]] bool isWorthIt();
    [[nodiscard]] bool areFewComers();
    void begin();
    void settleSome();
    void gather();
    void sortAside();
    void adopt(const TitleOrder &made);

    const ClientDirectory &m_directory;
    TitleRanks &m_ranks;
    std::function<QString(int)> m_titleOf;
    QTimer m_next; ///< starts it, and then gathers the next few titles
    bool m_runs = false;
    qsizetype m_mostUnsettled = 0; ///< titles without a place: as many at most
    std::vector<int> m_unsettled; ///< slots of these, when they were counted last
    std::vector<SlotTitle> m_titles; ///< gathered so far
    int m_gathered = 0; ///< slots looked at so far
    std::vector<int> m_changed; ///< since it began
};
