#include "clients/fakes.h"
#include "ui/models/sitetreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSiteTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_directory = std::make_unique<ClientDirectory>(*m_clock);
        m_model = std::make_unique<SiteTreeModel>(*m_directory, *m_clock);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        ControllerProfile profile;
        profile.id = u"c1"_s;
        profile.name = u"Harbour Hotel"_s;
        m_link = std::make_unique<ControllerLink>(profile, *m_directory, *m_clock);
        const auto tell = [this] { m_model->linkChanged(m_link.get()); };
        connect(m_link.get(), &ControllerLink::stateChanged, m_model.get(), tell);
        connect(m_link.get(), &ControllerLink::sitesChanged, m_model.get(), tell);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_link.reset();
    }

    void onItsOwnItHasAllSites()
    {
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->allSites().data().toString(), u"All sites"_s);
        QCOMPARE(waiting(m_model->allSites()), 0);
    }

    void aControllerShowsItsSitesByNameWithWhoWaits()
    {
        fill();
        const QModelIndex controller = m_model->indexOf(u"c1"_s);
        QCOMPARE(controller.data().toString(), u"Harbour Hotel"_s);
        QCOMPARE(m_model->rowCount(controller), 2);
        QCOMPARE(m_model->index(0, 0, controller).data().toString(), u"Conference"_s);
        QCOMPARE(m_model->index(1, 0, controller).data().toString(), u"Lobby"_s);
        QCOMPARE(waiting(m_model->indexOf(u"c1"_s, u"lobby"_s)), 2);
        QCOMPARE(waiting(m_model->indexOf(u"c1"_s, u"conf"_s)), 0);
        QCOMPARE(waiting(controller), 2);
        QCOMPARE(waiting(m_model->allSites()), 2);
    }

    void eachLineSaysWhatItIs()
    {
        fill();
        const QModelIndex site = m_model->indexOf(u"c1"_s, u"lobby"_s);
        QCOMPARE(site.data(SiteTreeModel::KindRole).toInt(), int(SiteTreeModel::Kind::Site));
        QCOMPARE(site.data(SiteTreeModel::ControllerIdRole).toString(), u"c1"_s);
        QCOMPARE(site.data(SiteTreeModel::SiteIdRole).toString(), u"lobby"_s);
        QCOMPARE(
            site.data(SiteTreeModel::LinkStateRole).toInt(), int(ControllerLink::State::Connected));
        QVERIFY(site.data(SiteTreeModel::StatusRole).toString().contains(u"Connected"_s));
        QVERIFY(!m_model->allSites().data(SiteTreeModel::LinkStateRole).isValid());
    }

    void aSiteThatGoesLeavesTheOthersInPlace()
    {
        fill();
        const QPersistentModelIndex lobby = m_model->indexOf(u"c1"_s, u"lobby"_s);
        const QPersistentModelIndex conference = m_model->indexOf(u"c1"_s, u"conf"_s);
        QSignalSpy resets(m_model.get(), &SiteTreeModel::modelReset);
        m_clock->advance(6min);
        m_link->refreshSoon();
        QTRY_VERIFY(!conference.isValid());
        QVERIFY(lobby.isValid());
        QCOMPARE(lobby.row(), 0);
        QCOMPARE(resets.size(), 0);
    }

    void aRemovedControllerDisappears()
    {
        fill();
        m_model->removeLink(u"c1"_s);
        QCOMPARE(m_model->rowCount(), 1);
        QVERIFY(!m_model->indexOf(u"c1"_s).isValid());
    }

private:
    void fill()
    {
        auto driver = std::make_unique<FakeDriver>();
        driver->identity.say(ControllerIdentity());
        driver->sites.say(QList<Site>{{u"lobby"_s, u"Lobby"_s}, {u"conf"_s, u"Conference"_s}});
        driver->sites.say(QList<Site>{{u"lobby"_s, u"Lobby"_s}});
        driver->lists[u"lobby"_s].say(snapshotOf({clientOf(1), clientOf(2)}));
        driver->lists[u"conf"_s].say(snapshotOf({}, u"conf"_s));
        m_model->addLink(m_link.get());
        m_link->connectWith(std::move(driver));
        QTRY_COMPARE(m_link->state(), ControllerLink::State::Connected);
    }
    static int waiting(const QModelIndex &index)
    {
        return index.data(SiteTreeModel::WaitingRole).toInt();
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ClientDirectory> m_directory;
    std::unique_ptr<SiteTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<ControllerLink> m_link;
};

QTEST_GUILESS_MAIN(TestSiteTreeModel)
#include "tst_sitetreemodel.moc"
