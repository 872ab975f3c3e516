#pragma once

#include "clients/phonetwins.h"
#include "core/job.h"

#include <QWidget>

class Gatehouse;
class QPushButton;
class TextLabel;

/// Beside a waiting device that seems to be a phone under a new made-up address: which one, what is
/// left of its authorization, and the button that moves it over. Hidden where there is none.
class TwinOffer : public QWidget
{
    Q_OBJECT

public:
    explicit TwinOffer(Gatehouse &gatehouse, QWidget *parent = nullptr);

    /// Asks the history, so not for every tick. Stands as it was until that has answered.
    void look(const ClientKey &key);
    void withdraw();

private:
    void offer(const std::optional<PhoneTwin> &twin);
    void move();

    Gatehouse &m_gatehouse;
    ClientKey m_to;
    QPointer<JobBase> m_asked;
    std::optional<PhoneTwin> m_twin;
    TextLabel *m_text;
    QPushButton *m_move;
};
