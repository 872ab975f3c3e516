#include "ui/dialogs/capabilitylist.h"

#include "phrases/phrases.h"
#include "ui/dialogs/glyph.h"
#include "ui/dialogs/labels.h"

#include <QGridLayout>
#include <QLabel>

namespace {

/// What Gatehouse does with a controller, in the order of a guest's stay.
constexpr Capability shownCapabilities[] = {
    Capability::ListSites,
    Capability::ListClients,
    Capability::ReadAuthorization,
    Capability::AuthorizeListedClient,
    Capability::AuthorizeCapturedRedirect,
    Capability::AuthorizeUnlistedMac,
    Capability::LimitDuration,
    Capability::LimitData,
    Capability::LimitDownload,
    Capability::LimitUpload,
    Capability::Extend,
    Capability::CancelOnline,
    Capability::CancelOffline,
    Capability::Block,
};

constexpr Cue shownCues[] = {Cue::Ssid, Cue::Signal, Cue::AccessPoint, Cue::HostName, Cue::Vendor};

QString namesOf(const QList<Site> &sites)
{
    constexpr int mostNames = 3;
    QStringList names;
    for (const Site &site : sites.first(std::min<qsizetype>(sites.size(), mostNames)))
        names << site.name;
    if (sites.size() > mostNames)
        names << CapabilityList::tr("%n more", nullptr, int(sites.size()) - mostNames);
    return names.join(CapabilityList::tr(", ", "between names"));
}

QString cueSentence(const Capabilities &capabilities)
{
    if (!capabilities.can(Capability::ListClients))
        return CapabilityList::tr("Waiting devices come from it through the waiting room, or by "
                                  "the address that their browser was sent to.");
    QStringList given;
    for (const Cue cue : shownCues)
        if (capabilities.gives(cue))
            given << phrases::text(cue);
    return given.isEmpty() ? CapabilityList::tr("It tells nothing else about a device.")
                           : CapabilityList::tr("It tells of each device: %1.")
                                 .arg(given.join(CapabilityList::tr(", ", "between names")));
}

} // namespace

CapabilityList::CapabilityList(QWidget *parent)
    : QWidget(parent)
    , m_identity(new TextLabel({}, TextRole::Section))
    , m_sites(labels::hint())
    , m_cues(labels::hint())
    , m_rows(new QGridLayout)
{
    m_identity->setWordWrap(true);
    m_rows->setHorizontalSpacing(Theme::gap);
    m_rows->setVerticalSpacing(Theme::grid);
    m_rows->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::gap);
    column->addWidget(m_identity);
    column->addWidget(m_sites);
    column->addSpacing(Theme::grid);
    column->addLayout(m_rows);
    column->addSpacing(Theme::grid);
    column->addWidget(m_cues);
    column->addStretch();
}

void CapabilityList::show(const ControllerCheck &check)
{
    m_identity->setText(phrases::product(check.identity.product, check.identity.version));
    m_sites->setText(check.sites.isEmpty()
            ? tr("No site can be seen with these credentials.")
            : tr("%n site(s): %1", nullptr, int(check.sites.size())).arg(namesOf(check.sites)));
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto usual = check.capabilities.path(Capability::ListSites);
    if (!usual)
        usual = check.capabilities.path(Capability::AuthorizeCapturedRedirect);
    m_usual = usual ? std::optional(usual->credential) : std::nullopt;
    for (const Capability capability : shownCapabilities)
        addRow(capability, check.capabilities);
    m_cues->setText(cueSentence(check.capabilities));
}

void CapabilityList::addRow(Capability capability, const Capabilities &capabilities)
{
    const bool can = capabilities.can(capability);
    const auto key = capabilities.unlocking(capability);
    QString sentence = phrases::text(capability);
    const auto path = capabilities.path(capability);
    const bool byAnother = path && path->credential != m_usual;
    if (can && byAnother)
        sentence = tr("%1, by %2", "capability and path").arg(sentence, phrases::text(*path));
    if (!can)
        sentence = key
            ? tr("%1: no, needs %2", "capability and credential").arg(sentence, phrases::text(*key))
            : tr("%1: no", "capability").arg(sentence);
    auto *label = new TextLabel(sentence, TextRole::Body, can ? Token::Ink : Token::Ink2);
    label->wrap();
    const int row = m_rows->rowCount();
    m_rows->addWidget(new Glyph(can ? IconName::Confirmed : IconName::Blocked,
                          can ? Token::AuthorizedInk : Token::Disabled),
        row, 0);
    m_rows->addWidget(label, row, 1);
}
