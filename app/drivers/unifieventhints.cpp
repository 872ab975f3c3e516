#include "drivers/unifieventhints.h"

#include "wire/unifi_classic/events.h"

#include <algorithm>
#include <utility>

UnifiEventHints::UnifiEventHints(Open open, const UnifiEventPace &pace, QObject *parent)
    : ChangeHints(parent)
    , m_open(std::move(open))
    , m_pace(pace)
    , m_pause(pace.firstPause)
{
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        lose();
        hint(); // whatever happened meanwhile was not told
    });
    m_betweenHints.setSingleShot(true);
    connect(&m_betweenHints, &QTimer::timeout, this, [this] {
        if (std::exchange(m_hintWaits, false))
            hint();
    });
}

void UnifiEventHints::listenTo(const QString &siteId)
{
    if (siteId == m_siteId)
        return;
    close();
    m_siteId = siteId;
    m_hintWaits = false;
}

void UnifiEventHints::siteAnswered(const QString &siteId)
{
    if (siteId.isEmpty() || siteId != m_siteId || m_socket || !m_notBefore.hasExpired())
        return;
    m_socket = m_open(siteId, this);
    if (!m_socket)
        return;
    connect(m_socket, &MessageSocket::received, this, &UnifiEventHints::hear);
    connect(m_socket, &MessageSocket::ended, this, &UnifiEventHints::lose);
    m_silence.start(m_pace.silence);
}

void UnifiEventHints::hear(const QByteArray &message)
{
    m_pause = m_pace.firstPause;
    m_silence.start(m_pace.silence);
    if (wire::unifi_classic::tellsOfGuests(message))
        hint();
}

void UnifiEventHints::hint()
{
    if (m_betweenHints.isActive()) {
        m_hintWaits = true;
        return;
    }
    m_betweenHints.start(m_pace.betweenHints);
    Q_EMIT mayHaveChanged(m_siteId);
}

void UnifiEventHints::lose()
{
    close();
    m_notBefore.setRemainingTime(m_pause);
    m_pause = std::min(2 * m_pause, m_pace.longestPause);
}

void UnifiEventHints::close()
{
    m_silence.stop();
    if (MessageSocket *socket = std::exchange(m_socket, nullptr)) {
        socket->disconnect(this);
        socket->deleteLater(); // its own signal may have led here
    }
}
