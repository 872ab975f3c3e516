#pragma once

#include <QElapsedTimer>
#include <QTimer>

class MainWindow;

/// `--screenshot`: waits until the window shows clients, saves its picture, and ends the program: 0
/// when the file was written, 1 when not or when no client came in time.
class Photographer : public QObject
{
    Q_OBJECT

public:
    Photographer(MainWindow &window, const QString &file, QObject *parent = nullptr);

private:
    void look();
    void choose();
    void shoot(bool hasClients);

    MainWindow &m_window;
    QString m_file;
    QTimer m_look;
    QElapsedTimer m_since;
    int m_rows = 0;
};
