// history_holder FILE MS: holds the write lock of a history for so long, as a program that is busy
// with it would, and prints a line once it has it.
#include "store/database.h"
#include "store/historyschema.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto database
        = Database::open(arguments.value(1), historyMigrations(), historyApplicationId);
    if (!database)
        return 1;
    const auto held = (*database)->write([&] {
        std::puts("held");
        std::fflush(stdout);
        QThread::msleep(arguments.value(2).toULong());
        return Result<Done>();
    });
    return held ? 0 : 1;
}
