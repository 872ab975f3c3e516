#pragma once

#include <QElapsedTimer>
#include <QTimer>

class Gatehouse;
class MainWindow;

/// `--screenshot`: waits until no controller is connecting any more and the window shows clients,
/// saves its picture, and ends the program: 0
/// when the file was written, 1 when not or when no client came in time.
class Photographer : public QObject
{
    Q_OBJECT

public:
    Photographer(const Gatehouse &gatehouse, MainWindow &window, const QString &file,
        QObject *parent = nullptr);

private:
    void look();
    [[nodiscard]] bool isConnecting() const;
    void choose();
    void shoot(bool hasClients);

    const Gatehouse &m_gatehouse;
    MainWindow &m_window;
    QString m_file;
    QTimer m_look;
    QElapsedTimer m_since;
    int m_rows = 0;
};
