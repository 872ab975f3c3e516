#pragma once

#include "core/controllerprofile.h"
#include "core/wificlient.h"
#include "drivers/session.h"
#include "wire/omada_hotspot/requests.h"
#include "wire/omadainfo.h"

#include <QVersionNumber>

/// One hotspot operator of an Omada 4 or 5 controller on one channel. Every sign-in asks the
/// controller who it is, so that an update between two of them is noticed.
class OmadaHotspotSession final : public Session
{
    Q_OBJECT

public:
    using Requests = wire::omada_hotspot::Requests;
    using MakeCall = std::function<HttpRequest(const Requests &requests)>;

    /// Owns the channel from now on.
    OmadaHotspotSession(const ControllerProfile &profile, Credential hotspotOperator,
        HttpChannel *channel, QObject *parent);

    [[nodiscard]] Generation generation() const { return m_generation; }

    /// Told by the controller or, before it was asked, by the profile.
    [[nodiscard]] QVersionNumber version() const;
    [[nodiscard]] QString versionText() const { return m_info.version; }

    /// One request with its reply, signed in.
    [[nodiscard]] Job<HttpReply> *exchange(MakeCall makeCall, QObject *parent);

    /// Asks for the operator's sites. Where 4.x does not tell them: those that the profile names.
    [[nodiscard]] Job<QList<Site>> *askSites(QObject *parent);

    /// The same, asked for only when they are not known yet.
    [[nodiscard]] Job<QList<Site>> *sites(QObject *parent);

private:
    void beginSignIn() override;
    [[nodiscard]] Again mayGoAgain(const HttpRequest &sent, const HttpReply &reply) override;
    void forgetSession() override;

    void requestToken();
    [[nodiscard]] wire::omada_hotspot::Dialect dialect() const;
    [[nodiscard]] Result<QList<Site>> sitesIn(const HttpReply &reply);

    Generation m_generation;
    wire::OmadaInfo m_info;
    Credential m_operator;
    QStringList m_siteNames;
    Secret m_token;
    QList<Site> m_sites;
};
