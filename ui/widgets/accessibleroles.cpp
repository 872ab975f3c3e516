#include "ui/widgets/accessibleroles.h"

#include <QAccessibleWidget>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

/// Qt asks for each class of an object, the most derived first; null leaves it to Qt.
QAccessibleInterface *interfaceOf(const QString &className, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget)
        return nullptr;
    if (className == "MainWindow"_L1 || className == "TroubleWindow"_L1)
        return new QAccessibleWidget(widget, QAccessible::Window);
    if (className == "Surface"_L1)
        return new QAccessibleWidget(widget, QAccessible::Pane);
    return nullptr;
}

} // namespace

void accessible::installRoles()
{
    QAccessible::installFactory(interfaceOf);
}
