#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QString>
#include <QTimer>

#include <vector>

/// An application that knows for how long its event loop was not reached, and which events it was
/// in meanwhile.
class SlowEvents : public QApplication
{
    Q_OBJECT

public:
    SlowEvents(int &argc, char **argv);

    bool notify(QObject *receiver, QEvent *event) override;

    /// From here on.
    void begin();
    /// Milliseconds.
    [[nodiscard]] double longest() const { return m_longest; }
    void printSlowest() const;

private:
    struct Slow
    {
        double ms;
        double at; ///< seconds since begin()
        QString what;
    };

    /// What events of one kind took since the last tick.
    struct Share
    {
        QEvent::Type type;
        const QMetaObject *about;
        int events;
        double ms;
    };

    void tick();
    void count(QEvent::Type type, const QMetaObject *about, double ms);
    [[nodiscard]] QString shares() const;

    QTimer m_tick;
    QElapsedTimer m_sinceBegin;
    QElapsedTimer m_sinceTick;
    double m_longest = 0;
    std::vector<Slow> m_slow;
    std::vector<Slow> m_gaps; ///< longer than a frame, with what came in them
    std::vector<Share> m_sinceLastTick;
    int m_depth = 0;
    QString m_story; ///< of the event under way: the slow ones within it
};
