#pragma once

#include "assembly/gatehouse.h"
#include "cli/invocation.h"

#include <QObject>

/// Opens the controller that a call names: profile, secret, driver, sign-in, and the sites that the
/// call means.
class ControllerSession : public QObject
{
    Q_OBJECT

public:
    ControllerSession(Gatehouse &gatehouse, const Invocation &call, QString controllerName,
        QObject *parent = nullptr);

    /// Signs in and reads the sites.
    [[nodiscard]] Job<Done> *open();

    [[nodiscard]] ControllerDriver &driver() const { return *m_driver; }
    [[nodiscard]] const ControllerProfile &profile() const { return m_profile; }
    [[nodiscard]] const ControllerIdentity &identity() const { return m_identity; }
    [[nodiscard]] const QList<Site> &allSites() const { return m_sites; }

    /// The site named by --site, or all of them. A controller that cannot list its sites takes any
    /// name.
    [[nodiscard]] Result<QList<Site>> chosenSites() const;

private:
    void haveSecrets(const Result<Credentials> &secrets);
    void identified(const Result<ControllerIdentity> &identity);
    void end(const Result<Done> &result);

    Gatehouse &m_gatehouse;
    const Invocation &m_call;
    QString m_name;
    ControllerProfile m_profile;
    std::unique_ptr<ControllerDriver> m_driver;
    ControllerIdentity m_identity;
    QList<Site> m_sites;
    QPointer<Job<Done>> m_answer;
};

/// The failure for a controller's name that the profile does not hold.
[[nodiscard]] Failure noSuchController(const QString &name);
