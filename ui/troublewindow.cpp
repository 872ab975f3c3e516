#include "ui/troublewindow.h"

#include "phrases/phrases.h"
#include "ui/look/theme.h"
#include "ui/widgets/emptystate.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr QSize usualSize(560, 360);
}

TroubleWindow::TroubleWindow(const Failure &failure)
{
    setWindowTitle(u"Gatehouse"_s);
    resize(usualSize);
    auto *state = new EmptyState(IconName::Warning, phrases::textWithNextStep(failure));
    state->setAction(tr("Close"));
    connect(state, &EmptyState::actionTriggered, this, &QWidget::close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::pageMargin);
    layout->addWidget(state);
}
