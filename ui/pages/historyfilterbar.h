#pragma once

#include "core/audit.h"

#include <QWidget>

class FilterChips;
class QComboBox;
class QPushButton;

/// Which part of the history is shown: time, action, outcome, controller.
class HistoryFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryFilterBar(QWidget *parent = nullptr);

    /// Id and name of each controller to choose from.
    void setControllers(const QList<std::pair<QString, QString>> &controllers);

    /// Everything chosen here, with times from now on backwards; the text is left to the caller.
    [[nodiscard]] HistoryFilter filter(const QDateTime &now) const;

    /// Only this stretch of local time, until another time is chosen or the stretch is given back.
    void setStretch(const QDateTime &start, const QDateTime &end, const QString &words);
    void clearStretch();
    [[nodiscard]] bool hasStretch() const { return m_start.isValid(); }

    /// Whether anything but the time is chosen.
    [[nodiscard]] bool narrows() const;
    void clear();

    /// Everything of all times that ended unknown and that nobody has looked at.
    void chooseUnseen();

Q_SIGNALS:
    void changed();
    void stretchCleared();

private:
    QComboBox *addChoice(const QString &name, const QString &all);

    FilterChips *m_times = nullptr;
    QPushButton *m_stretch = nullptr;
    QComboBox *m_action = nullptr;
    QComboBox *m_outcome = nullptr;
    QComboBox *m_controller = nullptr;
    QDateTime m_start;
    QDateTime m_end;
};
