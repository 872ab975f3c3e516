#include "dialogs/dialoghouse.h"
#include "ui/pages/historypage.h"
#include "ui/pages/historytable.h"
#include "ui/pages/historytimeline.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestHistoryPage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DialogHouse> m_house;
    std::unique_ptr<HistoryPage> m_page;

    void record(const QString &guest, AuditAction action, Outcome outcome, qint64 secondsAgo)
    {
        AuditIntent intent;
        intent.action = action;
        intent.time = QDateTime::currentDateTimeUtc().addSecs(-secondsAgo);
        intent.operatorName = u"Jamie"_s;
        intent.client = {u"c"_s, u"s"_s, MacAddress(0xa241c0ffee01ULL)};
        intent.guest.name = guest;
        intent.reason = u"asked at the desk"_s;
        intent.asked.minutes = 120;
        const auto id = m_house->gatehouse->audit().begin(intent);
        QVERIFY(id);
        AuditOutcome came;
        came.outcome = outcome;
        came.time = intent.time.addSecs(1);
        came.message = u"What the person saw."_s;
        QVERIFY(m_house->gatehouse->audit().finish(*id, came));
    }
    void open()
    {
        m_page = std::make_unique<HistoryPage>(*m_house->gatehouse);
        m_page->resize(1000, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    [[nodiscard]] HistoryTable *table() { return named<HistoryTable>(m_page.get(), u"History"_s); }
    [[nodiscard]] int rows() { return table()->model()->rowCount(); }
    [[nodiscard]] bool says(const QString &words)
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

private Q_SLOTS:
    void init() { m_house = std::make_unique<DialogHouse>(); }
    void cleanup()
    {
        m_page.reset();
        m_house.reset();
    }

    void anEmptyHistorySaysWhatWillBeHere()
    {
        open();
        QVERIFY(says(u"Nothing has been done yet"_s)); // although only seven days are chosen
    }

    void aHistoryWithNothingNewOffersWhatIsOld()
    {
        record(u"Cleo"_s, AuditAction::Authorize, Outcome::Confirmed, 40 * 24 * 3600);
        open();
        QVERIFY(says(u"No record matches"_s)); // seven days are chosen to start with
        button(m_page.get(), u"Show everything"_s)->click();
        QCOMPARE(rows(), 1);
    }

    void searchAndFiltersNarrowTheTable()
    {
        record(u"Anna"_s, AuditAction::Authorize, Outcome::Confirmed, 60);
        record(u"Bela"_s, AuditAction::Cancel, Outcome::Refused, 50);
        record(u"Cleo"_s, AuditAction::Authorize, Outcome::Confirmed, 40 * 24 * 3600);
        open();
        QCOMPARE(rows(), 2);
        named<QLineEdit>(m_page.get(), u"Search history"_s)->setText(u"anna"_s);
        QCOMPARE(rows(), 1);
        named<QLineEdit>(m_page.get(), u"Search history"_s)->clear();
        auto *outcomes = named<QComboBox>(m_page.get(), u"Outcome"_s);
        outcomes->setCurrentIndex(outcomes->findText(u"Refused"_s));
        QCOMPARE(rows(), 1);
        outcomes->setCurrentIndex(0);
        button(m_page.get(), u"All"_s)->click();
        QCOMPARE(rows(), 3);
    }

    void theChosenRecordIsShownInFullAndCopied()
    {
        record(u"Anna"_s, AuditAction::Authorize, Outcome::Confirmed, 60);
        open();
        table()->selectRow(0);
        QVERIFY(says(u"What the person saw."_s));
        QVERIFY(says(u"asked at the desk"_s));
        QVERIFY(says(u"a2:41:c0:ff:ee:01"_s));
        QTest::keySequence(table(), QKeySequence::Copy);
        QVERIFY(QGuiApplication::clipboard()->text().contains("Anna"_L1));
        QVERIFY(QGuiApplication::clipboard()->text().contains("2 h"_L1));
    }

    void aNewRecordComesInWithoutLosingTheSelection()
    {
        record(u"Anna"_s, AuditAction::Authorize, Outcome::Confirmed, 60);
        open();
        table()->selectRow(0);
        const qint64 before = table()->chosen().first().id;
        record(u"Bela"_s, AuditAction::Authorize, Outcome::Confirmed, 1);
        Q_EMIT m_house->gatehouse->actions().finished(ActionReport());
        QTRY_COMPARE(rows(), 2);
        QCOMPARE(table()->chosen().first().id, before);
    }

    void theBarsFilterByKeyboardAndGiveTheTimeBack()
    {
        record(u"Anna"_s, AuditAction::Authorize, Outcome::Confirmed, 60);
        record(u"Bela"_s, AuditAction::Authorize, Outcome::Confirmed, 3 * 24 * 3600);
        open();
        auto *bars = named<HistoryTimeline>(m_page.get(), u"Actions over time"_s);
        QSignalSpy said(bars, &HistoryTimeline::sentenceChanged);
        QTRY_VERIFY(bars->sentence().startsWith(u'2'));
        bars->setFocus();
        QTest::keyClick(bars, Qt::Key_End);
        QTest::keyClick(bars, Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(bars, Qt::Key_Return);
        QCOMPARE(rows(), 1); // the last two hours
        QTest::keyClick(bars, Qt::Key_Escape);
        QCOMPARE(rows(), 2);
    }

    void draggingOverTheBarsFilters()
    {
        record(u"Anna"_s, AuditAction::Authorize, Outcome::Confirmed, 60);
        record(u"Bela"_s, AuditAction::Authorize, Outcome::Confirmed, 6 * 24 * 3600);
        open();
        auto *bars = named<HistoryTimeline>(m_page.get(), u"Actions over time"_s);
        QTRY_VERIFY(!bars->sentence().isEmpty());
        QTest::mousePress(bars, Qt::LeftButton, {}, {bars->width() / 2, 10});
        QTest::mouseMove(bars, {bars->width() - 1, 10});
        QTest::mouseRelease(bars, Qt::LeftButton, {}, {bars->width() - 1, 10});
        QCOMPARE(rows(), 1);
    }

    void verifyingSaysSo()
    {
        record(u"Anna"_s, AuditAction::Authorize, Outcome::Confirmed, 60);
        open();
        button(m_page.get(), u"Verify"_s)->click();
        QTRY_VERIFY(says(u"The history is whole"_s));
    }
};

QTEST_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
