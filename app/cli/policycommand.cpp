#include "cli/policycommand.h"

#include "cli/policyoptions.h"

using namespace Qt::StringLiterals;

void PolicyCommand::start()
{
    const QString name = m_call.value(u"controller"_s);
    if (name.isEmpty())
        return m_call.has(u"site"_s) ? endWith(usageFailure(tr("--site needs --controller.")))
                                     : run();
    const ControllerLink *link = m_gatehouse.linkByName(name);
    if (!link)
        return endWith(noSuchController(name));
    m_controllerId = link->profile().id;
    if (!m_call.has(u"site"_s))
        return run();
    m_session = std::make_unique<ControllerSession>(m_gatehouse, m_call, name);
    m_session->open()->then(this, [this](const Result<Done> &isOpen) {
        if (!isOpen)
            return endWith(isOpen.error());
        opened();
    });
}

void PolicyCommand::opened()
{
    const auto sites = m_session->chosenSites();
    if (!sites)
        return endWith(sites.error());
    m_site = sites->first();
    run();
}

void PolicyCommand::run()
{
    if (m_call.command() == u"policy set"_s)
        if (const auto stored = store(); !stored)
            return endWith(stored.error());
    show();
}

Result<Done> PolicyCommand::store()
{
    ProfileStore &profiles = m_gatehouse.profiles();
    if (m_call.has(u"off"_s)) {
        if (namesPolicy(m_call))
            return fail(usageFailure(tr("--off goes with no other option of the policy.")));
        return profiles.setLoginPolicy(m_controllerId, m_site.id, std::nullopt);
    }
    if (!namesPolicy(m_call))
        return fail(usageFailure(tr(
            "Say what is to hold: --devices, --per, --at-limit, --go-on-unconfirmed or --off.")));
    return policyOf(m_call, profiles.loginPolicy(m_controllerId, m_site.id))
        .and_then([&](const LoginPolicy &policy) {
            return profiles.setLoginPolicy(m_controllerId, m_site.id, policy);
        });
}

/// For whom the policy was set that holds here: site, controller, or everywhere.
QString PolicyCommand::heldBy() const
{
    const ProfileStore &profiles = m_gatehouse.profiles();
    if (!m_site.id.isEmpty() && profiles.hasOwnLoginPolicy(m_controllerId, m_site.id))
        return u"site"_s;
    return !m_controllerId.isEmpty() && profiles.hasOwnLoginPolicy(m_controllerId, {})
        ? u"controller"_s
        : u"everywhere"_s;
}

void PolicyCommand::show()
{
    const auto policy = m_gatehouse.profiles().loginPolicy(m_controllerId, m_site.id);
    if (m_console.isJson()) {
        QJsonObject object;
        if (!m_controllerId.isEmpty())
            object.insert(u"controller"_s, m_call.value(u"controller"_s));
        if (!m_site.id.isEmpty())
            object.insert(u"site"_s, m_site.name);
        if (policy) {
            object.insert(u"policy"_s, toJson(*policy));
            object.insert(u"setFor"_s, heldBy());
        }
        m_console.print(QJsonDocument(object));
    } else {
        m_console.print(policy ? sentenceOf(*policy) : tr("Any number of devices."));
    }
    end(ExitCode::Success);
}
