#pragma once

#include "clients/actionrun.h"
#include "clients/controllerlink.h"
#include "clients/offers.h"
#include "clients/undo.h"
#include "core/audit.h"
#include "core/capability.h"
#include "core/failure.h"
#include "core/generation.h"
#include "core/http.h"
#include "core/limits.h"
#include "core/wificlient.h"

#include <QLocale>
#include <QString>

/// The translated sentences that window and CLI share. Foreign text (names, a controller's own
/// words) goes in as it is; whoever shows the sentence shows it as plain text.
namespace phrases {

// --- failures
// ----------------------------------------------------------------------------------------------------
/// What went wrong, as one sentence.
[[nodiscard]] QString text(const Failure &failure);
/// What to do next, as one sentence; empty when there is nothing to do.
[[nodiscard]] QString nextStep(const Failure &failure);
/// Both, joined by a blank.
[[nodiscard]] QString textWithNextStep(const Failure &failure);
/// "AB:CD:…" of a SHA-256.
[[nodiscard]] QString fingerprint(const QByteArray &sha256);

// --- states and words
// --------------------------------------------------------------------------------------------
[[nodiscard]] QString text(ClientState state); ///< "Waiting"
[[nodiscard]] QString text(Outcome outcome); ///< "Confirmed"
[[nodiscard]] QString text(AuditAction action); ///< "Authorize"
[[nodiscard]] QString text(AuthorizationMethod method);
[[nodiscard]] QString text(Capability capability);
[[nodiscard]] QString text(Cue cue);
[[nodiscard]] QString text(CredentialKind kind); ///< "API key"
[[nodiscard]] QString text(Generation generation); ///< "UniFi integration API"
[[nodiscard]] QString text(const Path &path); ///< "UniFi API key"
[[nodiscard]] QString text(Limit limit); ///< "Duration"
[[nodiscard]] QString text(ControllerLink::State state); ///< "Connected"
/// How a controller stands, in a sentence with times: "Offline since 14:03 (4 min). The next
/// attempt is at 14:09."
[[nodiscard]] QString text(const ControllerLink &link, const QDateTime &now);

// --- credentials
// ---------------------------------------------------------------------------------------------
/// Of each credential that does not work while another one does: which, why, and what to do.
[[nodiscard]] QStringList failingCredentials(const Capabilities &capabilities);
/// Of each credential that would unlock something: "Add a hotspot operator to set a time limit."
[[nodiscard]] QStringList furtherCredentials(const Capabilities &capabilities);
[[nodiscard]] QString whatItUnlocks(CredentialKind kind);
/// "UniFi Network 10.0.162"; without the version where none is known.
[[nodiscard]] QString product(const QString &name, const QString &version);
/// That a certificate's name is the same on every controller of its maker; empty otherwise.
[[nodiscard]] QString certificateNote(const TlsPeer &peer);

// --- offers and limits
// -------------------------------------------------------------------------------------------
/// Why an action is not offered, and with which further credential it would be; empty for Ready.
[[nodiscard]] QString text(
    Offer offer, ClientAction action, std::optional<CredentialKind> unlockedBy = {});
[[nodiscard]] QString text(const LimitObjection &objection);
[[nodiscard]] QString text(const QList<LimitObjection> &objections);
/// "2 h, 500 MB, 5 Mbit/s down"; for empty limits "the controller's own duration, no other limit".
[[nodiscard]] QString text(const Limits &limits);
[[nodiscard]] QString duration(int minutes); ///< "2 h 30 min", "3 days"
[[nodiscard]] QString dataMb(int megabytes); ///< "500 MB", "1.5 GB" (1 GB = 1024 MB)
[[nodiscard]] QString dataBytes(qint64 bytes);
[[nodiscard]] QString rateKbps(int kbps); ///< "5 Mbit/s"
[[nodiscard]] QString valueOf(
    Limit limit, std::optional<int> value); ///< in the limit's unit; "no limit" when unset

// --- outcomes
// ----------------------------------------------------------------------------------------------------
/// The row's short line: "confirmed by the controller 14:03:22", "differs: asked 72 h, got 8 h", …
[[nodiscard]] QString shortText(const ActionReport &report);
/// The full sentence with a next step, for the status strip, the CLI and the history's message.
[[nodiscard]] QString text(const ActionReport &report);
/// Why an action cannot be undone, and what to do instead where there is something.
[[nodiscard]] QString text(const UndoRefusal &refusal);
/// Why another device of the same guest is cancelled, for the history: names the new device.
[[nodiscard]] QString reasonToMakeRoom(const ActionRequest &newcomer);
/// What cancelling does on this controller besides ending the authorization.
[[nodiscard]] QString whatCancelDoes(bool disconnects);

// --- times
// -------------------------------------------------------------------------------------------------------
/// "0:12", "2:10", "3 d 4 h": for counting up and down.
[[nodiscard]] QString span(std::chrono::seconds seconds);
/// Local clock time of today, else with day: "14:03:22", "Sun 11:00", "3 Dec 11:00".
[[nodiscard]] QString clockTime(
    const QDateTime &utc, const QDateTime &now, bool withSeconds = false);

} // namespace phrases
