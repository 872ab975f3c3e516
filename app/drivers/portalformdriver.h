#pragma once

#include "core/controllerdriver.h"
#include "core/controllerprofile.h"
#include "drivers/portalformsession.h"

/// EAP Controller up to 2.5.4 and Omada 2.6.0 to 3.2.17, with the controller's own user. They let
/// in the devices that a captured redirect names, for a time; there is no list, and nothing else.
class PortalFormDriver final : public ControllerDriver, private ClientAuthorizer
{
    Q_OBJECT

public:
    /// Owns the channel from now on.
    PortalFormDriver(const ControllerProfile &profile, const Credential &user, HttpChannel *channel,
        QObject *parent = nullptr);

    [[nodiscard]] Job<ControllerIdentity> *identify() override;
    [[nodiscard]] Job<QList<Site>> *listSites() override;
    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] ClientAuthorizer *authorizer() override { return this; }
    [[nodiscard]] std::chrono::milliseconds clockOffset() const override;
    [[nodiscard]] std::chrono::milliseconds pollPause() const override;

private:
    using Spelling = wire::portal_form::Spelling;

    [[nodiscard]] LimitRules limitRules() const override;
    [[nodiscard]] bool needsRedirect() const override { return true; }
    [[nodiscard]] Job<ActionAnswer> *authorize(const AuthorizeOrder &order) override;

    [[nodiscard]] CapturedRedirect redirectOf(const AuthorizeOrder &order) const;
    [[nodiscard]] Spelling spellingFor(const AuthorizeOrder &order) const;
    [[nodiscard]] Job<ActionAnswer> *send(
        const CapturedRedirect &redirect, int minutes, Spelling spelling, QObject *parent);

    Generation m_generation;
    QString m_version;
    QStringList m_siteNames;
    PortalFormSession m_session;
};
