#include "clients/surplus.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

LoginSession session(const QString &login, quint64 mac, int second)
{
    return {login, MacAddress(mac), QDateTime::fromSecsSinceEpoch(1'772'373'600 + second, Qt::UTC)};
}

QList<quint64> macsOf(const QList<SurplusSession> &surplus)
{
    QList<quint64> macs;
    for (const SurplusSession &each : surplus)
        macs += each.session.mac.bits();
    return macs;
}

} // namespace

class TestSurplus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allButTheNewestOfEachLoginAreTooMany()
    {
        const QList<LoginSession> sessions{session(u"anna"_s, 1, 2), session(u"anna"_s, 2, 3),
            session(u"anna"_s, 3, 1), session(u"bob"_s, 4, 1)};
        const auto surplus = surplusOf(sessions, 1);
        QCOMPARE(macsOf(surplus), (QList<quint64>{3, 1}));
        QCOMPARE(surplus.first().newest.mac, MacAddress(2));
        QVERIFY(!surplus.first().isTied);
        QCOMPARE(macsOf(surplusOf(sessions, 2)), QList<quint64>{3});
        QVERIFY(surplusOf(sessions, 3).isEmpty());
    }

    void oneDeviceManyTimesIsOneDevice()
    {
        QVERIFY(surplusOf({session(u"anna"_s, 1, 1), session(u"anna"_s, 1, 2)}, 1).isEmpty());
    }

    void aDeviceBelongsToWhoeverLoggedInOnItLast()
    {
        const QList<LoginSession> sessions{
            session(u"anna"_s, 1, 1), session(u"bob"_s, 1, 2), session(u"anna"_s, 2, 3)};
        QVERIFY(surplusOf(sessions, 1).isEmpty());
    }

    void aTieIsToldAndAlwaysEndsTheSameWay()
    {
        const QList<LoginSession> sessions{session(u"anna"_s, 2, 1), session(u"anna"_s, 1, 1)};
        for (const auto &each :
            {sessions, QList<LoginSession>(sessions.crbegin(), sessions.crend())}) {
            const auto surplus = surplusOf(each, 1);
            QCOMPARE(macsOf(surplus), QList<quint64>{1});
            QVERIFY(surplus.first().isTied);
        }
    }
};

QTEST_GUILESS_MAIN(TestSurplus)
#include "tst_surplus.moc"
