#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
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
    /// For how long the thread was not to be had, ms: it ran, waited for a processor, or stood in
    /// an event. Not when it slept until its next timer and the machine woke it late: that is
    /// longestLateness().
    [[nodiscard]] double longest() const { return m_longest; }
    [[nodiscard]] double longestLateness() const { return m_longestLateness; }
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

    /// How long this thread ran, and how long it was ready and had no processor, ms; 0 where the
    /// system does not tell.
    struct Turns
    {
        double ran = 0;
        double waited = 0;
    };

    void tick();
    [[nodiscard]] Turns turns();
    void count(QEvent::Type type, const QMetaObject *about, double ms);
    [[nodiscard]] QString shares() const;

    QTimer m_tick;
    QElapsedTimer m_sinceBegin;
    QElapsedTimer m_sinceTick;
    double m_longest = 0;
    double m_longestLateness = 0;
    std::vector<Slow> m_slow;
    std::vector<Slow> m_gaps; ///< longer than a frame, with what came in them
    std::vector<Share> m_sinceLastTick;
    QFile m_schedule;
    Turns m_turnsAtTick;
    int m_depth = 0;
    QString m_story; ///< of the event under way: the slow ones within it
};
