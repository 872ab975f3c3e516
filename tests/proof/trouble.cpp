#include "proof/trouble.h"

#include "proof/proofbench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Stage = ActionRun::Stage;

Trouble::Doing faults(const QStringList &texts)
{
    return [texts](ProofBench &bench) {
        for (const QString &text : texts)
            bench.addFault(text);
    };
}

void clear(ProofBench &bench)
{
    bench.clearFaults();
}

/// From before the sign-in to the end.
Trouble fromSignIn(const QString &name, const QStringList &texts)
{
    Trouble trouble{name};
    trouble.begin = faults(texts);
    trouble.end = clear;
    return trouble;
}

/// While the action is asked for, sent and read back.
Trouble allAlong(const QString &name, const QStringList &texts)
{
    Trouble trouble = fromSignIn(name, texts);
    trouble.begins = Stage::Looking;
    return trouble;
}

/// Only while the action is sent: what is asked before and after is answered well.
Trouble whileSending(const QString &name, const QStringList &texts)
{
    Trouble trouble = allAlong(name, texts);
    trouble.begins = Stage::Sending;
    trouble.ends = Stage::ReadingBack;
    return trouble;
}

/// A session that ends after so many requests, wherever the action is by then.
Trouble sessionOf(int requests)
{
    Trouble trouble = fromSignIn(u"session ends %1"_s.arg(requests),
        {u"session-expiry=%1"_s.arg(requests), u"token-expiry=%1"_s.arg(requests)});
    trouble.mayAskAgain = true;
    return trouble;
}

Trouble clockJumps()
{
    Trouble trouble = fromSignIn(u"clock jumps 2 h"_s, {u"clock-skew=7200"_s});
    trouble.begins = Stage::Sending;
    trouble.mayAskAgain = true; // sessions end with it
    return trouble;
}

Trouble otherCertificate()
{
    Trouble trouble{u"certificate changes"_s};
    trouble.begin = [](ProofBench &bench) { bench.changeCertificate(); };
    trouble.begins = Stage::Sending;
    return trouble;
}

Trouble diskFull(const QString &name, Stage begins)
{
    Trouble trouble{name};
    trouble.begin = [](ProofBench &bench) { bench.fillDisk(true); };
    trouble.end = [](ProofBench &bench) { bench.fillDisk(false); };
    trouble.begins = begins;
    trouble.hindersHistory = true;
    return trouble;
}

Trouble historyHeld(const QString &name, Stage begins, std::chrono::milliseconds duration)
{
    Trouble trouble{name};
    trouble.isLengthy = duration > 1s;
    trouble.begin = [duration](ProofBench &bench) { bench.holdHistory(duration); };
    trouble.end = [](ProofBench &bench) { bench.releaseHistory(); };
    trouble.begins = begins;
    trouble.hindersHistory = true;
    return trouble;
}

} // namespace

Trouble noTrouble()
{
    return Trouble{u"nothing"_s};
}

std::vector<Trouble> allTroubles()
{
    std::vector<Trouble> all{
        whileSending(u"reply lost after"_s, {u"cut-after-action"_s}),
        whileSending(u"lost before, once"_s, {u"cut-before=1"_s}),
        whileSending(u"reply lost before"_s, {u"cut-before"_s}),
        allAlong(u"slow"_s, {u"slow=150"_s}),
        whileSending(u"slow answer"_s, {u"slow-actions=700"_s}),
        allAlong(u"shows late"_s, {u"confirm-delay=2"_s}),
        whileSending(u"truncated body"_s, {u"truncated-body"_s}),
        whileSending(u"empty body"_s, {u"empty-200"_s}),
        whileSending(u"broken JSON"_s, {u"bad-json"_s}),
        whileSending(u"HTML, not done"_s, {u"login-page-200"_s}),
        whileSending(u"502, not done"_s, {u"html-502"_s}),
        whileSending(u"503, not done"_s, {u"empty-503=1"_s}),
        whileSending(u"500 HTML, done"_s, {u"html-500-after-action"_s}),
        whileSending(u"429"_s, {u"rate-limit=1"_s}),
        allAlong(u"accepts, ignores"_s, {u"ignore-authorize"_s, u"ignore-cancel"_s}),
        allAlong(u"grants half"_s, {u"wrong-limits"_s}),
        otherCertificate(),
        fromSignIn(u"clock 5 h ahead"_s, {u"clock-skew=18000"_s}),
        fromSignIn(u"clock 5 h behind"_s, {u"clock-skew=-18000"_s}),
        clockJumps(),
        diskFull(u"disk full"_s, Stage::Recording),
        diskFull(u"disk full, sent"_s, Stage::Sending),
        historyHeld(u"history held"_s, Stage::Recording, 1min),
        historyHeld(u"held, let go"_s, Stage::Recording, 700ms),
        historyHeld(u"held, sent"_s, Stage::Sending, 1min),
        historyHeld(u"held, sent, let go"_s, Stage::Sending, 700ms),
    };
    for (int requests = 1; requests <= 5; ++requests)
        all.push_back(sessionOf(requests));
    return all;
}

Trouble cutAt(int headBytes)
{
    return whileSending(u"head cut at %1"_s.arg(headBytes), {u"cut-head=%1"_s.arg(headBytes)});
}
