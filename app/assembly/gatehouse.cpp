#include "assembly/gatehouse.h"

#include "assembly/controllercheckrun.h"
#include "assembly/gatehouseparts.h"
#include "drivers/driverfactory.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Gatehouse::Gatehouse(Ports ports, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>(std::move(ports)))
{
    m_parts->portal = std::make_unique<CapturePortal>(*this);
    m_parts->lastSession = std::make_unique<SessionMemory>(*this, m_parts->ports.lastSession);
    m_parts->settling = std::make_unique<SettlingWatch>(*this, m_parts->settler);
    connect(&m_parts->actions, &ActionRunner::finished, this, &Gatehouse::noteEnd);
    connect(&m_parts->actions, &ActionRunner::started, this, [this](const ActionRequest &request) {
        if (ControllerLink *owner = link(request.client.key.controllerId))
            owner->hurry(request.client.key.siteId);
    });
    connect(&m_parts->settler, &Settler::settled, this, &Gatehouse::attentionChanged);
}

Gatehouse::~Gatehouse()
{
    m_parts->lastSession->keepNow();
    for (const auto &link : m_parts->links)
        link->disconnectNow();
}

Result<Done> Gatehouse::load()
{
    return loadProfile().and_then([this](Done) { return openHistory(); });
}

Result<Done> Gatehouse::loadProfile()
{
    if (const auto loaded = m_parts->ports.profiles->load(); !loaded)
        return fail(loaded.error());
    for (const ControllerProfile &profile : m_parts->ports.profiles->controllers())
        addLink(profile);
    return Done{};
}

Result<Done> Gatehouse::openHistory()
{
    const auto guests = m_parts->ports.audit->knownGuests();
    if (!guests)
        return fail(guests.error());
    m_parts->directory.setKnownGuests(*guests);
    m_parts->isHistoryOpen = true;
    Q_EMIT attentionChanged();
    return Done{};
}

ControllerLink *Gatehouse::addLink(const ControllerProfile &profile)
{
    auto owned
        = std::make_unique<ControllerLink>(profile, m_parts->directory, *m_parts->ports.clock);
    ControllerLink *added = owned.get();
    m_parts->links.push_back(std::move(owned));
    for (const auto signal : {&ControllerLink::stateChanged, &ControllerLink::sitesChanged,
             &ControllerLink::capabilitiesChanged})
        connect(added, signal, this, [this, added] { Q_EMIT linkChanged(added); });
    Q_EMIT linkAdded(added);
    return added;
}

void Gatehouse::connectAll()
{
    m_parts->live = true;
    m_parts->lastSession->keepUp();
    m_parts->putOff.start();
    for (const auto &link : m_parts->links)
        reconnect(link->profile().id);
    m_parts->settling->begin();
    m_parts->historyWork.catchUp()->then(this, [this](const Result<qint64> &missing) {
        if (missing && *missing > 0)
            if (const auto guests = audit().knownGuests())
                m_parts->directory.setKnownGuests(*guests);
    });
    eraseOldRecords();
    connect(
        &m_parts->daily, &QTimer::timeout, this, &Gatehouse::eraseOldRecords, Qt::UniqueConnection);
    m_parts->daily.start(24h);
    m_parts->portal->open();
}

void Gatehouse::reconnect(const QString &controllerId)
{
    if (!m_parts->live)
        return;
    credentials(controllerId)->then(this, [this, controllerId](const Result<Credentials> &secrets) {
        ControllerLink *target = link(controllerId);
        if (!target)
            return;
        if (!secrets)
            return target->cannotConnect(secrets.error());
        auto driver = makeDriver(target->profile(), *secrets);
        if (!driver)
            return target->cannotConnect(driver.error());
        target->connectWith(std::move(*driver));
    });
}

Job<Credentials> *Gatehouse::credentials(const QString &controllerId)
{
    return m_parts->secrets.of(controllerId);
}

Result<std::unique_ptr<ControllerDriver>> Gatehouse::makeDriver(
    const ControllerProfile &profile, const Credentials &credentials)
{
    return makeControllerDriver(profile, credentials, *m_parts->ports.channels);
}

QList<ControllerLink *> Gatehouse::links() const
{
    QList<ControllerLink *> result;
    for (const auto &link : m_parts->links)
        result.append(link.get());
    return result;
}

ControllerLink *Gatehouse::link(const QString &controllerId) const
{
    const auto found = std::ranges::find(
        m_parts->links, controllerId, [](const auto &link) { return link->profile().id; });
    return found == m_parts->links.end() ? nullptr : found->get();
}

ControllerLink *Gatehouse::linkByName(const QString &name) const
{
    const auto found = std::ranges::find_if(m_parts->links, [&](const auto &link) {
        return link->profile().name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_parts->links.end() ? nullptr : found->get();
}

Job<DetectedController> *Gatehouse::detect(const QString &address)
{
    return m_parts->detection.detect(address);
}

Job<ControllerCheck> *Gatehouse::check(const NewController &candidate)
{
    auto *answer = new Job<ControllerCheck>(this);
    (new ControllerCheckRun(*this, candidate, answer))->start();
    return answer;
}

Job<Done> *Gatehouse::add(const NewController &controller)
{
    NewController candidate = controller;
    if (candidate.profile.id.isEmpty())
        candidate.profile.id = ProfileStore::newControllerId();
    candidate.profile.credentials.clear();
    for (const Credential &credential : candidate.credentials)
        candidate.profile.credentials.append({credential.kind, credential.account});
    candidate.profile.secretsInVault = candidate.rememberSecrets;
    if (linkByName(candidate.profile.name))
        return Job<Done>::settled(
            tl::unexpected(Failure{Failure::Kind::InvalidInput, u"the name is taken"_s,
                tr("There is a controller called “%1” already.").arg(candidate.profile.name)}),
            this);
    auto *answer = new Job<Done>(this);
    m_parts->secrets.keep(candidate.profile.id, candidate.credentials, candidate.rememberSecrets)
        ->then(this, [this, candidate, job = QPointer(answer)](const Result<Done> &kept) {
            const Result<Done> added = kept ? storeAndConnect(candidate) : kept;
            if (job)
                job->settle(added);
        });
    return answer;
}

Result<Done> Gatehouse::storeAndConnect(const NewController &candidate)
{
    const QString &id = candidate.profile.id;
    if (const auto stored = m_parts->ports.profiles->putController(candidate.profile); !stored) {
        m_parts->secrets.forget(id);
        if (candidate.rememberSecrets) // nothing is left behind; its own failure changes nothing
            (void)m_parts->ports.vault->remove(id);
        return fail(stored.error());
    }
    addLink(candidate.profile);
    reconnect(id);
    return Done{};
}

Job<Done> *Gatehouse::addCredential(
    const QString &controllerId, const Credential &credential, bool remember)
{
    ControllerLink *target = link(controllerId);
    if (!target)
        return Job<Done>::settled(fail(Failure::Kind::NotFound, u"no such controller"_s), this);
    auto *answer = new Job<Done>(this);
    credentials(controllerId)
        ->then(this, [=, this, job = QPointer(answer)](const Result<Credentials> &known) {
            if (!known && remember && hasOtherThan(controllerId, credential.kind)) {
                if (job)
                    job->settle(fail(known.error()));
                return;
            }
            Credentials all = known.value_or(Credentials());
            putCredential(all, credential);
            m_parts->secrets.keep(controllerId, all, remember)
                ->then(this, [=, this](const Result<Done> &kept) {
                    const Result<Done> noted
                        = kept ? noteCredentials(controllerId, all, remember) : kept;
                    if (job)
                        job->settle(noted);
                });
        });
    return answer;
}

/// One item holds them all: written without those that could not be read, it would lose them.
bool Gatehouse::hasOtherThan(const QString &controllerId, CredentialKind kind) const
{
    const auto profile = m_parts->ports.profiles->controller(controllerId);
    return profile && profile->secretsInVault
        && std::ranges::any_of(
            profile->credentials, [kind](const CredentialNote &note) { return note.kind != kind; });
}

Result<Done> Gatehouse::noteCredentials(
    const QString &controllerId, const Credentials &credentials, bool remember)
{
    ControllerLink *target = link(controllerId);
    if (!target)
        return fail(Failure::Kind::NotFound, u"the controller was removed meanwhile"_s);
    ControllerProfile profile = target->profile();
    // Where a person keeps the secrets, not all of them need be known now.
    for (const Credential &credential : credentials) {
        profile.credentials.removeIf(
            [&](const CredentialNote &note) { return note.kind == credential.kind; });
        profile.credentials.append({credential.kind, credential.account});
    }
    profile.secretsInVault = remember;
    if (const auto stored = m_parts->ports.profiles->putController(profile); !stored)
        return fail(stored.error());
    target->setProfile(profile);
    reconnect(controllerId);
    return Done{};
}

Result<Done> Gatehouse::rename(const QString &controllerId, const QString &name)
{
    ControllerLink *target = link(controllerId);
    if (!target)
        return fail(Failure::Kind::NotFound, u"no such controller"_s);
    ControllerProfile profile = target->profile();
    profile.name = name.trimmed();
    if (const auto stored = m_parts->ports.profiles->putController(profile); !stored)
        return fail(stored.error());
    target->setProfile(profile);
    Q_EMIT linkChanged(target);
    return Done{};
}

Result<Done> Gatehouse::trust(const QString &controllerId, const QByteArray &sha256)
{
    ControllerLink *target = link(controllerId);
    if (!target)
        return fail(Failure::Kind::NotFound, u"no such controller"_s);
    ControllerProfile profile = target->profile();
    profile.pinnedSha256 = sha256;
    if (const auto stored = m_parts->ports.profiles->putController(profile); !stored)
        return fail(stored.error());
    target->setProfile(profile);
    reconnect(controllerId);
    return Done{};
}

Job<Done> *Gatehouse::remove(const QString &controllerId, SecretsOf secrets)
{
    const ControllerLink *target = link(controllerId);
    const bool isInVault = !target || target->profile().secretsInVault;
    // Which may be a part of the link that goes.
    const QString id = controllerId; // NOLINT(performance-unnecessary-copy-initialization)
    if (!isInVault || secrets == SecretsOf::LeftBehind)
        return Job<Done>::settled(forget(id), this);
    auto *answer = new Job<Done>(this);
    m_parts->ports.vault->remove(id)->then(
        this, [this, id, job = QPointer(answer)](const Result<Done> &removed) {
            const Result<Done> forgotten = removed ? forget(id) : removed;
            if (job)
                job->settle(forgotten);
        });
    return answer;
}

Result<Done> Gatehouse::forget(const QString &controllerId)
{
    if (const auto stored = m_parts->ports.profiles->removeController(controllerId); !stored)
        return fail(stored.error());
    m_parts->secrets.forget(controllerId);
    if (ControllerLink *gone = link(controllerId)) {
        gone->disconnectNow();
        Q_EMIT linkRemoved(controllerId);
        std::erase_if(m_parts->links, [&](const auto &link) { return link.get() == gone; });
    }
    m_parts->directory.removeController(controllerId);
    std::ignore = m_parts->lastSession->forgetController(controllerId);
    return Done{};
}

ClientDirectory &Gatehouse::directory()
{
    return m_parts->directory;
}

ActionRunner &Gatehouse::actions()
{
    return m_parts->actions;
}

AuditLog &Gatehouse::audit()
{
    return *m_parts->ports.audit;
}

Settler &Gatehouse::settler()
{
    return m_parts->settler;
}

HistoryReading &Gatehouse::historyReading()
{
    return m_parts->historyReading;
}

HistoryWork &Gatehouse::historyWork()
{
    return m_parts->historyWork;
}

ProfileStore &Gatehouse::profiles()
{
    return *m_parts->ports.profiles;
}

CredentialVault &Gatehouse::vault()
{
    return *m_parts->ports.vault;
}

SessionMemory &Gatehouse::lastSession()
{
    return *m_parts->lastSession;
}

CapturePortal &Gatehouse::portal()
{
    return *m_parts->portal;
}

const Clock &Gatehouse::clock() const
{
    return *m_parts->ports.clock;
}

QString Gatehouse::siteName(const QString &controllerId, const QString &siteId) const
{
    const ControllerLink *owner = link(controllerId);
    if (!owner)
        return siteId;
    const auto found = std::ranges::find(owner->sites(), siteId, &Site::id);
    return found == owner->sites().end() ? siteId : found->name;
}
