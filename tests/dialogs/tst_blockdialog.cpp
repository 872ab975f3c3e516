#include "dialogs/dialoghouse.h"
#include "ui/dialogs/blockdialog.h"

#include <QLabel>
#include <QPointer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestBlockDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DialogHouse> m_house;
    QPointer<BlockDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_asked;
    std::unique_ptr<QSignalSpy> m_started;

    /// Connects to a controller that can block, or to one that cannot with this credential.
    void connectTo(const QString &generation)
    {
        m_house = std::make_unique<DialogHouse>();
        QVERIFY(m_house->connectTo(m_house->simulate(generation), u"Harbour"_s));
        m_started
            = std::make_unique<QSignalSpy>(&m_house->gatehouse->actions(), &ActionRunner::started);
    }
    void open(ClientAction action, const QList<ClientKey> &keys)
    {
        m_dialog = new BlockDialog(*m_house->gatehouse, action, keys);
        m_asked = std::make_unique<QSignalSpy>(m_dialog, &BlockDialog::asked);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    [[nodiscard]] QAbstractButton *push(const QString &name)
    {
        return named<QAbstractButton>(m_dialog, name);
    }
    [[nodiscard]] ActionRequest request(int number) const
    {
        return m_started->at(number).first().value<ActionRequest>();
    }

private Q_SLOTS:
    void cleanup()
    {
        delete m_dialog;
        m_asked.reset();
        m_started.reset();
        m_house.reset();
    }

    void theReasonGoesAlongAndTheDeviceCanBeLetInAgain()
    {
        connectTo(u"omada-openapi"_s);
        const ClientKey key = m_house->keys(ClientState::Waiting).first();
        open(ClientAction::Block, {key});
        auto *reason = named<QLineEdit>(m_dialog, u"Reason"_s);
        QTRY_VERIFY(reason->hasFocus());
        QTest::keyClicks(reason, u" Spam "_s);
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_asked->size(), 1);
        QCOMPARE(m_asked->first().first().toInt(), 1);
        QCOMPARE(request(0).action, AuditAction::Block);
        QCOMPARE(request(0).reason, u"Spam"_s);
        const Gatehouse &gatehouse = *m_house->gatehouse;
        QTRY_COMPARE_WITH_TIMEOUT(
            gatehouse.offer(ClientAction::Unblock, key), Offer::Ready, 20'000);

        open(ClientAction::Unblock, {key});
        QVERIFY(m_dialog->problem().isEmpty());
        push(u"Unblock"_s)->click();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(request(1).action, AuditAction::Unblock);
        QTRY_COMPARE_WITH_TIMEOUT(gatehouse.offer(ClientAction::Block, key), Offer::Ready, 20'000);
    }

    void escapeBlocksNothing()
    {
        connectTo(u"omada-openapi"_s);
        open(ClientAction::Block, {m_house->keys(ClientState::Waiting).first()});
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_started->size(), 0);
    }

    void whereNoneCanBeBlockedTheReasonIsSaid()
    {
        connectTo(u"unifi-integration"_s);
        const ClientKey key = m_house->keys(ClientState::Waiting).first();
        open(ClientAction::Block, {key});
        QCOMPARE(m_dialog->problem(), m_house->gatehouse->whyNot(ClientAction::Block, key));
        QVERIFY(!m_dialog->problem().isEmpty());
        QVERIFY(!push(u"Block"_s)->isEnabled());
    }
};

QTEST_MAIN(TestBlockDialog)
#include "tst_blockdialog.moc"
