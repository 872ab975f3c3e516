#include "ui/look/theme.h"
#include "ui/widgets/formrow.h"
#include "ui/widgets/quantityfield.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

class StandingClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    QDateTime m_now{QDate(2026, 11, 26), QTime(14, 3), Qt::UTC};
};

} // namespace

class TestQuantityField : public QObject
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

    void whatIsTypedIsTheValue()
    {
        DurationField field(m_clock);
        QSignalSpy edited(&field, &QuantityField::edited);
        field.lineEdit()->clear();
        edited.clear();
        QTest::keyClicks(field.lineEdit(), u"2 h"_s);
        QCOMPARE(edited.size(), 3);
        QCOMPARE(field.value(), std::optional(120));
        QVERIFY(field.isValid());
        QCOMPARE(field.meaning(), u"120 min, until 16:03"_s);
    }

    void aClockTimeIsCountedFromNowAndNotFromWhenItWasTyped()
    {
        StandingClock clock;
        DurationField field(clock);
        field.setEditText(u"until 16:00"_s);
        QCOMPARE(field.value(), std::optional(117));
        clock.m_now = clock.m_now.addSecs(600);
        QCOMPARE(field.value(), std::optional(107));
    }

    void whatIsOutOfRangeHasNoValueAndSaysTheRange()
    {
        RateField field;
        field.setRange(LimitRange{2, 100000});
        field.setEditText(u"1 kbit/s"_s);
        QVERIFY(!field.value());
        QCOMPARE(field.errorText(), u"This controller takes 2 kbit/s to 100 Mbit/s."_s);
        field.setEditText(u"100 Mbit/s"_s);
        QCOMPARE(field.value(), std::optional(100000));
        field.setEditText(u"99999999 Gbit/s"_s);
        QCOMPARE(field.errorText(), u"This controller takes 2 kbit/s to 100 Mbit/s."_s);
    }

    void zeroIsNeverALimit()
    {
        DataField field;
        field.setEditText(u"0 MB"_s);
        QVERIFY(!field.isValid());
        QCOMPARE(field.errorText(), u"This must be 1 MB or more."_s);
    }

    void noLimitIsRightAndHasNoNumber()
    {
        DataField field;
        field.setRange(LimitRange{1, 1048576});
        field.setUnsetText(u"as the controller likes"_s);
        field.setValue(std::nullopt);
        QCOMPARE(field.currentText(), u"as the controller likes"_s);
        QVERIFY(field.isValid());
        QVERIFY(!field.value());
    }

    void suggestionsDoNotChangeWhatIsTyped()
    {
        DataField field;
        field.setEditText(u"700 MB"_s);
        field.setSuggestions({std::nullopt, 500, 1024});
        QCOMPARE(field.currentText(), u"700 MB"_s);
        QCOMPARE(field.count(), 3);
        QCOMPARE(field.itemText(0), u"no limit"_s);
        QCOMPARE(field.itemText(2), u"1 GB"_s);
        field.setCurrentIndex(2);
        QCOMPARE(field.value(), std::optional(1024));
    }

    void theRowSaysWhatIsWrongBeneathAndToAScreenReader()
    {
        auto *field = new DataField;
        FormRow row(u"&Data limit"_s, field);
        QCOMPARE(field->accessibleName(), u"Data limit"_s);
        field->setEditText(u"lots"_s);
        QCOMPARE(row.error(), u"Type an amount such as 500 MB or 2 GB, or no limit."_s);
        QCOMPARE(field->accessibleDescription(), row.error());
        field->setEditText(u"2 GB"_s);
        QVERIFY(row.error().isEmpty());
        QCOMPARE(field->accessibleDescription(), u"2048 MB"_s);
    }

    void whatAControllerCannotLimitIsGreyAndSaysWhy()
    {
        auto *field = new RateField;
        FormRow row(u"Download limit"_s, field);
        row.setUnavailable(u"This controller sets no rates."_s);
        QVERIFY(!field->isEnabled());
        QCOMPARE(field->accessibleDescription(), u"This controller sets no rates."_s);
        row.setUnavailable({});
        QVERIFY(field->isEnabled());
    }

    void theFormDoesNotJumpWhenAShortErrorComes()
    {
        auto *field = new RateField;
        FormRow row(u"Download limit"_s, field);
        row.resize(600, row.sizeHint().height());
        const int before = row.minimumSizeHint().height();
        field->setEditText(u"?"_s);
        QVERIFY(!row.error().isEmpty());
        QCOMPARE(row.minimumSizeHint().height(), before);
    }

    void aLongNoteNeverCoversItsField()
    {
        auto *field = new RateField;
        FormRow row(u"Download limit"_s, field);
        field->setEditText(u"?"_s);
        row.resize(120, 10);
        row.show();
        row.resize(120, row.minimumSizeHint().height());
        const auto *note = row.findChildren<QLabel *>().last();
        QCOMPARE(note->text(), row.error());
        QTRY_VERIFY(note->geometry().top() > field->geometry().bottom());
        QVERIFY(note->height() >= note->heightForWidth(note->width()));
        QCOMPARE(field->height(), Theme::controlHeight);
    }

private:
    StandingClock m_clock;
    Theme m_theme{SchemeChoice::Light};
};

QTEST_MAIN(TestQuantityField)
#include "tst_quantityfield.moc"
