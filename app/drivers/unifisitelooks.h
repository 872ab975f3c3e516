#pragma once

#include "core/clientlist.h"
#include "drivers/unificlassicsession.h"
#include "wire/unifi_classic/guestlist.h"

#include <QHash>

#include <memory>

/// What a controller told of one site at one moment.
struct UnifiSiteLook
{
    ClientList clients; ///< connected ones, with state and authorization
    wire::unifi_classic::GuestList guests;
    QDateTime now; ///< UTC, in the controller's clock
};

/// Reads who is connected to a site and who is let in: always the whole site, for the API has no
/// shorter answer to rely on. Whoever asks while a look is on its way shares the next one, so that
/// each sees a state from after asking, and many actions at once do not read the site once each.
class UnifiSiteLooks final : public QObject
{
    Q_OBJECT

public:
    using Look = std::shared_ptr<const UnifiSiteLook>;

    /// The session must outlive it.
    explicit UnifiSiteLooks(UnifiClassicSession &session, QObject *parent = nullptr);

    [[nodiscard]] Job<Look> *look(const QString &siteId, QObject *parent);

private:
    using Askers = QList<QPointer<Job<Look>>>;
    struct SiteQueue
    {
        Askers waiting;
        bool looking = false;
    };

    void begin(const QString &siteId);
    void end(const QString &siteId, const Askers &askers, const Result<Look> &answer);

    UnifiClassicSession &m_session;
    QHash<QString, SiteQueue> m_queues;
};
