#include "bench/soakuser.h"

#include "clients/actionrunner.h"
#include "store/profiledirectory.h"
#include "ui/pages/clientspage.h"
#include "ui/pages/clienttable.h"
#include "ui/widgets/searchfield.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto pace = 200ms;
constexpr auto patience = 120s;
constexpr int pollOfMany = 100; ///< changed rows: smaller answers are read-backs

} // namespace

SoakUser::SoakUser(SimulatedGatehouse &premises)
    : m_premises(premises)
    , m_preferences(ProfileDirectory::at(premises.folder()).settingsFile())
    , m_window(premises.gatehouse(), m_preferences, false)
    , m_table(m_window.clientsPage()->table())
    , m_search(m_window.clientsPage()->findChild<SearchField *>())
{
    Gatehouse &gatehouse = premises.gatehouse();
    connect(&gatehouse.directory(), &ClientDirectory::changed, this,
        [this](const DirectoryChange &change) {
            const auto rows = change.added.size() + change.removed.size() + change.updated.size();
            m_polls += rows >= pollOfMany;
            m_changedRows += rows;
            m_fills = change.fills;
        });
    connect(&gatehouse.actions(), &ActionRunner::finished, this, &SoakUser::takeOutcome);
    connect(&m_pace, &QTimer::timeout, this, &SoakUser::goOn);
    makeSteps();
    m_window.resize(1400, 900);
    m_window.show();
    m_window.activateWindow();
    goOnFor(1s);
    gatehouse.connectAll();
}

bool SoakUser::waitForRows(int count)
{
    return QTest::qWaitFor([&] { return rows() >= count && !m_fills; },
        int(std::chrono::milliseconds(patience).count()));
}

int SoakUser::rows() const
{
    return m_window.clientsPage()->model().counts().all;
}

void SoakUser::begin()
{
    m_changedRows = m_polls = 0;
    m_pace.start(pace);
}

void SoakUser::goOnFor(std::chrono::milliseconds length)
{
    QEventLoop loop;
    QTimer::singleShot(length, &loop, &QEventLoop::quit);
    loop.exec();
}

/// The actions under way come to their end.
void SoakUser::stop()
{
    m_pace.stop();
    (void)QTest::qWaitFor([this] { return m_asked.isEmpty(); }, 30'000);
}

void SoakUser::makeSteps()
{
    type(u"gues"_s);
    clear();
    m_steps.emplace_back([this] { sortByNextColumn(); });
    rest(5);
    type(u"a1:b"_s);
    clear();
    m_steps.emplace_back([this] { findSomebodyWaiting(); });
    m_steps.emplace_back([this] { m_table->choose(m_found); });
    m_steps.emplace_back([this] { letFoundIn(); });
    rest(5);
    clear();
    m_steps.emplace_back([this] {
        m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum() / 2);
    });
    rest(5);
    for (int i = 0; i < 10; ++i)
        press(i == 0 ? Qt::Key_Down : Qt::Key_PageDown);
    rest(5);
    m_steps.emplace_back([this] { m_search->setFocus(); });
    rest(5);
}

void SoakUser::type(const QString &text)
{
    for (const QChar letter : text)
        m_steps.emplace_back([this, letter] {
            m_search->setFocus();
            QTest::keyClick(m_search, letter.toLatin1());
            ++m_searches;
        });
}

void SoakUser::clear()
{
    m_steps.emplace_back([this] { m_search->clear(); });
}

void SoakUser::sortByNextColumn()
{
    const QHeaderView *header = m_table->horizontalHeader();
    do
        m_sortedBy = (m_sortedBy + 1) % header->count();
    while (header->isSectionHidden(m_sortedBy));
    const int middle
        = header->sectionViewportPosition(m_sortedBy) + header->sectionSize(m_sortedBy) / 2;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {middle, header->height() / 2});
    ++m_clicks;
}

/// Searches for one of those who wait by the address.
void SoakUser::findSomebodyWaiting()
{
    const ClientDirectory &directory = m_premises.gatehouse().directory();
    for (int slot = 0; slot < directory.slotCount(); ++slot) {
        if (!directory.isUsed(slot) || directory.packed(slot).state() != ClientState::Waiting)
            continue;
        m_found = directory.row(slot).client.key;
        m_search->setText(m_found.mac.toString());
        return;
    }
}

/// Presses Enter, unless the guest has left meanwhile.
void SoakUser::letFoundIn()
{
    const ClientDirectory &directory = m_premises.gatehouse().directory();
    const auto slot = directory.slotOf(m_found);
    if (!slot || directory.packed(*slot).state() != ClientState::Waiting)
        return;
    m_asked += m_found;
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_Return);
}

void SoakUser::press(Qt::Key key)
{
    m_steps.emplace_back([this, key] {
        QWidget *focus = m_window.focusWidget();
        QTest::keyClick(focus ? focus : m_table, key);
    });
}

void SoakUser::rest(int steps)
{
    for (int i = 0; i < steps; ++i)
        m_steps.emplace_back([] {});
}

void SoakUser::goOn()
{
    m_steps[m_next]();
    m_next = (m_next + 1) % m_steps.size();
}

void SoakUser::takeOutcome(const ActionReport &report)
{
    const bool wasAsked = m_asked.removeOne(report.client.key);
    if (wasAsked && report.outcome == Outcome::Confirmed)
        ++m_confirmed;
    else
        ++m_wrong;
}

QString SoakUser::figures() const
{
    return u"%1 polls with %2 changed rows, %3 keys, %4 columns, %5 let in, %6 wrong"_s.arg(m_polls)
        .arg(m_changedRows)
        .arg(m_searches)
        .arg(m_clicks)
        .arg(m_confirmed)
        .arg(m_wrong + m_asked.size());
}

bool SoakUser::isContent() const
{
    return m_confirmed > 0 && m_wrong == 0 && m_asked.isEmpty();
}
