#pragma once

#include <QObject>
#include <QTimer>

/// Somebody wants the program to end: Ctrl-C, or SIGTERM. Until one of these exists, that ends the
/// program at once.
class Interruption : public QObject
{
    Q_OBJECT

public:
    explicit Interruption(QObject *parent = nullptr);

Q_SIGNALS:
    void asked(); ///< once

private:
    QTimer m_look;
};
