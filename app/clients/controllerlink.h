#pragma once

#include "core/clock.h"
#include "core/controllerdriver.h"
#include "core/controllerprofile.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

class ClientDirectory;

/// How fast a link lives. The pause between two polls of a site is the driver's.
struct LinkPace
{
    std::chrono::milliseconds betweenSites{100}; ///< keeps many sites within a request budget
    int otherSitesFactor = 4; ///< sites that nobody looks at wait so many times longer
    std::chrono::milliseconds unseen{std::chrono::minutes(1)}; ///< at least, while nobody looks
    std::chrono::milliseconds hurried{std::chrono::seconds(2)}; ///< at most, while somebody acts
    std::chrono::milliseconds hurry{std::chrono::seconds(30)}; ///< how long somebody acts
    std::chrono::milliseconds longest{std::chrono::minutes(5)}; ///< no pause after failures exceeds
    std::chrono::milliseconds siteList{std::chrono::minutes(5)}; ///< how often sites are listed
    std::chrono::milliseconds reread{std::chrono::seconds(15)}; ///< of one visible client
    int readsInFlight = 4;
};

/// The live link to one configured controller: signs in, lists its sites, polls their clients into
/// the directory, and says how it stands. One login session for all its sites; one poll in flight;
/// failures double the pause up to five minutes; a refused password is never tried again by itself.
class ControllerLink : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle, ///< not started, or no credentials yet
        Connecting, ///< the first answers are awaited
        Connected,
        Refreshing, ///< connected, and a poll is under way
        NeedsAttention, ///< a person must act: credentials, certificate, rights
        Offline, ///< does not answer; tried again by itself
    };

    /// directory and clock must outlive the link.
    ControllerLink(ControllerProfile profile, ClientDirectory &directory, const Clock &clock,
        QObject *parent = nullptr, const LinkPace &pace = {});
    ~ControllerLink() override;

    [[nodiscard]] const ControllerProfile &profile() const;
    /// For renaming and for what detection learned; identity stays.
    void setProfile(const ControllerProfile &profile);

    /// Takes the driver (and with it the channel it owns) and starts to live. Replaces a driver
    /// from before.
    void connectWith(std::unique_ptr<ControllerDriver> driver);
    /// Shown as NeedsAttention with this failure: the vault had no secret, the keychain is locked …
    void cannotConnect(const Failure &failure);
    void disconnectNow();

    [[nodiscard]] State state() const;
    /// Why it needs attention or is offline.
    [[nodiscard]] std::optional<Failure> failure() const;
    /// When it was last known to answer, UTC; empty before the first answer.
    [[nodiscard]] std::optional<QDateTime> lastAnswerAt() const;
    /// When the next attempt is due while offline or rate-limited, UTC.
    [[nodiscard]] std::optional<QDateTime> nextAttemptAt() const;

    [[nodiscard]] ControllerDriver *driver() const; ///< null until connected for the first time
    [[nodiscard]] Capabilities capabilities() const;
    [[nodiscard]] LimitRules limitRules() const; ///< empty rules where it cannot authorize
    [[nodiscard]] const QList<Site> &sites() const;

    /// The sites that it had in the last session: shown until it lists them, or says that they are
    /// gone. Before connectWith().
    void recallSites(const QList<Site> &sites);

    /// A site showed itself by a redirect. Where the controller cannot list its sites, it is one of
    /// them from now on; a few dozen at most, for anybody can make up names.
    void meetSite(const Site &site);

    /// Asks for a poll soon, of one site or of all; a poll under way is followed by another. While
    /// the controller is away or must not be asked, its own pause goes on.
    void refreshSoon(const QString &siteId = {});

    /// Who looks at it.
    enum class Audience {
        Here, ///< at one of its sites, which is polled first and at full pace; or at all alike
        Elsewhere, ///< somebody looks at another controller: all sites less often
        Nobody, ///< no window is to be seen: hardly ever
    };
    void setAudience(Audience audience, const QString &siteId = {});

    /// Somebody acts there: for a while it is polled as often as a person would look.
    void hurry(const QString &siteId);

    /// Rows that somebody can see and whose authorization the lists of this protocol do not tell:
    /// they are read one by one within a small budget.
    void setVisibleClients(const QList<ClientKey> &keys);

Q_SIGNALS:
    void stateChanged();
    void sitesChanged();
    void capabilitiesChanged();

private:
    class Cycle;
    std::unique_ptr<Cycle> m_cycle;
};
