#pragma once

#include "core/failure.h"

#include <QWidget>

/// The window for when the profile cannot be used: one sentence, what to do next, and a button that
/// ends the program.
class TroubleWindow : public QWidget
{
    Q_OBJECT

public:
    explicit TroubleWindow(const Failure &failure);
};
