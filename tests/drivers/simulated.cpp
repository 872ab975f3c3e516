#include "drivers/simulated.h"

#include "drivers/driverfactory.h"
#include "net/namchannelfactory.h"

using namespace Qt::StringLiterals;

namespace {

/// What the simulator calls the account and the secret of a kind of credential.
struct Told
{
    const char *account;
    const char *secret;
};

Told toldAs(CredentialKind kind)
{
    switch (kind) {
    case CredentialKind::ApiKey:
        return {"", "apiKey"};
    case CredentialKind::OpenApiApplication:
        return {"clientId", "clientSecret"};
    case CredentialKind::LocalAccount:
    case CredentialKind::HotspotOperator:
    case CredentialKind::ControllerAccount:
        return {"user", "password"};
    }
    Q_UNREACHABLE();
}

} // namespace

Simulated::Simulated(const SimulatorOptions &options)
{
    auto started = Simulator::start(options);
    if (!started)
        qFatal("%s", qPrintable(started.error()));
    m_simulator = std::move(*started);
    const SimulatorInfo info = m_simulator->info();
    m_profile.id = u"controller-1"_s;
    m_profile.url = info.url;
    m_profile.generation = *generationFromWord(info.generation);
    m_profile.pinnedSha256 = info.certificateSha256;
    m_profile.version = info.version;
    for (const auto &each : info.sites)
        m_profile.siteNames += each.toObject().value(u"name").toString();
    signInWith(info.credentials
                   .value(QLatin1StringView(toldAs(credentialKindFor(m_profile.generation)).secret))
                   .toString());
}

Credential Simulated::credential(CredentialKind kind) const
{
    const Told told = toldAs(kind);
    const QJsonObject printed = m_simulator->info().credentials;
    return {kind, printed.value(QLatin1StringView(told.account)).toString(),
        Secret(printed.value(QLatin1StringView(told.secret)).toString())};
}

void Simulated::signInWith(const QString &secret)
{
    Credential typed = credential(credentialKindFor(m_profile.generation));
    typed.secret = Secret(secret);
    signInWith(Credentials{typed});
}

void Simulated::signInWith(const Credentials &credentials)
{
    NamChannelFactory channels;
    auto made = makeControllerDriver(m_profile, credentials, channels);
    if (!made)
        qFatal("%s", qPrintable(made.error().detail));
    m_driver = std::move(*made);
}

void Simulated::addFault(const QString &text)
{
    if (const auto wrong = m_simulator->addFault(text))
        qFatal("%s", qPrintable(*wrong));
}

QString Simulated::site(int index) const
{
    return m_simulator->info().sites.at(index).toObject().value(u"id").toString();
}

MacAddress Simulated::waiting(int index) const
{
    return *MacAddress::parse(m_simulator->info().waiting.at(index));
}

Result<ClientSnapshot> Simulated::list()
{
    return answerOf(m_driver->lister()->listClients({site()}));
}

Result<WifiClient> Simulated::read(MacAddress mac)
{
    return answerOf(m_driver->reader()->readClient(site(), mac));
}

WifiClient Simulated::row(MacAddress mac)
{
    const Result<ClientSnapshot> snapshot = list();
    if (snapshot)
        for (const WifiClient &client : snapshot->clients)
            if (client.key.mac == mac)
                return client;
    return {};
}

Result<ActionAnswer> Simulated::authorize(const WifiClient &client, const Limits &limits)
{
    return answerOf(m_driver->authorizer()->authorize({client, limits}));
}

Result<ActionAnswer> Simulated::cancel(const WifiClient &client)
{
    return answerOf(m_driver->canceller()->cancel(client));
}

Result<ActionAnswer> Simulated::extend(const WifiClient &client, int minutes)
{
    return answerOf(m_driver->extender()->extend({client, minutes, m_simulator->now()}));
}

int Simulated::requests(const QString &method, const QString &part) const
{
    int count = 0;
    for (const QJsonObject &request : m_simulator->requests())
        if (request.value(u"method").toString() == method
            && (request.value(u"path").toString() + u'?' + request.value(u"query").toString())
                   .contains(part))
            ++count;
    return count;
}
