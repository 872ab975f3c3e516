#include "phrases/waitingpages.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestWaitingPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksTheLanguageThatTheBrowserWantsMost_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("language");
        QTest::newRow("none") << QByteArray() << u"en"_s;
        QTest::newRow("plain") << QByteArray("de") << u"de"_s;
        QTest::newRow("Austria") << QByteArray("de-AT,de;q=0.9,en;q=0.8") << u"de"_s;
        QTest::newRow("by quality") << QByteArray("de;q=0.3, en;q=0.7") << u"en"_s;
        QTest::newRow("unknown first") << QByteArray("tlh, de;q=0.2") << u"de"_s;
        QTest::newRow("not wanted") << QByteArray("de;q=0, en") << u"en"_s;
        QTest::newRow("only unknown") << QByteArray("tlh") << u"en"_s;
        QTest::newRow("hostile") << QByteArray("\xff;;q=,,;q=x,*") + QByteArray(4000, ',')
                                 << u"en"_s;
    }
    void speaksTheLanguageThatTheBrowserWantsMost()
    {
        QFETCH(QByteArray, header);
        QTEST(WaitingPages::languageFor(header), "language");
    }

    void theWaitingPageHoldsTheCodeAndAsksAgain()
    {
        const QByteArray page = m_pages.waiting(u"en"_s, u"7KXP"_s, u"Guests"_s);
        QVERIFY(page.contains("7KXP"));
        QVERIFY(page.contains("front desk"));
        QVERIFY(page.contains("Guests"));
        QVERIFY(page.contains("http-equiv=\"refresh\""));
        QVERIFY(page.contains("lang=\"en\" dir=\"ltr\""));
        QVERIFY(!m_pages.online(u"en"_s).contains("http-equiv=\"refresh\""));
    }

    void pagesAreSmallAndBringNothingElse()
    {
        for (const QByteArray &page : {m_pages.waiting(u"de"_s, u"7KXP"_s, QString(5000, u'&')),
                 m_pages.almostOnline(u"de"_s), m_pages.online(u"de"_s),
                 m_pages.notForYou(u"de"_s)}) {
            QVERIFY2(page.size() < 10'000, qPrintable(QString::number(page.size())));
            for (const char *foreign : {"<script", "src=", "href=", "@import", "url("})
                QVERIFY2(!page.contains(foreign), foreign);
        }
    }

    void aNetworksNameIsTextWhateverItHolds()
    {
        const QByteArray page
            = m_pages.waiting(u"en"_s, u"7KXP"_s, u"<script>alert(1)</script>\"'&%1 %5"_s);
        QVERIFY(!page.contains("<script"));
        QVERIFY(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;"));
        QVERIFY(page.contains("%1 %5"));
    }

    void aLanguageThatRunsTheOtherWayDoesSo()
    {
        QVERIFY(m_pages.waiting(u"ar"_s, u"7KXP"_s, {}).contains("lang=\"ar\" dir=\"rtl\""));
    }

private:
    WaitingPages m_pages;
};

QTEST_GUILESS_MAIN(TestWaitingPages)
#include "tst_waitingpages.moc"
