// The yardstick of a start: the least that a Qt program with a word in its window does.
#include "ui/firstframe.h"

#include <QApplication>
#include <QLabel>

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QLabel label(QStringLiteral("Gatehouse"));
    label.resize(1280, 800);
    label.show();
    new FirstFrame(label.windowHandle(), &label);
    return QApplication::exec();
}
