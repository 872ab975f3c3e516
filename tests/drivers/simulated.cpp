#include "drivers/simulated.h"

#include "drivers/driverfactory.h"
#include "net/namchannelfactory.h"

using namespace Qt::StringLiterals;

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
    const bool isUnifi = m_profile.generation == Generation::UnifiIntegration;
    signInWith(info.credentials.value(isUnifi ? u"apiKey" : u"clientSecret").toString());
}

void Simulated::signInWith(const QString &secret)
{
    const bool isUnifi = m_profile.generation == Generation::UnifiIntegration;
    const QJsonObject told = m_simulator->info().credentials;
    const Credential credential{
        isUnifi ? CredentialKind::ApiKey : CredentialKind::OpenApiApplication,
        told.value(u"clientId").toString(), Secret(secret)};
    HttpChannel *channel = NamChannelFactory().open(m_profile.url, m_profile.pinnedSha256, nullptr);
    auto made = makeControllerDriver(m_profile, {credential}, channel);
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
