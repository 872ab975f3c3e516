#include "ui/pages/clientcolumns.h"

#include "phrases/phrases.h"
#include "ui/look/theme.h"
#include "ui/models/clienttablemodel.h"
#include "ui/pages/celltext.h"
#include "ui/preferences/preferences.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

#include <array>

using namespace Qt::StringLiterals;

namespace {

using Column = ClientTableModel::Column;

struct Usual
{
    Column column;
    int width; ///< device-independent pixels
    bool shown;
};

// The order in which the table starts.
constexpr std::array<Usual, ClientTableModel::ColumnCount> usual{{
    {ClientTableModel::StateColumn, 120, true},
    {ClientTableModel::DeviceColumn, 200, true},
    {ClientTableModel::SiteColumn, 112, false},
    {ClientTableModel::ControllerColumn, 120, false},
    {ClientTableModel::AccessPointColumn, 96, true},
    {ClientTableModel::SsidColumn, 112, false},
    {ClientTableModel::SignalColumn, 54, true},
    {ClientTableModel::SinceColumn, 106, true},
    {ClientTableModel::TimeLeftColumn, 76, true},
    {ClientTableModel::UsageColumn, 128, true},
    {ClientTableModel::IpColumn, 124, false},
    {ClientTableModel::MacColumn, 176, false},
}};

constexpr int leastDeviceWidth = 160;
constexpr int leastWidth = 48;

const QString columnsKey = u"clients/columns"_s; // "id:width:shown" in visual order
const QString sortKey = u"clients/sort"_s; // "id:ascending"

/// "Authorized" is longer in some languages, and it is the word that must not be cut off.
int usualWidth(const Usual &each)
{
    constexpr int besideTheWord = 52; // the chip's icon and the margins of chip and cell
    if (each.column != ClientTableModel::StateColumn)
        return each.width;
    const QString word = phrases::text(ClientState::Authorized);
    return std::max(each.width, CellText::width(word, TextRole::Chip) + besideTheWord);
}

} // namespace

ClientColumns::ClientColumns(QHeaderView *header, Preferences &preferences)
    : QObject(header)
    , m_header(header)
    , m_preferences(preferences)
    , m_menu(new QMenu(header))
{
    m_header->setSectionsMovable(true);
    m_header->setHighlightSections(false);
    m_header->setMinimumSectionSize(leastWidth);
    m_header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    showDefaults();
    restore();
    fillMenu();
}

void ClientColumns::showDefaults()
{
    int visual = 0;
    for (const Usual &each : usual) {
        m_header->moveSection(m_header->visualIndex(each.column), visual++);
        m_header->resizeSection(each.column, usualWidth(each));
        m_header->setSectionHidden(each.column, !each.shown);
    }
    m_header->setSortIndicator(ClientTableModel::StateColumn, Qt::AscendingOrder);
}

void ClientColumns::resetToDefaults()
{
    showDefaults();
    fillMenu();
    remember();
}

void ClientColumns::restore()
{
    int visual = 0;
    for (const QString &saved : m_preferences.remembered(columnsKey).toStringList()) {
        const QStringList parts = saved.split(u':');
        const int column = ClientTableModel::columnOfId(parts.value(0));
        const int width = parts.value(1).toInt();
        if (column < 0 || width < leastWidth)
            continue;
        m_header->moveSection(m_header->visualIndex(column), visual++);
        m_header->resizeSection(column, width);
        setShown(column, parts.value(2) == "1"_L1);
    }
    const QStringList sorted = m_preferences.remembered(sortKey).toString().split(u':');
    if (const int column = ClientTableModel::columnOfId(sorted.value(0)); column >= 0)
        m_header->setSortIndicator(
            column, sorted.value(1) == "1"_L1 ? Qt::AscendingOrder : Qt::DescendingOrder);
}

void ClientColumns::remember() const
{
    QStringList columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        const bool shown = !m_header->isSectionHidden(column);
        // A hidden section has no width of its own; its usual one is what it comes back with.
        const auto found = std::ranges::find(usual, Column(column), &Usual::column);
        const int width = shown ? m_header->sectionSize(column) : found->width;
        columns
            += u"%1:%2:%3"_s.arg(ClientTableModel::columnId(column)).arg(width).arg(shown ? 1 : 0);
    }
    m_preferences.remember(columnsKey, columns);
    m_preferences.remember(sortKey,
        u"%1:%2"_s.arg(ClientTableModel::columnId(m_header->sortIndicatorSection()))
            .arg(m_header->sortIndicatorOrder() == Qt::AscendingOrder ? 1 : 0));
}

void ClientColumns::setShown(int column, bool shown)
{
    // Without state and device a row would mean nothing.
    const bool always
        = column == ClientTableModel::StateColumn || column == ClientTableModel::DeviceColumn;
    m_header->setSectionHidden(column, !shown && !always);
}

void ClientColumns::fillMenu()
{
    m_menu->clear();
    for (const Usual &each : usual) {
        const QString name = m_header->model()
                                 ->headerData(each.column, Qt::Horizontal, Qt::DisplayRole)
                                 .toString();
        QAction *entry = m_menu->addAction(name);
        entry->setCheckable(true);
        entry->setChecked(!m_header->isSectionHidden(each.column));
        entry->setEnabled(each.column != ClientTableModel::StateColumn
            && each.column != ClientTableModel::DeviceColumn);
        connect(entry, &QAction::toggled, this, [this, column = each.column](bool shown) {
            setShown(column, shown);
            remember();
        });
    }
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Usual columns")), &QAction::triggered, this,
        &ClientColumns::resetToDefaults);
}

void ClientColumns::fit(int availableWidth)
{
    int others = 0;
    for (int column = 0; column < m_header->count(); ++column) {
        if (column != ClientTableModel::DeviceColumn)
            others += m_header->sectionSize(column);
    }
    m_header->resizeSection(
        ClientTableModel::DeviceColumn, std::max(leastDeviceWidth, availableWidth - others));
}
