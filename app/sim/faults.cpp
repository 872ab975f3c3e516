#include "sim/faults.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr const char *times = "TIMES";
constexpr int mustBeGiven = -1;

constexpr FaultNote notes[] = {
    {Fault::BadJson, 0, "bad-json", times, "answers JSON that breaks off in the middle"},
    {Fault::BareKeys, 0, "bare-keys", nullptr,
        "EAP and Omada up to 3.x: answers JSON without quotes around its keys"},
    {Fault::BareMessage, 0, "bare-message", nullptr,
        "EAP and Omada up to 3.x: and none around the message either"},
    {Fault::CancelBusy, 1, "cancel-busy", times, "Omada: answers a cancel with -41019 first"},
    {Fault::CertificateChanges, mustBeGiven, "certificate-changes", "CONNECTIONS",
        "shows another certificate after so many connections"},
    {Fault::ChangingIds, 0, "changing-ids", nullptr,
        "UniFi: a client gets another id each time it connects"},
    {Fault::ClockSkew, mustBeGiven, "clock-skew", "SECONDS",
        "the controller's clock is ahead (or, below zero, behind)"},
    {Fault::ConfirmDelay, mustBeGiven, "confirm-delay", "SECONDS",
        "an action shows in the controller's state only later"},
    {Fault::CutAfterAction, 0, "cut-after-action", times,
        "cuts the connection after an action took effect"},
    {Fault::CutBefore, 0, "cut-before", times, "cuts the connection before doing anything"},
    {Fault::CutHead, mustBeGiven, "cut-head", "BYTES",
        "cuts the connection after so many bytes of the head of an action's answer"},
    {Fault::DeepJson, 0, "deep-json", times, "answers JSON that is nested 100 000 levels deep"},
    {Fault::EmptyBody, 0, "empty-200", times, "answers status 200 without a body"},
    {Fault::Empty503, 0, "empty-503", times, "answers status 503 without a body"},
    {Fault::ErrorWith200, 0, "error-with-200", times,
        "UniFi: the classic API refuses with status 200"},
    {Fault::ErrorCodeString, 0, "errorcode-string", nullptr,
        "Omada: errorCode, up to 3.x success, is a string"},
    {Fault::GzipWithoutHeader, 0, "gzip-without-header", nullptr,
        "compresses answers and does not say so"},
    {Fault::Hang, 0, "hang", times, "never answers and keeps the connection open"},
    {Fault::Html500AfterAction, 0, "html-500-after-action", times,
        "answers status 500 with a page of HTML after an action took effect"},
    {Fault::Html502, 0, "html-502", times, "answers status 502 with a page of HTML"},
    {Fault::HtmlContentType, 0, "html-content-type", nullptr,
        "EAP and Omada up to 3.x: calls its JSON text/html"},
    {Fault::HtmlSignIn, 0, "html-sign-in", nullptr,
        "EAP up to 2.5.4: answers a sign-in with a page"},
    {Fault::HugeBody, 80, "huge-body", "MB", "answers that many megabytes of JSON"},
    {Fault::IgnoreAuthorize, 0, "ignore-authorize", nullptr,
        "accepts an authorization and does nothing"},
    {Fault::IgnoreCancel, 0, "ignore-cancel", nullptr, "accepts a cancel and does nothing"},
    {Fault::ListLag, mustBeGiven, "list-lag", "SECONDS",
        "UniFi: the list shows an action later than the detail"},
    {Fault::LockAfter, mustBeGiven, "lock-after", "PASSWORDS",
        "Omada: signing in is locked for two hours after so many wrong passwords; 0: it is locked"},
    {Fault::LoginPage200, 0, "login-page-200", times,
        "answers status 200 with a sign-in page of HTML"},
    {Fault::LoginThrottle, mustBeGiven, "login-throttle", "SIGN-INS",
        "UniFi: answers sign-ins beyond so many in five minutes with status 429, longer with each"},
    {Fault::LostSession302, 0, "lost-session-302", nullptr,
        "Omada: without a session, redirects to the sign-in page"},
    {Fault::LostSessionHtml, 0, "lost-session-html", nullptr,
        "Omada: without a session, answers status 200 with the sign-in page"},
    {Fault::MissingAuthorized, 0, "missing-authorized", nullptr,
        "UniFi: every third guest's row does not say whether it is authorized"},
    {Fault::NoApiInfo, 0, "no-api-info", nullptr, "Omada 4: does not know /api/info"},
    {Fault::NoHotspotRecords, 0, "no-hotspot-records", nullptr,
        "Omada: the operator's API has no records"},
    {Fault::NumbersAsStrings, 0, "numbers-as-strings", nullptr,
        "UniFi: the classic API writes numbers as strings"},
    {Fault::OpenApiOff, 0, "open-api-off", nullptr, "Omada: the Open API is switched off"},
    {Fault::OperatorFirstSite, 0, "operator-first-site", nullptr,
        "Omada: the operator may enter the first site only"},
    {Fault::RateLimit, mustBeGiven, "rate-limit", "SECONDS",
        "answers status 429 with Retry-After for that long"},
    {Fault::ReadOnlyKey, 0, "read-only-key", nullptr, "the credentials may look but not change"},
    {Fault::SecondFactor, 0, "second-factor", nullptr,
        "UniFi: a password does not sign in without the code 246810"},
    {Fault::SessionExpiry, mustBeGiven, "session-expiry", "REQUESTS",
        "a signed-in session is good for so many requests"},
    {Fault::SignInError, mustBeGiven, "sign-in-error", "CODE",
        "Omada: refuses every operator with this code, such as 30110 for -30110"},
    {Fault::SiteBusy, 0, "site-busy", times, "Omada: answers an action with -33004"},
    {Fault::Slow, mustBeGiven, "slow", "MS", "answers that many milliseconds later"},
    {Fault::SlowActions, mustBeGiven, "slow-actions", "MS",
        "answers actions that many milliseconds later"},
    {Fault::StartAfter, mustBeGiven, "start-after", "REQUESTS",
        "the first so many requests are answered without faults"},
    {Fault::TimeUnitS, 0, "time-unit-s", nullptr,
        "Omada: extPortal reads the time in seconds, not milliseconds"},
    {Fault::TimeUnitUs, 0, "time-unit-us", nullptr,
        "Omada: extPortal reads the time in microseconds, not milliseconds"},
    {Fault::TokenExpiry, mustBeGiven, "token-expiry", "REQUESTS",
        "Omada: an access token is good for so many requests"},
    {Fault::TornPages, 0, "torn-pages", times, "clients come and go between the pages of a list"},
    {Fault::TruncatedBody, 0, "truncated-body", times,
        "cuts the connection in the middle of the answer"},
    {Fault::ValidStuck, 0, "valid-stuck", nullptr,
        "Omada: a record stays valid after its end, and the client authorized"},
    {Fault::WrongLimits, 0, "wrong-limits", nullptr, "grants half of what was asked"},
};

QString nameOf(const FaultNote &note)
{
    return QString::fromLatin1(note.name);
}

} // namespace

std::span<const FaultNote> allFaults()
{
    return notes;
}

std::optional<QString> Faults::add(const QString &text)
{
    const QString name = text.section(u'=', 0, 0);
    const bool hasArgument = text.contains(u'=');
    const auto note = std::ranges::find(notes, name, nameOf);
    if (note == std::end(notes))
        return u"There is no fault called '%1'."_s.arg(name);
    if (hasArgument && !note->argument)
        return u"The fault '%1' takes no argument."_s.arg(name);
    if (!hasArgument && note->standard == mustBeGiven)
        return u"The fault '%1' needs an argument: %1=%2."_s.arg(
            name, QString::fromLatin1(note->argument));

    bool isNumber = true;
    const int argument = hasArgument ? text.section(u'=', 1).toInt(&isNumber) : note->standard;
    if (!isNumber || (argument < 0 && note->fault != Fault::ClockSkew))
        return u"The argument of the fault '%1' must be a whole number."_s.arg(name);
    m_on[note->fault] = argument;
    ++m_changes;
    return std::nullopt;
}

Faults Faults::quiet() const
{
    Faults quiet;
    for (const auto &[fault, argument] : m_on)
        if (fault == Fault::ClockSkew)
            quiet.m_on[fault] = argument;
    return quiet;
}

int Faults::argument(Fault fault) const
{
    const auto found = m_on.find(fault);
    return found == m_on.end() ? 0 : found->second;
}

bool Faults::strikes(Fault fault)
{
    const auto found = m_on.find(fault);
    if (found == m_on.end())
        return false;
    if (found->second == 1)
        m_on.erase(found);
    else if (found->second > 1)
        --found->second;
    return true;
}
