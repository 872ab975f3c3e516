#include "cli/controllersession.h"

#include "cli/console.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// A secret from the command line stands for the profile's first credential.
Credentials withSecret(const ControllerProfile &profile, const Secret &secret)
{
    const CredentialNote note = profile.credentials.value(0);
    return {{note.kind, note.account, secret}};
}

} // namespace

Failure noSuchController(const QString &name)
{
    return {Failure::Kind::NotFound, u"no such controller"_s,
        CommandLine::tr("there is no controller called %1 in this profile").arg(name)};
}

ControllerSession::ControllerSession(
    Gatehouse &gatehouse, const Invocation &call, QString controllerName, QObject *parent)
    : QObject(parent)
    , m_gatehouse(gatehouse)
    , m_call(call)
    , m_name(std::move(controllerName))
{
}

Job<Done> *ControllerSession::open()
{
    const ControllerLink *link = m_gatehouse.linkByName(m_name);
    if (!link)
        return Job<Done>::settled(fail(noSuchController(m_name)), this);
    m_profile = link->profile();
    const auto given = secretOf(m_call);
    if (!given)
        return Job<Done>::settled(fail(given.error()), this);
    auto *answer = new Job<Done>(this);
    m_answer = answer;
    if (*given)
        haveSecrets(withSecret(m_profile, **given));
    else
        m_gatehouse.credentials(m_profile.id)->then(this, [this](const auto &secrets) {
            haveSecrets(secrets);
        });
    return answer;
}

void ControllerSession::haveSecrets(const Result<Credentials> &secrets)
{
    if (!secrets)
        return end(fail(secrets.error()));
    auto driver = m_gatehouse.makeDriver(m_profile, *secrets);
    if (!driver)
        return end(fail(driver.error()));
    m_driver = std::move(*driver);
    m_driver->identify()->then(this, [this](const auto &identity) { identified(identity); });
}

void ControllerSession::identified(const Result<ControllerIdentity> &identity)
{
    if (!identity)
        return end(fail(identity.error()));
    m_identity = *identity;
    m_driver->listSites()->then(this, [this](const Result<QList<Site>> &sites) {
        if (!sites)
            return end(fail(sites.error()));
        m_sites = *sites;
        end(Done{});
    });
}

Result<QList<Site>> ControllerSession::chosenSites() const
{
    const QString wanted = m_call.value(u"site"_s);
    if (wanted.isEmpty())
        return m_sites;
    for (const Site &site : m_sites)
        if (site.id == wanted || site.reference == wanted
            || site.name.compare(wanted, Qt::CaseInsensitive) == 0)
            return QList<Site>{site};
    // Where no list can tell, a person may know.
    if (!m_driver->capabilities().can(Capability::ListSites))
        return QList<Site>{{wanted, wanted}};
    return tl::unexpected(Failure{Failure::Kind::NotFound, u"no such site"_s,
        CommandLine::tr("there is no site called %1 on this controller").arg(wanted)});
}

void ControllerSession::end(const Result<Done> &result)
{
    if (m_answer)
        m_answer->settle(result);
}
