#include "dialogs/dialoghouse.h"
#include "ui/dialogs/canceldialog.h"

#include <QPointer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestCancelDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DialogHouse> m_house;
    QPointer<CancelDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_started;

    [[nodiscard]] QString askedReason() const
    {
        return m_started->first().first().value<ActionRequest>().reason;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_house = std::make_unique<DialogHouse>();
        QVERIFY(m_house->connectTo(m_house->simulate(u"unifi-integration"_s), u"Harbour"_s));
    }
    void init()
    {
        // Each test ends one more authorization.
        const auto ready = [this] {
            for (const ClientKey &key : m_house->keys(ClientState::Authorized))
                if (m_house->gatehouse->offer(ClientAction::Cancel, key) == Offer::Ready)
                    return std::optional(key);
            return std::optional<ClientKey>();
        };
        QTRY_VERIFY(ready().has_value());
        m_dialog = new CancelDialog(*m_house->gatehouse, {*ready()});
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        m_started
            = std::make_unique<QSignalSpy>(&m_house->gatehouse->actions(), &ActionRunner::started);
    }
    void cleanup() { delete m_dialog; }

    void oneKeyGivesTheReasonAndDoesIt()
    {
        QTest::keyClick(m_dialog, Qt::Key_W);
        QTRY_COMPARE(m_started->size(), 1);
        QCOMPARE(askedReason(), u"Wrong device"_s);
        QTRY_VERIFY(!m_dialog);
    }

    void anotherReasonIsTypedAndSentWithEnter()
    {
        QTest::keyClick(m_dialog, Qt::Key_O);
        auto *words = named<QLineEdit>(m_dialog, u"Reason"_s);
        QTRY_VERIFY(words->hasFocus());
        QTest::keyClicks(words, u"law"_s); // its letters are words here, not keys
        QCOMPARE(m_started->size(), 0);
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_COMPARE(m_started->size(), 1);
        QCOMPARE(askedReason(), u"law"_s);
    }

    void theProgramMayEndWhileItIsUnderWay()
    {
        QTest::keyClick(m_dialog, Qt::Key_L);
        QTRY_COMPARE(m_started->size(), 1);
        QTRY_VERIFY(!m_dialog);
        m_started.reset();
        m_house->gatehouse.reset(); // with an action in flight
        m_house = nullptr;
        initTestCase();
    }

    void escapeKeepsTheAuthorization()
    {
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_started->size(), 0);
    }

    void theButtonIsCalledWhatItDoes()
    {
        QVERIFY(named<QAbstractButton>(m_dialog, u"Cancel authorization"_s)->isEnabled());
        QVERIFY(button(m_dialog, u"Keep"_s));
    }
};

QTEST_MAIN(TestCancelDialog)
#include "tst_canceldialog.moc"
