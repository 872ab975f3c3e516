#include "phrases/phrases.h"

#include <QCoreApplication>

#include <set>

using namespace Qt::StringLiterals;

namespace {

struct CredentialPhrases
{
    Q_DECLARE_TR_FUNCTIONS(Credential)
};

} // namespace

QString phrases::text(const Path &path)
{
    switch (path.credential) {
    case CredentialKind::ApiKey:
        return CredentialPhrases::tr("UniFi API key");
    case CredentialKind::LocalAccount:
        return CredentialPhrases::tr("UniFi local account");
    case CredentialKind::OpenApiApplication:
        return CredentialPhrases::tr("Omada Open API application");
    case CredentialKind::HotspotOperator:
        return CredentialPhrases::tr("Omada hotspot operator");
    case CredentialKind::ControllerAccount:
        return CredentialPhrases::tr("controller account");
    }
    Q_UNREACHABLE();
}

QStringList phrases::failingCredentials(const Capabilities &capabilities)
{
    QStringList sentences;
    for (const auto &[kind, failure] : capabilities.failing)
        sentences += CredentialPhrases::tr("%1: %2", "kind of credential and what is wrong with it")
                         .arg(text(kind), textWithNextStep(failure));
    return sentences;
}

QString phrases::whatItUnlocks(CredentialKind kind)
{
    switch (kind) {
    case CredentialKind::ApiKey:
        return CredentialPhrases::tr("Add an API key to use the official interface.");
    case CredentialKind::LocalAccount:
        return CredentialPhrases::tr(
            "Add a local account to see network and signal, to block devices, "
            "and to cancel after a device has left.");
    case CredentialKind::OpenApiApplication:
        return CredentialPhrases::tr("Add an Open API application to see who is waiting.");
    case CredentialKind::HotspotOperator:
        return CredentialPhrases::tr("Add a hotspot operator to set a time limit.");
    case CredentialKind::ControllerAccount:
        return CredentialPhrases::tr("Add the controller's own account to let devices in.");
    }
    Q_UNREACHABLE();
}

QStringList phrases::furtherCredentials(const Capabilities &capabilities)
{
    std::set<CredentialKind> kinds;
    for (const auto &[capability, kind] : capabilities.unlockedBy)
        if (!capabilities.can(capability) && !capabilities.failing.contains(kind))
            kinds.insert(kind);
    QStringList sentences;
    for (const CredentialKind kind : kinds)
        sentences += whatItUnlocks(kind);
    return sentences;
}

QString phrases::certificateNote(const TlsPeer &peer)
{
    const bool isShared = peer.subject.compare("localhost"_L1, Qt::CaseInsensitive) == 0
        || peer.subject.compare("unifi.local"_L1, Qt::CaseInsensitive) == 0;
    return isShared && !peer.trusted
        ? CredentialPhrases::tr("Every controller of this maker calls itself “%1”: only the "
                                "fingerprint tells yours from another one.")
              .arg(peer.subject)
        : QString();
}
