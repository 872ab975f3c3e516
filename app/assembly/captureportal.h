#pragma once

#include "clients/waitingroom.h"
#include "core/controllerprofile.h"
#include "core/result.h"
#include "core/waitingroomsettings.h"
#include "inbound/allowance.h"
#include "inbound/httplistener.h"
#include "phrases/waitingpages.h"

#include <QElapsedTimer>
#include <QUrl>

class ControllerLink;
class Gatehouse;

/// The waiting room's door: the external portal that controllers send the browsers of waiting
/// devices to. Reads their redirects, lets them into the room, answers with a page, and moves them
/// on once the directory says that they are authorized.
class CapturePortal : public QObject
{
    Q_OBJECT

public:
    /// gatehouse must outlive the portal.
    explicit CapturePortal(Gatehouse &gatehouse, QObject *parent = nullptr);
    ~CapturePortal() override;

    /// Listens as the profile says, or not at all. A failure is kept and shown.
    void open();

    /// Stores the settings and listens by them. When the address cannot be had, nothing is stored
    /// and whatever listened before listens on. InvalidInput with a sentence for the field.
    [[nodiscard]] Result<Done> apply(const WaitingRoomSettings &settings);

    [[nodiscard]] bool isListening() const { return m_listener.isListening(); }
    /// Why it does not listen although it should.
    [[nodiscard]] std::optional<Failure> failure() const { return m_failure; }

    /// What to enter on a controller as its external portal, for these settings. Where one address
    /// cannot be told from another by what they bring, the path names the controller.
    [[nodiscard]] static QUrl urlFor(
        const ControllerProfile &controller, const WaitingRoomSettings &settings);

    /// Where the waiting room can listen: those of network cards first, 127.0.0.1 last.
    [[nodiscard]] static QStringList addressesOfThisComputer();

    [[nodiscard]] const WaitingRoom &room() const { return m_room; }

    /// A person pasted what a device's browser was sent to, and says on which site it waits: as if
    /// that browser had come here, but a row is made also where the controller does not list the
    /// device yet.
    void takePasted(const CapturedRedirect &redirect, const RedirectPlace &place);

    /// The sites that can have sent it.
    [[nodiscard]] QList<RedirectPlace> placesOf(const CapturedRedirect &redirect) const;

Q_SIGNALS:
    void stateChanged(); ///< whether it listens, and why not

private:
    [[nodiscard]] Result<Done> listen(const WaitingRoomSettings &settings);
    [[nodiscard]] InboundReply answer(const InboundRequest &request);
    [[nodiscard]] InboundReply received(
        const InboundRequest &request, const CapturedRedirect &redirect, const QString &door);
    [[nodiscard]] const WaitingRoom::Entry *letIn(
        const CapturedRedirect &redirect, const QString &door);
    [[nodiscard]] QList<RedirectPlace> placesFor(
        const CapturedRedirect &redirect, const QString &door);
    [[nodiscard]] QList<RedirectPlace> placesBehind(
        const CapturedRedirect &redirect, const QString &door) const;
    [[nodiscard]] bool isAuthorized(const CapturedRedirect &redirect) const;
    [[nodiscard]] InboundReply onwards(
        const InboundRequest &request, const WaitingRoom::Entry &entry);

    Gatehouse &m_gatehouse;
    WaitingRoom m_room;
    WaitingPages m_pages;
    HttpListener m_listener;
    std::optional<Failure> m_failure;
    Allowance m_lookUps; ///< finding a device's site can cost a walk over all rows
    QElapsedTimer m_time;
};
