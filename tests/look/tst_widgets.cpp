#include "ui/look/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/copyabletext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/pillbutton.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/splitbutton.h"
#include "ui/widgets/statechip.h"
#include "ui/widgets/statusstrip.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum State { Waiting, Authorized, All };

QAbstractButton *chipNamed(const QWidget &chips, const QString &name)
{
    for (auto *button : chips.findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

int coloursIn(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            colours.insert(image.pixel(x, y));
    }
    return int(colours.size());
}

void fill(FilterChips &chips)
{
    chips.addChip(Waiting, u"Waiting"_s);
    chips.addChip(Authorized, u"Authorized"_s);
    chips.addChip(All, u"All"_s);
    chips.setCount(Waiting, 41);
}

} // namespace

class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        m_theme.applyTo(*qApp);
    }
    void init()
    { // The offscreen platform says so of every window.
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void chipsAreCalledByTheirWordAlone()
    {
        FilterChips chips;
        fill(chips);
        QVERIFY(chipNamed(chips, u"Waiting"_s));
        QVERIFY(chipNamed(chips, u"All"_s));
        QVERIFY(chipNamed(chips, u"Waiting"_s)->accessibleDescription().contains(u"41"_s));
    }

    void arrowKeysChooseAChip()
    {
        FilterChips chips;
        fill(chips);
        QSignalSpy changed(&chips, &FilterChips::currentChanged);
        QCOMPARE(chips.current(), int(Waiting));
        QTest::keyClick(chipNamed(chips, u"Waiting"_s), Qt::Key_Right);
        QCOMPARE(chips.current(), int(Authorized));
        QTest::keyClick(chipNamed(chips, u"Authorized"_s), Qt::Key_End);
        QCOMPARE(chips.current(), int(All));
        QTest::keyClick(chipNamed(chips, u"All"_s), Qt::Key_Right);
        QCOMPARE(chips.current(), int(All));
        QCOMPARE(changed.size(), 2);
        QTest::keyClick(chipNamed(chips, u"All"_s), Qt::Key_Home);
        QCOMPARE(chips.current(), int(Waiting));
    }

    void arrowKeysFollowTheReadingDirection()
    {
        FilterChips chips;
        chips.setLayoutDirection(Qt::RightToLeft);
        fill(chips);
        QTest::keyClick(chipNamed(chips, u"Waiting"_s), Qt::Key_Left);
        QCOMPARE(chips.current(), int(Authorized));
    }

    void exactlyOneChipIsChosen()
    {
        FilterChips chips;
        fill(chips);
        QSignalSpy changed(&chips, &FilterChips::currentChanged);
        chipNamed(chips, u"Waiting"_s)->click(); // chosen already
        QVERIFY(chipNamed(chips, u"Waiting"_s)->isChecked());
        QCOMPARE(changed.size(), 0);
        chipNamed(chips, u"All"_s)->click();
        QCOMPARE(changed.size(), 1);
        QVERIFY(!chipNamed(chips, u"Waiting"_s)->isChecked());
        chips.setCurrent(Authorized);
        QCOMPARE(changed.size(), 1);
    }

    void escapeClearsTheSearchAndThenGoesOn()
    {
        QWidget window;
        auto *search = new SearchField(u"Search clients"_s, u"Name, room, MAC"_s, &window);
        QTest::keyClicks(search, u"9f"_s);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(search->text(), QString());
        QKeyEvent second(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QApplication::sendEvent(search, &second);
        QVERIFY(!second.isAccepted());
        QSignalSpy down(search, &SearchField::leftDownwards);
        QTest::keyClick(search, Qt::Key_Down);
        QCOMPARE(down.size(), 1);
    }

    void theUndoBarNeverTakesTheFocus()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *field = new QLineEdit;
        auto *strip = new StatusStrip;
        column->addWidget(field);
        column->addWidget(strip);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        strip->undoBar()->offer(ChipKind::Confirmed, u"Lee, 214 authorized"_s, 10s);
        QTRY_COMPARE(strip->undoBar()->y(), 0);
        QVERIFY(field->hasFocus());
        QVERIFY(strip->undoBar()->isVisible());
    }

    void undoIsAskedForOnceAndTheBarGoes()
    {
        StatusStrip strip;
        strip.show();
        QSignalSpy undo(strip.undoBar(), &UndoBar::undoRequested);
        QSignalSpy expired(strip.undoBar(), &UndoBar::expired);
        strip.undoBar()->offer(ChipKind::Confirmed, u"Done"_s, 10s);
        strip.undoBar()->findChild<QPushButton *>()->click();
        QCOMPARE(undo.size(), 1);
        QVERIFY(!strip.undoBar()->isOffering());
        QTRY_VERIFY(!strip.undoBar()->isVisible());
        QCOMPARE(expired.size(), 0);
    }

    void theUndoBarGoesWhenTheTimeIsOver()
    {
        StatusStrip strip;
        strip.show();
        QSignalSpy expired(strip.undoBar(), &UndoBar::expired);
        strip.undoBar()->offer(ChipKind::Confirmed, u"Done"_s, 1ms);
        QTRY_COMPARE(expired.size(), 1);
        QTRY_VERIFY(!strip.undoBar()->isVisible());
    }

    void aNewOfferStaysThoughTheOldOneWasGoing()
    {
        StatusStrip strip;
        strip.show();
        strip.undoBar()->offer(ChipKind::Confirmed, u"First"_s, 10s);
        strip.undoBar()->withdraw();
        strip.undoBar()->offer(ChipKind::Confirmed, u"Second"_s, 10s);
        QTRY_COMPARE(strip.undoBar()->y(), 0);
        QVERIFY(strip.undoBar()->isVisible());
        QCOMPARE(strip.undoBar()->sentence(), u"Second"_s);
    }

    void anElidedLabelKeepsItsWholeText()
    {
        ElidedLabel label(u"A very long name of a device <b>that somebody gave</b>"_s);
        label.resize(60, 20);
        QVERIFY(label.isCut());
        QVERIFY(label.text().endsWith(u"</b>"_s));
        QCOMPARE(label.textFormat(), Qt::PlainText);
        label.resize(2000, 20);
        QVERIFY(!label.isCut());
    }

    void copyingTakesTheWholeValue()
    {
        CopyableText mac(u"MAC address"_s);
        mac.setText(u"02:00:5e:10:00:a1"_s);
        auto *button = mac.findChild<QAbstractButton *>();
        QCOMPARE(button->accessibleName(), u"Copy: MAC address"_s);
        button->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"02:00:5e:10:00:a1"_s);
    }

    void aSplitButtonHasTwoNames()
    {
        SplitButton button(u"Authorize 24 h"_s, u"Authorize with preset"_s);
        button.setActionName(u"Authorize"_s);
        QCOMPARE(button.actionPart()->accessibleName(), u"Authorize"_s);
        QCOMPARE(button.menuPart()->accessibleName(), u"Authorize with preset"_s);
        QVERIFY(!button.menuPart()->isEnabled());
        QMenu menu;
        button.setMenu(&menu);
        QVERIFY(button.menuPart()->isEnabled());
        QSignalSpy clicked(&button, &SplitButton::clicked);
        button.actionPart()->click();
        QCOMPARE(clicked.size(), 1);
        button.setActionEnabled(false, u"It is authorized already."_s);
        QCOMPARE(button.actionPart()->toolTip(), u"It is authorized already."_s);
    }

    void aBannerCanBeSentAway()
    {
        Banner banner(Banner::Kind::Info, u"Demo"_s);
        banner.setDismissible(true);
        banner.show();
        QSignalSpy dismissed(&banner, &Banner::dismissed);
        banner.findChild<IconButton *>()->click();
        QCOMPARE(dismissed.size(), 1);
        QVERIFY(!banner.isVisible());
    }

    void aChipTellsItsStateAsText()
    {
        StateChip chip;
        chip.setState(ChipKind::Waiting, u"Waiting"_s);
        QCOMPARE(chip.text(), u"Waiting"_s);
        QCOMPARE(chip.textFormat(), Qt::PlainText);
    }

    void noChipShowsItsStateByColourAlone()
    {
        QSet<QPair<int, int>> seen;
        for (int i = 0; i < chipKindCount; ++i) {
            const ChipLook look = statechip::lookOf(ChipKind(i));
            if (ChipKind(i) != ChipKind::Confirmed) // the same news as Authorized
                seen.insert({int(look.icon), int(look.ink)});
        }
        QCOMPARE(seen.size(), chipKindCount - 1);
    }

    void strongerSignalsNeverHaveFewerBars()
    {
        QCOMPARE(marks::signalLevel(-95), 0);
        QCOMPARE(marks::signalLevel(-80), 1);
        QCOMPARE(marks::signalLevel(-70), 2);
        QCOMPARE(marks::signalLevel(-60), 3);
        QCOMPARE(marks::signalLevel(-40), 4);
        for (int dbm = -100; dbm < 0; ++dbm)
            QVERIFY(marks::signalLevel(dbm) <= marks::signalLevel(dbm + 1));
    }

    void everyWidgetPaintsSomethingInBothSchemes_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << int(Scheme::Light);
        QTest::newRow("dark") << int(Scheme::Dark);
    }
    void everyWidgetPaintsSomethingInBothSchemes()
    {
        QFETCH(int, scheme);
        StateChip chip;
        chip.setState(ChipKind::Differs, u"Differs"_s);
        FilterChips chips;
        fill(chips);
        SearchField search(u"Search"_s, u"Name"_s);
        Banner banner(Banner::Kind::Warning, u"Offline since 14:03."_s);
        EmptyState empty(IconName::Controller, u"No controller yet."_s);
        SplitButton split(u"Authorize"_s, u"Presets"_s);
        PillButton pill(u"2 new"_s);
        Spinner spinner;
        StatusStrip strip;
        strip.setText(u"Connected"_s);
        IconButton button(IconName::Copy, u"Copy"_s);
        for (QWidget *widget : std::initializer_list<QWidget *>{&chip, &chips, &search, &banner,
                 &empty, &split, &pill, &spinner, &strip, &button}) {
            widget->setPalette(Theme::palette(Scheme(scheme)));
            widget->resize(widget->sizeHint());
            QVERIFY2(coloursIn(widget->grab().toImage()) > 3, widget->metaObject()->className());
        }
    }
    void anEmptyStateShowsItsWholeSentence()
    {
        EmptyState empty(IconName::Controller, u"A sentence that needs two lines "_s.repeated(3));
        empty.resize(800, 600); // wider than the sentence may grow
        empty.show();
        const auto *sentence = empty.findChild<QLabel *>();
        QVERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
    }

private:
    Theme m_theme{SchemeChoice::Light};
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
