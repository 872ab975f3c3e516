#include "sim/simulator.h"

#include "sim/products.h"
#include "sim/saboteur.h"

#include <QJsonDocument>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

constexpr int rememberedRequests = 20'000;
constexpr int mostClients = 1'000'000;

SimulatorOptions completed(SimulatorOptions options)
{
    const SimulatedProduct *product = productOf(options.generation);
    if (product && options.version.isEmpty())
        options.version = QString::fromLatin1(product->standardVersion);
    if (product && options.sites.isEmpty())
        options.sites
            = {QString::fromLatin1(product->firstSite), QString::fromLatin1(product->secondSite)};
    return options;
}

std::optional<QString> wrongVersion(
    const SimulatorOptions &options, const SimulatedProduct &product)
{
    const auto version = QVersionNumber::fromString(options.version);
    const auto oldest = QVersionNumber::fromString(QString::fromLatin1(product.oldestVersion));
    const auto newest = QVersionNumber::fromString(QString::fromLatin1(product.newestVersion));
    if (version < oldest)
        return u"Version '%1' is older than %2, the first of this generation."_s.arg(
            options.version, oldest.toString());
    if (!newest.isNull() && version > newest && !newest.isPrefixOf(version))
        return u"Version '%1' is newer than %2, the last of this generation."_s.arg(
            options.version, newest.toString());
    return std::nullopt;
}

std::optional<QString> wrongIn(const SimulatorOptions &options)
{
    const SimulatedProduct *product = productOf(options.generation);
    if (!product)
        return u"There is no simulator for the generation '%1'. Use %2."_s.arg(
            options.generation, productWords());
    if (auto wrong = wrongVersion(options, *product))
        return wrong;
    if (!options.portal.isValid() || options.portal.host().isEmpty())
        return u"The address of the portal is not a URL."_s;
    if (options.clients < 0 || options.clients > mostClients)
        return u"The number of clients must be between 0 and %1."_s.arg(mostClients);
    if (options.waiting < 0 || options.waiting > options.clients)
        return u"The number of waiting guests must be between 0 and the number of clients."_s;
    return std::nullopt;
}

QString withoutSecrets(QUrlQuery query)
{
    for (const QString &name : {u"client_secret"_s, u"refresh_token"_s, u"access_token"_s,
             u"code"_s, u"token"_s, u"password"_s})
        if (query.hasQueryItem(name)) {
            query.removeAllQueryItems(name);
            query.addQueryItem(name, u"***"_s);
        }
    return query.toString(QUrl::FullyDecoded);
}

QByteArray httpDate(qint64 now)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

quint64 macBits(const QString &mac)
{
    QString digits = mac;
    digits.remove(u':').remove(u'-').remove(u'.');
    return digits.toULongLong(nullptr, 16);
}

} // namespace

QJsonObject SimulatorInfo::toJson() const
{
    return {{u"generation"_s, generation}, {u"version"_s, version}, {u"url"_s, url.toString()},
        {u"certificateSha256"_s, QString::fromLatin1(certificateSha256.toHex())},
        {u"credentials"_s, credentials}, {u"sites"_s, sites},
        {u"waiting"_s, QJsonArray::fromStringList(waiting)},
        {u"redirects"_s, QJsonArray::fromStringList(redirects)}};
}

tl::expected<std::unique_ptr<Simulator>, QString> Simulator::start(const SimulatorOptions &options)
{
    const SimulatorOptions complete = completed(options);
    if (auto wrong = wrongIn(complete))
        return tl::make_unexpected(*wrong);
    std::unique_ptr<Simulator> simulator(new Simulator(complete));
    if (auto wrong = simulator->begin())
        return tl::make_unexpected(*wrong);
    return simulator;
}

Simulator::Simulator(const SimulatorOptions &options)
    : m_options(options)
{
    const SimulatedProduct &product = *productOf(options.generation);
    VenueOptions venue;
    venue.sites = options.sites;
    venue.clients = options.clients;
    venue.waiting = options.waiting;
    venue.seed = options.seed;
    venue.remoteRows = product.remoteRows;
    venue.quotas = product.quotas;
    venue.wiredGuest = product.wiredGuest;
    venue.recordsPileUp = product.recordsPileUp;
    venue.lively = options.lively;
    venue.now = QDateTime::currentMSecsSinceEpoch();
    m_world = std::make_unique<SimWorld>(SimWorld{Venue(venue), {}, 0});
    m_protocol = product.make(*m_world, options);
}

Simulator::~Simulator() = default;

std::optional<QString> Simulator::begin()
{
    m_saboteur = std::make_unique<Saboteur>(*m_world, *m_protocol);
    for (const QString &fault : m_options.faults)
        if (auto wrong = m_world->faults.add(fault))
            return wrong;
    if (!m_options.logFile.isEmpty()) {
        m_log.setFileName(m_options.logFile);
        if (!m_log.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Text))
            return u"The log '%1' cannot be written: %2."_s.arg(
                m_options.logFile, m_log.errorString());
    }
    const SimulatedCertificate certificate = makeSelfSigned(m_protocol->commonName());
    if (certificate.sha256().isEmpty())
        return u"No certificate could be made."_s;
    m_server = std::make_unique<LoopbackServer>(
        certificate, [this](const SimRequest &request) { return answer(request); });
    if (!m_server->listen(m_options.port))
        return u"Port %1 of 127.0.0.1 cannot be had: %2."_s.arg(m_options.port)
            .arg(m_server->errorString());
    m_port = quint16(m_server->url().port());
    connect(m_server.get(), &LoopbackServer::answered, this, &Simulator::record);
    connect(m_server.get(), &LoopbackServer::connected, this, [this] {
        const Faults &faults = m_world->faults;
        if (faults.has(Fault::CertificateChanges)
            && m_server->connectionsSoFar() == faults.argument(Fault::CertificateChanges))
            changeCertificate();
    });
    bringToLife();
    return std::nullopt;
}

void Simulator::bringToLife()
{
    if (m_options.lively) {
        m_life = std::make_unique<VenueLife>(m_world->venue, m_options.seed, m_world->now());
        auto *heartbeat = new QTimer(this);
        connect(heartbeat, &QTimer::timeout, this, [this] {
            m_life->step(m_world->now());
            tellEvents();
        });
        heartbeat->start(std::chrono::seconds(1));
    }
    if (m_options.rush.roaming > 0 || m_options.rush.turnover > 0) {
        m_rush = std::make_unique<VenueRush>(m_world->venue, m_options.rush, m_options.seed);
        auto *beat = new QTimer(this);
        connect(beat, &QTimer::timeout, this, [this] { m_rush->step(m_world->now()); });
        beat->start(VenueRush::beat);
    }
}

SimulatorInfo Simulator::info() const
{
    SimulatorInfo info;
    info.generation = m_options.generation;
    info.version = m_options.version;
    info.url = url();
    info.certificateSha256 = m_server->certificateSha256();
    info.credentials = m_protocol->credentials();
    info.sites = m_protocol->sites();
    for (const quint64 mac : m_world->venue.waiting(m_world->now()))
        info.waiting += m_protocol->macSpelling(mac);
    for (const QUrl &redirect : m_protocol->redirects(m_options.portal))
        info.redirects += redirect.toString(QUrl::FullyEncoded);
    return info;
}

QUrl Simulator::url() const
{
    QUrl url = m_server->url();
    url.setPort(m_port);
    url.setPath(m_protocol->basePath());
    return url;
}

SimReply Simulator::answer(const SimRequest &request)
{
    ++m_requestCount;
    const bool quiet = m_requestCount <= m_world->faults.argument(Fault::StartAfter);
    SimReply reply;
    if (quiet) {
        const Faults kept = std::exchange(m_world->faults, m_world->faults.quiet());
        reply = m_protocol->answer(request);
        m_world->faults = kept;
    } else if (auto spoiled = m_saboteur->before()) {
        reply = std::move(*spoiled);
    } else {
        reply = m_protocol->answer(request);
        m_saboteur->after(reply);
    }
    reply.headers.emplace_back("Date", httpDate(m_world->now()));
    if (!quiet)
        m_saboteur->cutHead(reply);
    return reply;
}

void Simulator::record(const SimRequest &request, const SimReply &reply)
{
    QJsonObject entry{{u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
        {u"method"_s, QString::fromLatin1(request.method)},
        {u"path"_s, QString::fromLatin1(request.path)}, {u"query"_s, withoutSecrets(request.query)},
        {u"status"_s, reply.status}, {u"did"_s, reply.did}, {u"acted"_s, reply.acted},
        {u"bodyKeys"_s,
            QJsonArray::fromStringList(QJsonDocument::fromJson(request.body).object().keys())}};
    m_requests += entry;
    if (m_requests.size() > rememberedRequests)
        m_requests.removeFirst();
    if (m_log.isOpen()) {
        m_log.write(QJsonDocument(entry).toJson(QJsonDocument::Compact) + '\n');
        m_log.flush();
    }
    Q_EMIT answered(entry);
    tellEvents();
}

void Simulator::tellEvents()
{
    if (!m_server->hasFeeds())
        return;
    for (const auto &[feed, message] : m_protocol->takeEvents())
        m_server->push(feed, message);
}

int Simulator::actions() const
{
    return int(std::ranges::count_if(
        m_requests, [](const QJsonObject &entry) { return entry.value(u"acted"_s).toBool(); }));
}

void Simulator::advance(std::chrono::seconds by)
{
    m_world->clockAheadMs += std::chrono::milliseconds(by).count();
}

QDateTime Simulator::now() const
{
    return QDateTime::fromMSecsSinceEpoch(m_world->now(), Qt::UTC);
}

QString Simulator::arrive()
{
    const int client = m_world->venue.arrive(m_world->now());
    tellEvents();
    return m_protocol->macSpelling(m_world->venue.clients()[size_t(client)].mac);
}

bool Simulator::leave(const QString &mac)
{
    const auto client = clientOf(mac);
    if (client)
        m_world->venue.leave(*client, m_world->now());
    tellEvents();
    return client.has_value();
}

bool Simulator::comeBack(const QString &mac)
{
    const auto client = clientOf(mac);
    if (client)
        m_world->venue.comeBack(*client, m_world->now());
    tellEvents();
    return client.has_value();
}

bool Simulator::roam(const QString &mac)
{
    const auto client = clientOf(mac);
    if (client)
        m_world->venue.roam(*client);
    return client.has_value();
}

bool Simulator::authorizeByOthers(const QString &mac, int minutes)
{
    const auto client = clientOf(mac);
    if (client)
        m_world->venue.authorize(
            *client, {minutes, {}, {}, {}}, Grant::Method::Voucher, m_world->now());
    return client.has_value();
}

bool Simulator::useData(const QString &mac, qint64 bytes)
{
    const auto client = clientOf(mac);
    if (client)
        m_world->venue.useData(*client, bytes);
    return client.has_value();
}

bool Simulator::isAuthorized(const QString &mac) const
{
    const auto client = clientOf(mac);
    return client && m_world->venue.liveGrant(*client, m_world->now());
}

std::optional<QDateTime> Simulator::authorizedUntil(const QString &mac) const
{
    const auto client = clientOf(mac);
    const Grant *grant = client ? m_world->venue.liveGrant(*client, m_world->now()) : nullptr;
    if (!grant)
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(m_world->venue.endOf(*grant), Qt::UTC);
}

bool Simulator::isBlocked(const QString &mac) const
{
    const auto client = clientOf(mac);
    return client && m_world->venue.clients()[size_t(*client)].blocked;
}

std::optional<int> Simulator::clientOf(const QString &mac) const
{
    return m_world->venue.clientByMac(macBits(mac));
}

void Simulator::changeCertificate()
{
    // Not from within a connection's own signal: presenting another one ends it.
    QMetaObject::invokeMethod(
        this, [this] { m_server->present(makeSelfSigned(m_protocol->commonName())); },
        Qt::QueuedConnection);
}

void Simulator::goOffline()
{
    m_server->close();
}

bool Simulator::comeOnline()
{
    return m_server->listen(m_port);
}
