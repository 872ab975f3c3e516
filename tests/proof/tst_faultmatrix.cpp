#include "proof/proofcheck.h"

#include <QCoreApplication>
#include <QTest>

#include <cstdio>
#include <map>

using namespace Qt::StringLiterals;

namespace {

constexpr AuditAction actions[] = {AuditAction::Authorize, AuditAction::Extend, AuditAction::Cancel,
    AuditAction::Block, AuditAction::Unblock};

/// Where a head breaks in the short run: within the version, the status, the lines, at their ends.
constexpr int someHeadBytes[] = {0, 1, 9, 12, 15, 17, 40, 90};
constexpr int longestHead = 2000;

/// Every trouble with every action on every way, or only a selection, spread evenly.
bool isWhole = false;
QString onlyAction;

QString letterOf(const Trial &trial)
{
    if (!trial.report)
        return u"?"_s;
    switch (trial.report->outcome) {
    case Outcome::Confirmed:
        return u"C"_s;
    case Outcome::Differs:
        return u"D"_s;
    case Outcome::NotConfirmed:
        return u"N"_s;
    case Outcome::Refused:
        return u"R"_s;
    case Outcome::Failed:
        return u"F"_s;
    case Outcome::Unknown:
        return u"U"_s;
    }
    Q_UNREACHABLE();
}

/// What came of the trials of one action: a line a trouble, a column a way.
class Table
{
public:
    void note(const QString &trouble, const QString &way, const QString &letter)
    {
        if (!m_troubles.contains(trouble))
            m_troubles += trouble;
        ++m_cells[{trouble, way}][letter];
    }

    void print(const QString &action) const
    {
        QString text = u"\n%1"_s.arg(action, -22);
        for (const Way &way : allWays())
            text += u" %1"_s.arg(QLatin1StringView(way.word), -13);
        for (const QString &trouble : m_troubles) {
            text += u"\n%1"_s.arg(trouble, -22);
            for (const Way &way : allWays())
                text += u" %1"_s.arg(cell(trouble, QLatin1StringView(way.word)), -13);
        }
        std::puts(qPrintable(text));
    }

private:
    [[nodiscard]] QString cell(const QString &trouble, const QString &way) const
    {
        const auto found = m_cells.find({trouble, way});
        if (found == m_cells.end())
            return u"."_s;
        QString text;
        for (const auto &[letter, count] : found->second)
            text += count == 1 ? letter : letter + QString::number(count);
        return text;
    }

    QStringList m_troubles;
    std::map<std::pair<QString, QString>, std::map<QString, int>> m_cells;
};

} // namespace

/// Action × controller × trouble: whatever goes wrong, the history claims nothing that the
/// controller's own state denies, nothing is sent twice or without a record, and nothing is lost.
class TestFaultMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTroubleMakesTheHistoryLie_data()
    {
        QTest::addColumn<AuditAction>("action");
        QTest::addColumn<int>("way");
        for (int way = 0; way < int(allWays().size()); ++way)
            for (const AuditAction action : actions)
                if (onlyAction.isEmpty() || toWord(action) == onlyAction)
                    QTest::addRow("%s %s", qPrintable(toWord(action)), allWays()[size_t(way)].word)
                        << action << way;
    }
    void noTroubleMakesTheHistoryLie()
    {
        QFETCH(AuditAction, action);
        QFETCH(int, way);
        m_action = action;
        if (!m_bench || m_way != way)
            m_bench = std::make_unique<ProofBench>(allWays()[size_t(way)]);
        m_way = way;
        const Trial undisturbed = m_bench->tryOut(action, noTrouble());
        if (!isPossible(undisturbed))
            return note(noTrouble().name, u"-"_s);
        m_usual = usualRequestsOf(undisturbed);
        judge(undisturbed, noTrouble());
        QVERIFY(undisturbed.report);
        // Who lists nobody cannot be asked what came of it.
        const bool canBeAsked = !undisturbed.report->cannotBeAsked;
        QCOMPARE(
            undisturbed.report->outcome, canBeAsked ? Outcome::Confirmed : Outcome::NotConfirmed);
        QVERIFY(m_usual.acted > 0);
        const auto troubles = allTroubles();
        for (size_t i = 0; i < troubles.size(); ++i)
            if (isChosen(i, troubles[i]))
                (void)tryOut(troubles[i]);
        cutEverywhere();
        QVERIFY2(m_violations.isEmpty(), qPrintable(m_violations.join(u'\n')));
    }
    void cleanup() { m_violations.clear(); }

    void cleanupTestCase()
    {
        m_bench.reset();
        for (const auto &[action, table] : m_tables)
            table.print(action);
        std::printf("\n%d trials. C confirmed, D differs, N not confirmed, R refused, F failed, "
                    "U unknown; - cannot be done there, . not tried.\n"
                    "The main thread's longest gap was %d ms: %s.\n",
            m_trials, int(m_longestGap.count()), qPrintable(m_slowest));
    }

private:
    [[nodiscard]] bool isChosen(size_t number, const Trouble &trouble) const
    {
        if (isWhole)
            return true;
        const size_t cell = number + size_t(m_way) + 3 * size_t(m_action);
        const bool isItsTurn = cell % (2 * allWays().size()) == 0;
        return isItsTurn && (!trouble.isLengthy || m_action == AuditAction::Authorize);
    }

    /// All bytes of the head, until it is so long that nothing is cut any more.
    void cutEverywhere()
    {
        if (!isWhole && (m_way + int(m_action)) % 2 == 0)
            return;
        if (!isWhole) {
            const auto chosen = size_t(m_way + int(m_action)) / 2 % std::size(someHeadBytes);
            (void)tryOut(cutAt(someHeadBytes[chosen]), u"head cut"_s);
            return;
        }
        for (int bytes = 0; bytes < longestHead; ++bytes) {
            Trouble trouble = cutAt(bytes);
            trouble.staysSignedIn = bytes > 0;
            if (!tryOut(trouble, u"head cut"_s))
                return;
        }
        m_violations += u"no head was ever complete"_s;
    }

    /// Whether the trouble came about, as far as the simulator's log tells.
    bool tryOut(const Trouble &trouble, const QString &line = {})
    {
        const Trial trial = m_bench->tryOut(m_action, trouble);
        judge(trial, trouble, line);
        return std::ranges::any_of(trial.requests, [](const QJsonObject &request) {
            return request.value(u"did").toString().contains("then cut the connection"_L1);
        });
    }

    void judge(const Trial &trial, const Trouble &trouble, const QString &line = {})
    {
        ++m_trials;
        QString letter = letterOf(trial);
        const QString cell = u"%1, %2, %3"_s.arg(
            toWord(m_action), QLatin1StringView(allWays()[size_t(m_way)].word), trouble.name);
        for (const QString &violation : violations(trial, trouble, m_usual)) {
            m_violations += u"%1 (%2): %3"_s.arg(cell, letter, violation);
            letter += u'!';
        }
        if (trial.longestGap > m_longestGap) {
            m_longestGap = trial.longestGap;
            m_slowest = cell;
        }
        note(line.isEmpty() ? trouble.name : line, letter);
    }

    void note(const QString &trouble, const QString &letter)
    {
        m_tables[toWord(m_action)].note(
            trouble, QLatin1StringView(allWays()[size_t(m_way)].word), letter);
    }

    AuditAction m_action = AuditAction::Authorize;
    int m_way = 0;
    std::unique_ptr<ProofBench> m_bench;
    UsualRequests m_usual;
    QStringList m_violations;
    std::map<QString, Table> m_tables;
    int m_trials = 0;
    std::chrono::milliseconds m_longestGap{0};
    QString m_slowest;
};

/// With --whole ACTION, every trouble is tried with this action; without, a selection of all.
int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--whole"_L1) {
        isWhole = true;
        onlyAction = arguments.value(2);
        arguments.remove(1, std::min<qsizetype>(2, arguments.size() - 1));
    }
    TestFaultMatrix test;
    return QTest::qExec(&test, arguments);
}
#include "tst_faultmatrix.moc"
