#include "clients/actionrun.h"

#include "clients/actionsteps.h"

ActionRun::ActionRun(ActionRequest request, ControllerDriver &driver, AuditLog &audit,
    const Clock &clock, ReadBackPatience patience, ReportWording wording, QObject *parent)
    : QObject(parent)
    , m_steps(std::make_unique<Steps>(
          *this, std::move(request), driver, audit, clock, std::move(patience), std::move(wording)))
{
}

ActionRun::~ActionRun() = default;

void ActionRun::start()
{
    m_steps->look();
}

void ActionRun::cancel()
{
    m_steps->giveUp();
}

ActionRun::Stage ActionRun::stage() const
{
    return m_steps->stage();
}

const ActionRequest &ActionRun::request() const
{
    return m_steps->request();
}
