#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

/// Why something could not be done. Made where it goes wrong, passed on unchanged, and turned into
/// a sentence with a next step once, at the edge (phrases). Code branches on `kind`, never on text.
struct Failure
{
    enum class Kind {
        Cancelled, ///< ended by us before there was an answer
        InvalidInput, ///< what a person asked cannot be right (range, notation); nothing was sent
        HostNotFound, ///< the name does not resolve; nothing was sent
        Unreachable, ///< refused, no route, or timed out while connecting; nothing was sent
        NotTls, ///< the port speaks something, but not TLS; nothing was sent
        NotAController, ///< something answers, but no controller of a kind that we know
        UntrustedCertificate, ///< neither the system nor a pin trusts it; nothing was sent
        ChangedCertificate, ///< a pin exists and does not match; nothing was sent
        NoAnswer, ///< sent, then silence: what it did is unknown
        Busy, ///< 502, 503, 504 or a proxy's page: the controller restarts or is overloaded
        RateLimited, ///< 429 or the vendor's own code; see retryAfter
        CredentialMissing, ///< no secret of the needed kind is known
        SignInRefused, ///< the controller knows neither key nor password
        SecondFactorNeeded, ///< the account is guarded by a second factor, which we cannot give
        LockedOut, ///< too many wrong sign-ins: the controller takes none for a while; see
                   ///< retryAfter
        SessionExpired, ///< the session or token ended; sign in once more
        NotPermitted, ///< signed in, but this account may not do this
        NotFound, ///< no such controller, site or client (any more)
        NotGuest, ///< the client is not on a guest network
        NotWaiting, ///< an external portal's refusal: the device does not wait, or not where we
                    ///< said
        RedirectNeeded, ///< only with what the device's browser brings to a portal; nothing was
                        ///< sent
        Refused, ///< the controller said no for a reason of its own; see said
        UnreadableReply, ///< the answer is not what this protocol says
        NotSupported, ///< this controller cannot do this with the credentials it has
        KeychainMissing, ///< no keychain service answers
        KeychainLocked, ///< the keychain is there but locked, or nobody answers its prompt
        KeychainRefused, ///< the keychain answered with an error
        StorageFailed, ///< a local file cannot be read or written
        StorageNewer, ///< a local file was written by a newer Gatehouse
    };

    Kind kind = Kind::Cancelled;

    /// English, for the log and for bug reports. Never a secret.
    QString detail = {};

    /// What the controller itself said, as foreign plain text; empty when it said nothing. Never a
    /// secret.
    QString said = {};

    /// How long to wait before asking again, when the controller told, or a file was just in use.
    std::optional<std::chrono::seconds> retryAfter = std::nullopt;

    /// SHA-256 of the certificates (32 bytes): the pinned one and the one that was presented.
    QByteArray expectedFingerprint = {};
    QByteArray seenFingerprint = {};

    /// What a person should look at first, where the kind alone does not tell.
    enum class Advice {
        None,
        SwitchOpenApiOn, ///< Omada's Open API may be off, or the application's id or secret wrong
        CheckRegion, ///< Omada's cloud: the application lives in one region only
    };
    Advice advice = Advice::None;

    /// Whether an action that ended like this can have changed the controller.
    [[nodiscard]] bool mayHaveTakenEffect() const
    {
        return kind == Kind::NoAnswer || kind == Kind::UnreadableReply || kind == Kind::Busy
            || kind == Kind::Cancelled;
    }

    friend bool operator==(const Failure &, const Failure &) = default;
};
