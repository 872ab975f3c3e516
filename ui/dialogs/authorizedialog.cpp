#include "ui/dialogs/authorizedialog.h"

#include "phrases/phrases.h"
#include "ui/dialogs/choicechips.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/limitrows.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

AuthorizeDialog::AuthorizeDialog(
    Gatehouse &gatehouse, const QList<ClientKey> &keys, QWidget *parent)
    : Sheet({}, tr("&Authorize"), parent)
    , m_gatehouse(gatehouse)
    , m_subject(gatehouse, ClientAction::Authorize, keys)
    , m_presets(gatehouse.profiles().presets())
{
    setWindowTitle(tr("Authorize %1").arg(m_subject.name()));
    setMinimumWidth(Theme::dialogWidth);
    mainButton()->setAccessibleName(tr("Authorize"));
    buildGuest();
    buildLimits();
    buildReason();
    setNote(m_subject.place());
    mainButton()->setEnabled(!m_subject.ready().isEmpty());
    if (m_subject.ready().isEmpty())
        showProblem(m_subject.leftOut());
    for (ControllerLink *link : m_subject.links())
        connect(link, &ControllerLink::capabilitiesChanged, this, &AuthorizeDialog::showRules);
    m_guest->setFocus();
}

void AuthorizeDialog::buildGuest()
{
    m_guest = new QLineEdit;
    m_guest->setAccessibleName(tr("Guest"));
    m_room = new QLineEdit;
    m_room->setAccessibleName(tr("Room"));
    m_login = new QLineEdit;
    m_login->setAccessibleName(tr("Login ID"));
    if (const std::optional<ClientRow> row = m_subject.onlyRow()) {
        m_guest->setText(row->guest.name);
        m_room->setText(row->guest.room);
        m_login->setText(row->guest.login);
    }
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::groupGap);
    line->addWidget(labels::above(tr("&Guest"), m_guest), 5);
    line->addWidget(labels::above(tr("&Room"), m_room), 2);
    line->addWidget(labels::above(tr("Log&in ID"), m_login), 3);
    contents()->addLayout(line);
    if (const QString leftOut = m_subject.leftOut();
        !leftOut.isEmpty() && !m_subject.ready().isEmpty())
        contents()->addWidget(labels::hint(leftOut, Token::WaitingInk));
}

void AuthorizeDialog::buildLimits()
{
    m_chips = new ChoiceChips(tr("Presets"));
    for (const Preset &preset : std::as_const(m_presets))
        m_chips->addChip(preset.name, phrases::text(limitsOf(preset, localNow())));
    m_presetNote = labels::hint({}, Token::WaitingInk);
    m_presetNote->hide();
    m_limits = new LimitRows(m_gatehouse.clock());
    auto *group = new QVBoxLayout;
    group->setSpacing(Theme::gap);
    group->addWidget(m_chips);
    group->addWidget(m_presetNote);
    group->addWidget(m_limits);
    contents()->addLayout(group);
    showRules();
    usePreset(defaultPresetPlace());
    connect(m_chips, &ChoiceChips::chosen, this, &AuthorizeDialog::usePreset);
    connect(m_limits, &LimitRows::edited, this, [this] {
        m_chips->setCurrent(-1);
        m_presetNote->hide();
    });
}

void AuthorizeDialog::buildReason()
{
    m_reason = new QLineEdit;
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("optional, for the history"));
    contents()->addWidget(labels::above(tr("R&eason"), m_reason));
    contents()->addStretch(1);
}

void AuthorizeDialog::showRules()
{
    QList<ControllerRules> all;
    for (const ControllerLink *link : m_subject.links())
        all << ControllerRules{link->limitRules(), link->capabilities()};
    m_rules = shared(all);
    m_limits->setRules(m_rules);
}

int AuthorizeDialog::defaultPresetPlace() const
{
    const std::optional<ClientRow> only = m_subject.onlyRow();
    const QList<ControllerLink *> links = m_subject.links();
    const QString controller = links.size() == 1 ? links.first()->profile().id : QString();
    const QString site = only ? only->client.key.siteId : QString();
    const QString name = m_gatehouse.profiles().defaultPreset(controller, site).name;
    const auto found = std::ranges::find(m_presets, name, &Preset::name);
    return found == m_presets.end() ? -1 : int(found - m_presets.begin());
}

void AuthorizeDialog::usePreset(int place)
{
    if (place < 0)
        return;
    m_chips->setCurrent(place);
    m_limits->setLimits(limitsOf(m_presets[place], localNow()));
    labels::say(m_presetNote, leftOutOf(m_presets[place]));
}

QString AuthorizeDialog::leftOutOf(const Preset &preset) const
{
    QStringList missing;
    for (const Limit limit : allLimits)
        if (const auto value = valueOf(limitsOf(preset, localNow()), limit);
            value && !rangeOf(m_rules.rules, limit))
            missing << tr("%1 %2", "a limit and its value")
                           .arg(phrases::text(limit), phrases::valueOf(limit, value));
    return missing.isEmpty()
        ? QString()
        : tr("This preset has limits that cannot be set here and will be left out: %1.")
              .arg(missing.join(tr(", ", "between limits")));
}

Guest AuthorizeDialog::guestFor(const ClientKey &key) const
{
    const Guest typed{
        m_guest->text().trimmed(), m_room->text().trimmed(), m_login->text().trimmed()};
    const std::optional<ClientRow> row = m_gatehouse.directory().find(key);
    // For many devices an empty form says nothing about who each guest is.
    return typed.isEmpty() && !m_subject.onlyRow() && row ? row->guest : typed;
}

void AuthorizeDialog::confirm()
{
    if (m_chips->current() >= 0)
        usePreset(m_chips->current()); // the clock has gone on since it was chosen
    if (!m_limits->isValid())
        return m_limits->focusFirstWrong();
    const Limits limits = settable(m_limits->limits(), m_rules.rules);
    int count = 0;
    for (const ClientKey &key : m_subject.ready())
        count += m_gatehouse.authorize(key, limits, guestFor(key), m_reason->text().trimmed()) ? 1
                                                                                               : 0;
    if (count == 0)
        return showProblem(tr("Another action on this device is still under way. Wait until it has "
                              "ended, then try again."));
    Q_EMIT asked(count);
    accept();
}

QDateTime AuthorizeDialog::localNow() const
{
    return m_gatehouse.clock().now().toLocalTime();
}
