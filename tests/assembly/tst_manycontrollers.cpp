#include "assembly/simulatedgatehouse.h"

#include <QTcpServer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int controllers = 20;
constexpr int sitesEach = 25;
constexpr int patience = 90'000;

using Polls = QHash<QString, int>; ///< by site id

QList<SimulatorOptions> manyBuildings()
{
    QList<SimulatorOptions> all;
    for (int i = 0; i < controllers; ++i) {
        SimulatorOptions options = simulated(u"unifi-integration"_s, 2 * sitesEach, sitesEach);
        options.seed = i + 1;
        for (int site = 0; site < sitesEach; ++site)
            options.sites += u"Building %1"_s.arg(site);
        all += options;
    }
    return all;
}

} // namespace

/// 'All sites' over 20 controllers with 500 sites.
class TestManyControllers : public QObject
{
    Q_OBJECT

private:
    /// How often each site's clients were asked for since the request of this number.
    Polls pollsOf(int controller, qsizetype since = 0)
    {
        Polls polls;
        m_premises->simulators().with(controller, [&](Simulator &simulator) {
            const QList<QJsonObject> &requests = simulator.requests();
            for (qsizetype i = since; i < requests.size(); ++i) {
                const QString path = requests[i].value(u"path").toString();
                const qsizetype at = path.indexOf(u"/sites/"_s);
                if (at >= 0 && path.section(u'?', 0, 0).endsWith(u"/clients"_s))
                    ++polls[path.mid(at + 7).section(u'/', 0, 0)];
            }
        });
        return polls;
    }

    qsizetype requestsOf(int controller)
    {
        qsizetype count = 0;
        m_premises->simulators().with(
            controller, [&count](Simulator &simulator) { count = simulator.requests().size(); });
        return count;
    }

    [[nodiscard]] static int mostOf(const Polls &polls)
    {
        return polls.isEmpty() ? 0 : *std::ranges::max_element(polls);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_premises = std::make_unique<SimulatedGatehouse>(manyBuildings());
        m_premises->gatehouse().connectAll();
    }

    void everySiteComesToItsTurnBeforeAnyComesManyTimes()
    {
        for (int i = 0; i < controllers; ++i) {
            QTRY_COMPARE_WITH_TIMEOUT(pollsOf(i).size(), sitesEach, patience);
            QVERIFY(mostOf(pollsOf(i)) >= 1);
        }
        Gatehouse &gatehouse = m_premises->gatehouse();
        for (int i = 0; i < controllers; ++i)
            QTRY_COMPARE_WITH_TIMEOUT(
                gatehouse.directory().counts(m_premises->controllerId(i)).waiting,
                m_premises->running()[i].waiting.size(), patience);
    }

    void theWatchedSiteKeepsItsPaceTheOthersGoOnSlowly()
    {
        using Audience = ControllerLink::Audience;
        constexpr int watched = 7;
        const QList<ControllerLink *> links = m_premises->gatehouse().links();
        const QString site = links[watched]->sites().first().id;
        for (ControllerLink *link : links)
            link->setAudience(link == links[watched] ? Audience::Here : Audience::Elsewhere,
                link == links[watched] ? site : QString());
        const qsizetype here = requestsOf(watched);
        const qsizetype elsewhere = requestsOf(watched + 1);
        QTRY_VERIFY_WITH_TIMEOUT(pollsOf(watched, here).value(site) >= 4, patience);
        Polls others = pollsOf(watched, here);
        others.remove(site);
        QVERIFY2(mostOf(others) <= 2, qPrintable(QString::number(mostOf(others))));
        QVERIFY(mostOf(pollsOf(watched + 1, elsewhere)) <= 2);
        QTRY_COMPARE_WITH_TIMEOUT(pollsOf(watched + 1, elsewhere).size(), sitesEach, patience);
    }

    void whileNobodyLooksHardlyAnythingIsAsked()
    {
        for (ControllerLink *link : m_premises->gatehouse().links())
            link->setAudience(ControllerLink::Audience::Nobody);
        // What was due already is still asked for, once.
        QList<qsizetype> before;
        for (int i = 0; i < controllers; ++i)
            before += requestsOf(i);
        ControllerLink *first = m_premises->gatehouse().links().first();
        const QString site = first->sites().first().id;
        first->setAudience(ControllerLink::Audience::Here, site);
        QTRY_VERIFY_WITH_TIMEOUT(pollsOf(0, before[0]).value(site) >= 6, patience);
        for (int i = 1; i < controllers; ++i)
            QVERIFY(mostOf(pollsOf(i, before[i])) <= 1);
    }

    void aControllerThatIsAwayCostsOnlyGrowingPauses()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        NewController away;
        away.profile.name = u"Away"_s;
        away.profile.url = QUrl(u"https://127.0.0.1:%1"_s.arg(closed.serverPort()));
        away.credentials = {{CredentialKind::ApiKey, {}, Secret(u"key"_s)}};
        closed.close();
        Gatehouse &gatehouse = m_premises->gatehouse();
        QList<qint64> pauses; // seconds
        connect(&gatehouse, &Gatehouse::linkChanged, this, [&pauses](const ControllerLink *link) {
            if (link->profile().name == u"Away" && link->nextAttemptAt())
                pauses += QDateTime::currentDateTimeUtc().secsTo(*link->nextAttemptAt()) + 1;
        });
        std::ignore = gatehouse.add(away);
        QTRY_COMPARE_WITH_TIMEOUT(pauses.size(), 2, patience);
        QVERIFY(pauses[1] >= 2 * pauses[0] - 1);
        QCOMPARE(gatehouse.linkByName(u"Away"_s)->state(), ControllerLink::State::Offline);
    }

    void cleanupTestCase() { m_premises.reset(); }

private:
    std::unique_ptr<SimulatedGatehouse> m_premises;
};

QTEST_GUILESS_MAIN(TestManyControllers)
#include "tst_manycontrollers.moc"
