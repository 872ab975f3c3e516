#include "ui/dialogs/admissiondialog.h"

#include "phrases/phrases.h"
#include "ui/dialogs/labels.h"
#include "ui/look/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace {

QString nameOf(const WifiClient &client)
{
    for (const QString &name : {client.name, client.hostName})
        if (!name.isEmpty())
            return name;
    return client.key.mac.toString();
}

} // namespace

AdmissionDialog::AdmissionDialog(AdmissionRun &run, const QDateTime &now, QWidget *parent)
    : Sheet(tr("One device more"), tr("&End the oldest, let this one in"), parent)
    , m_run(&run)
{
    setMinimumWidth(Theme::dialogWidth);
    contents()->setSpacing(Theme::gap);
    const Guest counted = countedBy(run.policy(), run.request().guest);
    const QString who = counted.login + counted.room + counted.name; // one of them is set
    auto *title = new TextLabel(tr("%1 may have %n device(s) here. Let %2 in as well?",
                                    "guest and device", run.policy().devices)
                                    .arg(who, nameOf(run.request().client)),
        TextRole::Section);
    title->wrap();
    contents()->addWidget(title);
    listHolders(now);
    contents()->addWidget(
        labels::hint(tr("A device that is ended must sign in again, and is not blocked.")));
    contents()->addStretch(1);
    closeButton()->setText(tr("&Do not let it in"));
    QPushButton *both = addButton(tr("Let it in &as well"));
    connect(both, &QPushButton::clicked, this, &AdmissionDialog::goOnWithAll);
    connect(&run, &AdmissionRun::finished, this, &QDialog::reject);
    connect(&run, &QObject::destroyed, this, &QDialog::reject);
}

void AdmissionDialog::listHolders(const QDateTime &now)
{
    QStringList lines;
    for (const HeldDevice &device : m_run->holders())
        //: a device and since when it has been in
        lines << tr("%1, in since %2").arg(device.label(), phrases::clockTime(device.since, now));
    auto *holders = new TextLabel(lines.join(u'\n'));
    holders->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    holders->wrap();
    contents()->addWidget(holders);
}

void AdmissionDialog::confirm()
{
    if (const auto run = std::exchange(m_run, nullptr))
        run->cancelOldest();
    accept();
}

void AdmissionDialog::goOnWithAll()
{
    if (const auto run = std::exchange(m_run, nullptr))
        run->goOn();
    accept();
}

void AdmissionDialog::reject()
{
    if (const auto run = std::exchange(m_run, nullptr))
        run->giveUp();
    Sheet::reject();
}
