#include "ui/look/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.applyTo(*qApp); }
    void init()
    {
        // The offscreen platform says so of every window.
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_theme.setChoice(SchemeChoice::Light);
    }

    void understandsTheWordsOfTheCommandLine()
    {
        QCOMPARE(Theme::choiceFromWord(u"light"), SchemeChoice::Light);
        QCOMPARE(Theme::choiceFromWord(u"dark"), SchemeChoice::Dark);
        QCOMPARE(Theme::choiceFromWord(u"system"), SchemeChoice::System);
        QVERIFY(!Theme::choiceFromWord(u"Dark "));
        QVERIFY(!Theme::choiceFromWord(u""));
    }

    void aSwitchRecoloursWhatIsOnTheScreen()
    {
        QWidget window;
        QSignalSpy changed(&m_theme, &Theme::schemeChanged);
        QCOMPARE(Theme::colour(Token::Ink, &window), tokenColour(Token::Ink, Scheme::Light));
        m_theme.setChoice(SchemeChoice::Dark);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().value<Scheme>(), Scheme::Dark);
        QCOMPARE(Theme::colour(Token::Ink, &window), tokenColour(Token::Ink, Scheme::Dark));
        QCOMPARE(window.palette().color(QPalette::Window), tokenColour(Token::Paper, Scheme::Dark));
        m_theme.setChoice(SchemeChoice::Dark);
        QCOMPARE(changed.size(), 1);
    }

    void aPaletteTellsItsScheme()
    {
        for (const Scheme scheme : allSchemes)
            QCOMPARE(Theme::schemeOf(Theme::palette(scheme)), scheme);
    }

    void textSizesKeepTheirProportions()
    {
        const qreal body = Theme::font(TextRole::Body).pointSizeF();
        QVERIFY(body >= 10);
        QCOMPARE(qRound(Theme::font(TextRole::Secondary).pointSizeF() / body * 100), 90);
        QCOMPARE(qRound(Theme::font(TextRole::PageTitle).pointSizeF() / body * 100), 150);
        QCOMPARE(qRound(Theme::font(TextRole::DeskName).pointSizeF() / body * 100), 260);
        const QFontMetricsF fixed(Theme::font(TextRole::Fixed));
        QCOMPARE(fixed.horizontalAdvance(u'i'), fixed.horizontalAdvance(u'0'));
    }

    void aLargerSystemFontMakesEveryRoleLarger()
    {
        const QFont before = QApplication::font();
        const qreal title = Theme::font(TextRole::PageTitle).pointSizeF();
        QFont larger(before);
        larger.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(larger);
        QCOMPARE(Theme::font(TextRole::PageTitle).pointSizeF(), title * 2);
        QApplication::setFont(before);
        QCOMPARE(Theme::font(TextRole::PageTitle).pointSizeF(), title);
    }

    void fieldsAndButtonsAreEquallyTall()
    {
        QLineEdit field;
        QPushButton button(u"Authorize"_s);
        QCOMPARE(field.sizeHint().height(), Theme::controlHeight);
        QCOMPARE(button.sizeHint().height(), Theme::controlHeight);
    }

    void aPrimaryButtonIsFilledWithTheAccent()
    {
        QPushButton button(u"Authorize"_s);
        Theme::setKind(&button, ButtonKind::Primary);
        button.resize(button.sizeHint());
        const QImage image = button.grab().toImage();
        QCOMPARE(
            image.pixelColor(5, image.height() / 2), tokenColour(Token::Accent, Scheme::Light));
    }

    void aWrongFieldIsOutlinedInTheColourOfRefusals()
    {
        QLineEdit field;
        field.resize(120, Theme::controlHeight);
        Theme::setWrong(&field, true);
        QCOMPARE(field.grab().toImage().pixelColor(60, 0),
            tokenColour(Token::RefusedInk, Scheme::Light));
        Theme::setWrong(&field, false);
        QCOMPARE(field.grab().toImage().pixelColor(60, 0), tokenColour(Token::Edge, Scheme::Light));
    }

private:
    Theme m_theme{SchemeChoice::Light};
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
