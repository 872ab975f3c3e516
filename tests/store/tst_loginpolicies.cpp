#include "store/profilestore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLoginPolicies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"profile"_s);
    }

    void aSiteMayHaveALoginPolicyOfItsOwn()
    {
        ProfileStore store(m_path);
        QVERIFY(store.load());
        QVERIFY(!store.loginPolicy(u"c1"_s, u"s"_s));
        const LoginPolicy site{LoginPolicy::Per::Room, 3, LoginPolicy::AtLimit::Ask, true};
        const LoginPolicy controller{
            LoginPolicy::Per::Guest, 2, LoginPolicy::AtLimit::Refuse, false};
        QVERIFY(store.setLoginPolicy(u"c1"_s, u"s"_s, site));
        QVERIFY(store.setLoginPolicy(u"c1"_s, {}, controller));
        QVERIFY(!store.loginPolicy(u"c2"_s, u"s"_s));
        QVERIFY(store.setLoginPolicy({}, {}, LoginPolicy()));

        ProfileStore again(m_path);
        QVERIFY(again.load());
        QVERIFY(again.loginPolicy(u"c1"_s, u"s"_s) == site);
        QVERIFY(again.loginPolicy(u"c1"_s, u"other"_s) == controller);
        QVERIFY(again.loginPolicy(u"c2"_s, u"s"_s) == LoginPolicy());
        QVERIFY(again.hasOwnLoginPolicy(u"c1"_s, u"s"_s));
        QVERIFY(again.setLoginPolicy(u"c1"_s, u"s"_s, std::nullopt));
        QVERIFY(!again.hasOwnLoginPolicy(u"c1"_s, u"s"_s));
        QVERIFY(again.loginPolicy(u"c1"_s, u"s"_s) == controller);
    }

    void aLoginPolicyThatCannotBeIsNotKept()
    {
        ProfileStore store(m_path);
        LoginPolicy none;
        none.devices = 0;
        QCOMPARE(store.setLoginPolicy({}, {}, none).error().kind, Failure::Kind::InvalidInput);
        QCOMPARE(store.setLoginPolicy({}, u"s"_s, LoginPolicy()).error().kind,
            Failure::Kind::InvalidInput);
        QVERIFY(!store.loginPolicy());
    }

    void aLoginPolicyFallsAwayWithItsController()
    {
        ControllerProfile controller;
        controller.id = u"c1"_s;
        controller.name = u"Hotel"_s;
        controller.url = QUrl(u"https://192.0.2.1:8443"_s);
        ProfileStore store(m_path);
        QVERIFY(store.putController(controller));
        QVERIFY(store.setLoginPolicy(u"c1"_s, u"s"_s, LoginPolicy()));
        QVERIFY(store.removeController(u"c1"_s));
        QVERIFY(!store.hasOwnLoginPolicy(u"c1"_s, u"s"_s));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestLoginPolicies)
#include "tst_loginpolicies.moc"
