#include "cli/controllercommands.h"

#include "phrases/phrases.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

/// Whether the options that were given are those of such a credential.
bool fits(const Invocation &call, CredentialKind kind)
{
    const bool hasUser = call.has(u"user"_s);
    const bool hasClientId = call.has(u"client-id"_s);
    switch (kind) {
    case CredentialKind::ApiKey:
        return !hasUser && !hasClientId;
    case CredentialKind::OpenApiApplication:
        return hasClientId;
    case CredentialKind::LocalAccount:
    case CredentialKind::HotspotOperator:
    case CredentialKind::ControllerAccount:
        return hasUser;
    }
    Q_UNREACHABLE();
}

QString optionsOf(CredentialKind kind)
{
    switch (kind) {
    case CredentialKind::ApiKey:
        return Command::tr("an API key as the secret, without --user and --client-id");
    case CredentialKind::OpenApiApplication:
        return Command::tr("--client-id with the client secret as the secret");
    case CredentialKind::LocalAccount:
        return Command::tr("--user of a local account with its password as the secret");
    case CredentialKind::HotspotOperator:
        return Command::tr("--user of a hotspot operator with the password as the secret");
    case CredentialKind::ControllerAccount:
        return Command::tr(
            "--user of the controller's own account with its password as the secret");
    }
    Q_UNREACHABLE();
}

/// The first of these kinds that the options mean.
Result<CredentialKind> credentialKind(const Invocation &call, const QList<CredentialKind> &kinds)
{
    QStringList taken;
    for (const CredentialKind kind : kinds) {
        if (fits(call, kind))
            return kind;
        taken += optionsOf(kind);
    }
    return fail(usageFailure(Command::tr("This controller takes %1.")
                                 .arg(taken.join(Command::tr("; or ", "between alternatives")))));
}

/// What controllers of this profile's family can be signed in to with.
QList<CredentialKind> kindsFor(const ControllerProfile &profile)
{
    QList<CredentialKind> kinds;
    for (const Generation generation : allGenerations)
        if (const CredentialKind kind = credentialKindFor(generation);
            generationFor(profile, kind) && !kinds.contains(kind))
            kinds += kind;
    return kinds;
}

Credential credentialOf(const Invocation &call, CredentialKind kind, const Secret &secret)
{
    return {kind, call.has(u"client-id"_s) ? call.value(u"client-id"_s) : call.value(u"user"_s),
        secret};
}

/// These cannot list their sites; somebody must name them.
bool needsSiteNames(Generation generation)
{
    return generation == Generation::Eap2 || generation == Generation::Omada3;
}

Result<QByteArray> pinOf(const Invocation &call)
{
    if (!call.has(u"pin"_s))
        return QByteArray();
    QString hex = call.value(u"pin"_s);
    hex.remove(u':').remove(u' ');
    const QByteArray pin = QByteArray::fromHex(hex.toLatin1());
    constexpr int sha256Bytes = 32;
    if (pin.size() != sha256Bytes || hex.size() != 2 * sha256Bytes)
        return fail(usageFailure(
            Command::tr("--pin takes the 64 hexadecimal digits of a SHA-256 fingerprint.")));
    return pin;
}

Result<Secret> neededSecret(const Invocation &call)
{
    const auto given = secretOf(call);
    if (!given)
        return fail(given.error());
    if (!*given)
        return fail(
            usageFailure(Command::tr("Give the secret by --secret-stdin or --secret-env.")));
    return **given;
}

QStringList words(const QList<CredentialKind> &kinds)
{
    QStringList result;
    for (const CredentialKind kind : kinds)
        result += toWord(kind);
    return result;
}

} // namespace

void DetectCommand::start()
{
    m_gatehouse.detect(m_call.operand())
        ->then(this, [this](const Result<DetectedController> &found) {
            if (!found)
                return endWith(found.error());
            show(*found);
        });
}

void DetectCommand::show(const DetectedController &found)
{
    QStringList generations;
    QStringList names;
    for (const Generation generation : found.generations) {
        generations += toWord(generation);
        names += phrases::text(generation);
    }
    if (m_console.isJson()) {
        QJsonObject object{{u"generations"_s, QJsonArray::fromStringList(generations)},
            {u"product"_s, found.product}, {u"url"_s, found.url.toString()},
            {u"certificateSha256"_s, QString::fromLatin1(found.peer.sha256.toHex())},
            {u"trusted"_s, found.peer.trusted},
            {u"needs"_s, QJsonArray::fromStringList(words(found.needs))}};
        if (!found.version.isEmpty())
            object.insert(u"version"_s, found.version);
        if (!found.vendorControllerId.isEmpty())
            object.insert(u"controllerId"_s, found.vendorControllerId);
        m_console.print(QJsonDocument(object));
    } else {
        QStringList needs;
        for (const CredentialKind kind : found.needs)
            needs += phrases::text(kind);
        m_console.print(asColumns({{tr("Product"), found.product},
            {tr("Version"),
                found.version.isEmpty() ? tr("told only after signing in") : found.version},
            {tr("Protocol"), names.join(u", "_s)}, {tr("Address"), found.url.toString()},
            {tr("Certificate"), phrases::fingerprint(found.peer.sha256)},
            {tr("Trusted"),
                found.peer.trusted ? tr("by this computer")
                                   : tr("no: compare the fingerprint and use --pin")},
            {tr("Needs"), needs.join(tr(" or ", "between credentials"))}}));
        if (const QString note = phrases::certificateNote(found.peer); !note.isEmpty())
            m_console.print(note);
    }
    end(ExitCode::Success);
}

void AddControllerCommand::start()
{
    const auto pin = pinOf(m_call);
    if (!pin)
        return endWith(pin.error());
    m_pin = *pin;
    if (m_call.has(u"generation"_s) && !generationFromWord(m_call.value(u"generation"_s)))
        return endWith(usageFailure(
            tr("There is no generation called “%1”.").arg(m_call.value(u"generation"_s))));
    if (m_call.has(u"time-unit"_s) && !portalTimeUnitFromWord(m_call.value(u"time-unit"_s)))
        return endWith(usageFailure(
            tr("--time-unit takes ms, s or us, not “%1”.").arg(m_call.value(u"time-unit"_s))));
    if (m_gatehouse.linkByName(m_call.operand()))
        return endWith(
            usageFailure(tr("There is a controller called “%1” already.").arg(m_call.operand())));
    const auto secret = neededSecret(m_call);
    if (!secret)
        return endWith(secret.error());
    m_secret = *secret;
    m_gatehouse.detect(m_call.value(u"url"_s))->then(this, [this](const auto &found) {
        detected(found);
    });
}

void AddControllerCommand::detected(const Result<DetectedController> &found)
{
    if (!found)
        return endWith(found.error());
    if (const auto described = describeProfile(*found); !described)
        return endWith(described.error());
    m_gatehouse.check(m_candidate)->then(this, [this](const auto &check) { checked(check); });
}

Result<Done> AddControllerCommand::describeProfile(const DetectedController &found)
{
    if (!m_pin.isEmpty() && m_pin != found.peer.sha256)
        return tl::unexpected(Failure{.kind = Failure::Kind::ChangedCertificate,
            .detail = u"--pin does not match"_s,
            .expectedFingerprint = m_pin,
            .seenFingerprint = found.peer.sha256});
    if (m_pin.isEmpty() && !found.peer.trusted)
        return tl::unexpected(Failure{.kind = Failure::Kind::UntrustedCertificate,
            .detail = u"no --pin"_s,
            .seenFingerprint = found.peer.sha256});
    const QList<Generation> spoken = m_call.has(u"generation"_s)
        ? QList{*generationFromWord(m_call.value(u"generation"_s))}
        : found.generations;
    QList<CredentialKind> kinds;
    for (const Generation generation : spoken)
        kinds += credentialKindFor(generation);
    const auto kind = credentialKind(m_call, kinds);
    if (!kind)
        return fail(kind.error());
    ControllerProfile &profile = m_candidate.profile;
    profile.name = m_call.operand();
    profile.url = found.url;
    profile.generation = spoken.at(kinds.indexOf(*kind));
    for (qsizetype i = kinds.indexOf(*kind) + 1; i < spoken.size(); ++i)
        if (kinds.at(i) == *kind)
            m_candidate.alternatives += spoken.at(i);
    profile.siteNames = m_call.values(u"site"_s);
    if (needsSiteNames(profile.generation) && profile.siteNames.isEmpty())
        return fail(usageFailure(tr("%1 cannot list its sites: name each one with --site.")
                                     .arg(phrases::text(profile.generation))));
    if (m_call.has(u"time-unit"_s))
        profile.portalTimeUnit = *portalTimeUnitFromWord(m_call.value(u"time-unit"_s));
    profile.pinnedSha256 = m_pin;
    profile.vendorControllerId = found.vendorControllerId;
    profile.product = found.product;
    profile.version = found.version;
    m_candidate.credentials = {credentialOf(m_call, *kind, m_secret)};
    m_candidate.rememberSecrets = !m_call.has(u"no-keychain"_s);
    return Done{};
}

void AddControllerCommand::checked(const Result<ControllerCheck> &check)
{
    if (!check)
        return endWith(check.error());
    m_candidate.profile.generation = check->generation;
    m_candidate.profile.product = check->identity.product;
    m_candidate.profile.version = check->identity.version;
    m_gatehouse.add(m_candidate)->then(this, [this](const Result<Done> &added) {
        if (!added)
            return endWith(added.error());
        const ControllerProfile &profile = m_candidate.profile;
        if (m_console.isJson())
            m_console.print(QJsonDocument(QJsonObject{{u"name"_s, profile.name},
                {u"url"_s, profile.url.toString()}, {u"generation"_s, toWord(profile.generation)},
                {u"product"_s, profile.product}, {u"version"_s, profile.version}}));
        else
            m_console.print(
                tr("Added %1: %2 at %3.")
                    .arg(profile.name, phrases::product(profile.product, profile.version),
                        profile.url.toString()));
        end(ExitCode::Success);
    });
}

void AddCredentialCommand::start()
{
    const ControllerLink *link = m_gatehouse.linkByName(m_call.operand());
    if (!link)
        return endWith(noSuchController(m_call.operand()));
    const auto kind = credentialKind(m_call, kindsFor(link->profile()));
    if (!kind)
        return endWith(kind.error());
    const auto secret = neededSecret(m_call);
    if (!secret)
        return endWith(secret.error());
    const Credential credential = credentialOf(m_call, *kind, *secret);
    m_gatehouse.check({link->profile(), {credential}})
        ->then(this, [this, id = link->profile().id, credential](const auto &check) {
            checked(check, id, credential);
        });
}

void AddCredentialCommand::checked(
    const Result<ControllerCheck> &check, const QString &controllerId, const Credential &credential)
{
    if (!check)
        return endWith(check.error());
    m_gatehouse.addCredential(controllerId, credential, !m_call.has(u"no-keychain"_s))
        ->then(this, [this, kind = credential.kind](const Result<Done> &added) {
            if (!added)
                return endWith(added.error());
            if (m_console.isJson())
                m_console.print(QJsonDocument(
                    QJsonObject{{u"name"_s, m_call.operand()}, {u"credential"_s, toWord(kind)}}));
            else
                m_console.print(tr("%1 now has: %2.").arg(m_call.operand(), phrases::text(kind)));
            end(ExitCode::Success);
        });
}

void ListControllersCommand::start()
{
    QJsonArray array;
    QList<QStringList> rows{{tr("NAME"), tr("PRODUCT"), tr("VERSION"), tr("PROTOCOL"),
        tr("ADDRESS"), tr("CREDENTIALS")}};
    for (const ControllerLink *link : m_gatehouse.links()) {
        const ControllerProfile &profile = link->profile();
        QStringList kinds;
        QStringList names;
        for (const CredentialNote &note : profile.credentials) {
            kinds += toWord(note.kind);
            names += phrases::text(note.kind);
        }
        array.append(QJsonObject{{u"name"_s, profile.name}, {u"url"_s, profile.url.toString()},
            {u"generation"_s, toWord(profile.generation)}, {u"product"_s, profile.product},
            {u"version"_s, profile.version},
            {u"credentials"_s, QJsonArray::fromStringList(kinds)}});
        rows.append({profile.name, profile.product, profile.version, toWord(profile.generation),
            profile.url.toString(), names.join(u", "_s)});
    }
    if (m_console.isJson())
        m_console.print(QJsonDocument(array));
    else if (array.isEmpty())
        m_console.print(
            tr("No controllers yet. Add one with: gatehouse-cli controller add NAME --url URL …"));
    else
        m_console.print(asColumns(rows));
    end(ExitCode::Success);
}

void RemoveControllerCommand::start()
{
    const ControllerLink *link = m_gatehouse.linkByName(m_call.operand());
    if (!link)
        return endWith(noSuchController(m_call.operand()));
    const auto secrets = m_call.has(u"leave-secret"_s) ? Gatehouse::SecretsOf::LeftBehind
                                                       : Gatehouse::SecretsOf::Removed;
    m_gatehouse.remove(link->profile().id, secrets)
        ->then(this, [this, secrets](const Result<Done> &removed) {
            if (!removed)
                return endWith(removed.error());
            if (m_console.isJson())
                m_console.print(QJsonDocument(QJsonObject{{u"removed"_s, m_call.operand()}}));
            else if (secrets == Gatehouse::SecretsOf::LeftBehind)
                m_console.print(tr("Removed %1. Its item in the keychain and its history stay.")
                                    .arg(m_call.operand()));
            else
                m_console.print(
                    tr("Removed %1 and its secrets. Its history stays.").arg(m_call.operand()));
            end(ExitCode::Success);
        });
}
