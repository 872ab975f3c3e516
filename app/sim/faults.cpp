#include "sim/faults.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr const char *times = "TIMES";
constexpr int mustBeGiven = -1;

constexpr FaultNote notes[] = {
    {Fault::BadJson, "bad-json", times, 0, "answers JSON that breaks off in the middle"},
    {Fault::BareKeys, "bare-keys", nullptr, 0,
        "EAP and Omada up to 3.x: answers JSON without quotes around its keys"},
    {Fault::BareMessage, "bare-message", nullptr, 0,
        "EAP and Omada up to 3.x: and none around the message either"},
    {Fault::CancelBusy, "cancel-busy", times, 1, "Omada: answers a cancel with -41019 first"},
    {Fault::CertificateChanges, "certificate-changes", "CONNECTIONS", mustBeGiven,
        "shows another certificate after so many connections"},
    {Fault::ChangingIds, "changing-ids", nullptr, 0,
        "UniFi: a client gets another id each time it connects"},
    {Fault::ClockSkew, "clock-skew", "SECONDS", mustBeGiven,
        "the controller's clock is ahead (or, below zero, behind)"},
    {Fault::ConfirmDelay, "confirm-delay", "SECONDS", mustBeGiven,
        "an action shows in the controller's state only later"},
    {Fault::CutAfterAction, "cut-after-action", times, 0,
        "cuts the connection after an action took effect"},
    {Fault::CutBefore, "cut-before", times, 0, "cuts the connection before doing anything"},
    {Fault::DeepJson, "deep-json", times, 0, "answers JSON that is nested 100 000 levels deep"},
    {Fault::EmptyBody, "empty-200", times, 0, "answers status 200 without a body"},
    {Fault::Empty503, "empty-503", times, 0, "answers status 503 without a body"},
    {Fault::ErrorWith200, "error-with-200", times, 0,
        "UniFi: the classic API refuses with status 200"},
    {Fault::ErrorCodeString, "errorcode-string", nullptr, 0,
        "Omada: errorCode, up to 3.x success, is a string"},
    {Fault::GzipWithoutHeader, "gzip-without-header", nullptr, 0,
        "compresses answers and does not say so"},
    {Fault::Hang, "hang", times, 0, "never answers and keeps the connection open"},
    {Fault::Html500AfterAction, "html-500-after-action", times, 0,
        "answers status 500 with a page of HTML after an action took effect"},
    {Fault::Html502, "html-502", times, 0, "answers status 502 with a page of HTML"},
    {Fault::HtmlContentType, "html-content-type", nullptr, 0,
        "EAP and Omada up to 3.x: calls its JSON text/html"},
    {Fault::HugeBody, "huge-body", "MB", 80, "answers that many megabytes of JSON"},
    {Fault::IgnoreAuthorize, "ignore-authorize", nullptr, 0,
        "accepts an authorization and does nothing"},
    {Fault::IgnoreCancel, "ignore-cancel", nullptr, 0, "accepts a cancel and does nothing"},
    {Fault::ListLag, "list-lag", "SECONDS", mustBeGiven,
        "UniFi: the list shows an action later than the detail"},
    {Fault::LockAfter, "lock-after", "PASSWORDS", mustBeGiven,
        "Omada: signing in is locked for two hours after so many wrong passwords; 0: it is locked"},
    {Fault::LoginPage200, "login-page-200", times, 0,
        "answers status 200 with a sign-in page of HTML"},
    {Fault::LoginThrottle, "login-throttle", "SIGN-INS", mustBeGiven,
        "UniFi: answers sign-ins beyond so many in five minutes with status 429, longer with each"},
    {Fault::LostSession302, "lost-session-302", nullptr, 0,
        "Omada: without a session, redirects to the sign-in page"},
    {Fault::LostSessionHtml, "lost-session-html", nullptr, 0,
        "Omada: without a session, answers status 200 with the sign-in page"},
    {Fault::MissingAuthorized, "missing-authorized", nullptr, 0,
        "UniFi: every third guest's row does not say whether it is authorized"},
    {Fault::NoApiInfo, "no-api-info", nullptr, 0, "Omada 4: does not know /api/info"},
    {Fault::NoHotspotRecords, "no-hotspot-records", nullptr, 0,
        "Omada: the operator's API has no records"},
    {Fault::NumbersAsStrings, "numbers-as-strings", nullptr, 0,
        "UniFi: the classic API writes numbers as strings"},
    {Fault::OpenApiOff, "open-api-off", nullptr, 0, "Omada: the Open API is switched off"},
    {Fault::OperatorFirstSite, "operator-first-site", nullptr, 0,
        "Omada: the operator may enter the first site only"},
    {Fault::RateLimit, "rate-limit", "SECONDS", mustBeGiven,
        "answers status 429 with Retry-After for that long"},
    {Fault::ReadOnlyKey, "read-only-key", nullptr, 0, "the credentials may look but not change"},
    {Fault::SecondFactor, "second-factor", nullptr, 0,
        "UniFi: a password does not sign in without the code 246810"},
    {Fault::SessionExpiry, "session-expiry", "REQUESTS", mustBeGiven,
        "a signed-in session is good for so many requests"},
    {Fault::SignInError, "sign-in-error", "CODE", mustBeGiven,
        "Omada: refuses every operator with this code, such as 30110 for -30110"},
    {Fault::SiteBusy, "site-busy", times, 0, "Omada: answers an action with -33004"},
    {Fault::Slow, "slow", "MS", mustBeGiven, "answers that many milliseconds later"},
    {Fault::SlowActions, "slow-actions", "MS", mustBeGiven,
        "answers actions that many milliseconds later"},
    {Fault::StartAfter, "start-after", "REQUESTS", mustBeGiven,
        "the first so many requests are answered without faults"},
    {Fault::TimeUnitS, "time-unit-s", nullptr, 0,
        "Omada: extPortal reads the time in seconds, not milliseconds"},
    {Fault::TimeUnitUs, "time-unit-us", nullptr, 0,
        "Omada: extPortal reads the time in microseconds, not milliseconds"},
    {Fault::TokenExpiry, "token-expiry", "REQUESTS", mustBeGiven,
        "Omada: an access token is good for so many requests"},
    {Fault::TornPages, "torn-pages", times, 0, "clients come and go between the pages of a list"},
    {Fault::TruncatedBody, "truncated-body", times, 0,
        "cuts the connection in the middle of the answer"},
    {Fault::ValidStuck, "valid-stuck", nullptr, 0,
        "Omada: a record stays valid after its end, and the client authorized"},
    {Fault::WrongLimits, "wrong-limits", nullptr, 0, "grants half of what was asked"},
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
