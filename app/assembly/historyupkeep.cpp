#include "assembly/historyupkeep.h"

#include "assembly/historywork.h"

using namespace std::chrono_literals;

namespace {
constexpr auto lag = 1s; ///< the records of a bulk action are taken up together
}

HistoryUpkeep::HistoryUpkeep(HistoryWork &work, QObject *parent)
    : QObject(parent)
    , m_work(work)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(lag);
    connect(&m_soon, &QTimer::timeout, this, &HistoryUpkeep::begin);
}

void HistoryUpkeep::noteRecord()
{
    if (m_isUnderWay)
        m_isBehind = true;
    else if (!m_soon.isActive())
        m_soon.start();
}

void HistoryUpkeep::begin()
{
    m_isUnderWay = true;
    m_isBehind = false;
    m_work.catchUp()->then(this, [this](const Result<qint64> &) {
        m_isUnderWay = false;
        if (m_isBehind)
            m_soon.start();
    });
}
