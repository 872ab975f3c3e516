#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <span>

/// What can go wrong on purpose. Each is switched on by its name, see allFaults().
enum class Fault {
    BadJson,
    BareKeys,
    BareMessage,
    CancelBusy,
    CertificateChanges,
    ChangingIds,
    ClockSkew,
    ConfirmDelay,
    CutAfterAction,
    CutBefore,
    CutHead,
    DeepJson,
    Empty503,
    EmptyBody,
    ErrorCodeString,
    ErrorWith200,
    GzipWithoutHeader,
    Hang,
    Html500AfterAction,
    Html502,
    HtmlContentType,
    HtmlSignIn,
    HugeBody,
    IgnoreAuthorize,
    IgnoreCancel,
    ListLag,
    LockAfter,
    LoginPage200,
    LoginThrottle,
    LostSession302,
    LostSessionHtml,
    MissingAuthorized,
    NoApiInfo,
    NoHotspotRecords,
    NumbersAsStrings,
    OpenApiOff,
    OperatorFirstSite,
    RateLimit,
    ReadOnlyKey,
    SecondFactor,
    SessionExpiry,
    SignInError,
    SiteBusy,
    Slow,
    SlowActions,
    StartAfter,
    TimeUnitS,
    TimeUnitUs,
    TokenExpiry,
    TornPages,
    TruncatedBody,
    ValidStuck,
    WrongLimits,
};

/// One line of --help.
struct FaultNote
{
    Fault fault;
    int standard; ///< the argument when none is given; -1: must be given
    const char *name;
    const char *argument; ///< what the argument means; null: takes none
    const char *text;
};
[[nodiscard]] std::span<const FaultNote> allFaults();

/// The faults that are switched on, with their arguments.
class Faults
{
public:
    /// Switches one on: "slow=300" or "html-502". Otherwise says what is wrong with the text, in a
    /// sentence.
    [[nodiscard]] std::optional<QString> add(const QString &text);
    void remove(Fault fault)
    {
        m_on.erase(fault);
        ++m_changes;
    }
    void clear()
    {
        m_on.clear();
        ++m_changes;
    }
    /// Grows whenever somebody switches one on or off.
    [[nodiscard]] quint64 changes() const { return m_changes; }
    /// Those that hold even while the others wait for their turn: the clock is what it is.
    [[nodiscard]] Faults quiet() const;

    [[nodiscard]] bool has(Fault fault) const { return m_on.contains(fault); }
    /// Its argument; 0 when it is not switched on.
    [[nodiscard]] int argument(Fault fault) const;

    /// For faults that strike so many times: true when it strikes now. An argument of 0 strikes for
    /// ever.
    [[nodiscard]] bool strikes(Fault fault);

private:
    std::map<Fault, int> m_on;
    quint64 m_changes = 0;
};
