#include "dialogs/dialoghouse.h"
#include "ui/dialogs/erasedialog.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// Forgetting whom records were about, from the window.
class TestEraseDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DialogHouse> m_house;
    QPointer<EraseDialog> m_dialog;

    AuditRecord record(const QString &login, quint64 mac)
    {
        AuditIntent intent;
        intent.time = QDateTime::currentDateTimeUtc();
        intent.client = {u"c"_s, u"s"_s, MacAddress(mac)};
        intent.guest = {u"Ada Guest"_s, {}, login};
        const auto id = m_house->gatehouse->audit().begin(intent);
        AuditRecord result;
        result.id = id.value_or(0);
        result.intent = intent;
        return result;
    }
    void open(const AuditRecord &about)
    {
        m_dialog = new EraseDialog(*m_house->gatehouse, about);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    [[nodiscard]] bool says(const QString &words)
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

private Q_SLOTS:
    void init() { m_house = std::make_unique<DialogHouse>(); }
    void cleanup()
    {
        delete m_dialog;
        m_house.reset();
    }

    void theDeviceOfARecordIsProposedAndForgotten()
    {
        const AuditRecord about = record(u"ada"_s, 0x02005e1000a1);
        record(u"ada"_s, 0x02005e1000a1);
        record(u"bela"_s, 0x02005e1000a2);
        open(about);
        QCOMPARE(named<QLineEdit>(m_dialog, u"Whom"_s)->text(), u"02:00:5e:10:00:a1"_s);
        QVERIFY(says(u"2 record"_s));
        QSignalSpy erased(m_house->gatehouse.get(), &Gatehouse::historyErased);
        button(m_dialog, u"Erase for good"_s)->click();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(erased.size(), 1);
        const auto records = *m_house->gatehouse->audit().list({});
        QCOMPARE(records.size(), 3);
        QVERIFY(records.at(2).erased && records.at(1).erased && !records.at(0).erased);
        QVERIFY(records.at(2).intent.guest.isEmpty());
        QVERIFY(m_house->gatehouse->audit().verify()->ok);
    }

    void whoIsNotThereCannotBeErased()
    {
        record(u"ada"_s, 0x02005e1000a1);
        open(AuditRecord());
        auto *erase = button(m_dialog, u"Erase for good"_s);
        QVERIFY(!erase->isEnabled());
        button(m_dialog, u"Login ID"_s)->click();
        QTest::keyClicks(named<QLineEdit>(m_dialog, u"Whom"_s), u"ad"_s);
        QVERIFY(says(u"No record is about them"_s)); // the whole login, not a part of it
        QVERIFY(!erase->isEnabled());
        QTest::keyClicks(named<QLineEdit>(m_dialog, u"Whom"_s), u"a"_s);
        QVERIFY(says(u"1 record"_s));
        QVERIFY(erase->isEnabled());
    }
};

QTEST_MAIN(TestEraseDialog)
#include "tst_erasedialog.moc"
