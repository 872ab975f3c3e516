#include "ui/house.h"

#include "ui/widgets/searchfield.h"

#include <QAccessible>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QAccessible::Role roleOf(QObject *object)
{
    return QAccessible::queryAccessibleInterface(object)->role();
}

} // namespace

/// What a screen reader is told. The check over the accessibility bus is in tests/accessibility.
class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWindowAndItsPanelsSayWhatTheyAre()
    {
        House house({});
        house.open();
        QCOMPARE(roleOf(&house.window()), QAccessible::Window);
        for (const QString &name : {u"Client details"_s, u"Sidebar"_s}) {
            auto *panel = named<QWidget>(&house.window(), name);
            QVERIFY2(panel, qPrintable(name));
            QCOMPARE(roleOf(panel), QAccessible::Pane);
        }
    }

    void everyButtonInSightHasAName()
    {
        House house({unifi()});
        house.open();
        house.window().findChild<SearchField *>()->setText(u"a"_s);
        for (QAbstractButton *button : house.window().findChildren<QAbstractButton *>())
            if (button->isVisible())
                QVERIFY2(!QAccessible::queryAccessibleInterface(button)
                              ->text(QAccessible::Name)
                              .isEmpty(),
                    button->metaObject()->className());
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
