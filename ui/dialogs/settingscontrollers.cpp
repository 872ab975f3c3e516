#include "ui/dialogs/settingscontrollers.h"

#include "phrases/phrases.h"
#include "ui/dialogs/addcontrollerdialog.h"
#include "ui/dialogs/certificatedialog.h"
#include "ui/dialogs/credentialdialog.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/panel.h"
#include "ui/widgets/emptystate.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 220;

bool isAboutCertificate(const std::optional<Failure> &failure)
{
    return failure
        && (failure->kind == Failure::Kind::ChangedCertificate
            || failure->kind == Failure::Kind::UntrustedCertificate)
        && !failure->seenFingerprint.isEmpty();
}

bool isAboutKeychain(const Failure &failure)
{
    return failure.kind == Failure::Kind::KeychainMissing
        || failure.kind == Failure::Kind::KeychainLocked
        || failure.kind == Failure::Kind::KeychainRefused;
}

} // namespace

SettingsControllers::SettingsControllers(Gatehouse &gatehouse, QWidget *parent)
    : QWidget(parent)
    , m_gatehouse(gatehouse)
    , m_list(new QListWidget)
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(IconName::Controller, tr("No controller is configured yet.")))
{
    m_list->setAccessibleName(tr("Controllers"));
    auto *add = new QPushButton(icons::icon(IconName::Add), tr("Add c&ontroller…"));
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, &SettingsControllers::addController);
    auto *left = new QVBoxLayout;
    left->setSpacing(Theme::gap);
    left->addWidget(Panel::around(m_list, listWidth), 1);
    left->addWidget(add);
    m_stack->addWidget(buildOne());
    m_stack->addWidget(m_empty);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(Theme::pageMargin);
    line->addLayout(left);
    line->addLayout(m_stack, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsControllers::showChosen);
    connect(&gatehouse, &Gatehouse::linkAdded, this, &SettingsControllers::list);
    // A link is still there while its removal is announced.
    connect(&gatehouse, &Gatehouse::linkRemoved, this, &SettingsControllers::list,
        Qt::QueuedConnection);
    connect(&gatehouse, &Gatehouse::linkChanged, this, &SettingsControllers::showState);
    list();
}

QWidget *SettingsControllers::buildOne()
{
    m_name = new QLineEdit;
    m_name->setAccessibleName(tr("Name"));
    m_nameProblem = labels::problem();
    m_rename = new QPushButton(tr("&Rename"));
    m_about = labels::hint();
    m_state = new TextLabel;
    m_state->wrap();
    m_credentials = labels::hint();
    m_certificate = new QPushButton(icons::icon(IconName::Certificate), tr("Re&view certificate…"));
    auto *credential = new QPushButton(icons::icon(IconName::Key), tr("&Credentials…"));
    m_remove = new QPushButton(icons::icon(IconName::Remove), tr("Re&move…"));
    m_problem = labels::problem();
    for (QPushButton *button : {m_rename, m_certificate, credential, m_remove})
        button->setAutoDefault(false);

    auto *one = new QWidget;
    auto *column = new QVBoxLayout(one);
    column->setContentsMargins({});
    column->setSpacing(Theme::gap);
    auto *naming = new QGridLayout;
    naming->setHorizontalSpacing(Theme::gap);
    naming->setVerticalSpacing(Theme::grid);
    naming->addWidget(labels::forField(tr("&Name"), m_name), 0, 0);
    naming->addWidget(m_name, 1, 0);
    naming->addWidget(m_rename, 1, 1);
    naming->addWidget(m_nameProblem, 2, 0, 1, 2);
    column->addLayout(naming);
    column->addSpacing(Theme::gap);
    column->addWidget(m_state);
    column->addWidget(m_about);
    column->addWidget(m_credentials);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::gap);
    buttons->addWidget(credential);
    buttons->addWidget(m_certificate);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch();
    column->addWidget(m_problem);
    column->addWidget(buildRemoval());
    column->addWidget(m_remove, 0, Qt::AlignLeading);

    connect(m_name, &QLineEdit::textEdited, this, [this] {
        labels::say(m_nameProblem, {});
        m_rename->setEnabled(chosen() && m_name->text().trimmed() != chosen()->profile().name);
    });
    connect(m_rename, &QPushButton::clicked, this, &SettingsControllers::rename);
    connect(m_certificate, &QPushButton::clicked, this, &SettingsControllers::reviewCertificate);
    connect(m_remove, &QPushButton::clicked, m_removal, [this] {
        m_removal->show();
        m_remove->hide();
    });
    connect(credential, &QPushButton::clicked, this,
        [this] { (new CredentialDialog(m_gatehouse, chosen()->profile().id, window()))->open(); });
    return one;
}

QWidget *SettingsControllers::buildRemoval()
{
    m_removal = new QWidget;
    m_question = new TextLabel;
    m_question->wrap();
    auto *yes = new QPushButton(tr("Remove"));
    Theme::setKind(yes, ButtonKind::Danger);
    auto *no = new QPushButton(tr("Keep"));
    yes->setAutoDefault(false);
    no->setAutoDefault(false);
    m_leaveSecret = new QPushButton(tr("Remove, leave the secret there"));
    m_leaveSecret->setAutoDefault(false);
    m_leaveSecret->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::gap);
    buttons->addWidget(yes);
    buttons->addWidget(m_leaveSecret);
    buttons->addWidget(no);
    buttons->addStretch();
    auto *column = new QVBoxLayout(m_removal);
    column->setContentsMargins({});
    column->setSpacing(Theme::gap);
    column->addWidget(m_question);
    column->addLayout(buttons);
    m_removal->hide();
    connect(yes, &QPushButton::clicked, this, [this] { remove(Gatehouse::SecretsOf::Removed); });
    connect(m_leaveSecret, &QPushButton::clicked, this,
        [this] { remove(Gatehouse::SecretsOf::LeftBehind); });
    connect(no, &QPushButton::clicked, this, [this] {
        m_removal->hide();
        m_remove->show();
    });
    return m_removal;
}

ControllerLink *SettingsControllers::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? m_gatehouse.link(item->data(Qt::UserRole).toString()) : nullptr;
}

void SettingsControllers::list()
{
    const QString before = chosen() ? chosen()->profile().id : QString();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const ControllerLink *link : m_gatehouse.links()) {
            auto *item = new QListWidgetItem(link->profile().name, m_list);
            item->setData(Qt::UserRole, link->profile().id);
            if (link->profile().id == before || m_list->count() == 1)
                m_list->setCurrentItem(item);
        }
    }
    showChosen();
}

void SettingsControllers::showChosen()
{
    const ControllerLink *link = chosen();
    m_stack->setCurrentIndex(link ? 0 : 1);
    if (!link)
        return;
    const ControllerProfile &profile = link->profile();
    m_name->setText(profile.name);
    labels::say(m_nameProblem, {});
    m_rename->setEnabled(false);
    m_question->setText(tr("Remove %1? Its secret is taken out of the keychain. Its history stays.")
                            .arg(profile.name));
    m_removal->hide();
    m_leaveSecret->hide();
    m_remove->show();
    labels::say(m_problem, {});
    showState();
}

void SettingsControllers::showState()
{
    const ControllerLink *link = chosen();
    if (!link)
        return;
    const ControllerProfile &profile = link->profile();
    m_state->setText(phrases::text(*link, m_gatehouse.clock().now()));
    m_about->setText(tr("%1 at %2, by the %3.", "product, address, protocol")
                         .arg(phrases::product(profile.product, profile.version),
                             profile.url.toDisplayString(), phrases::text(profile.generation)));
    QStringList kinds;
    for (const CredentialNote &note : profile.credentials)
        kinds << (note.account.isEmpty() ? phrases::text(note.kind)
                                         : tr("%1 (%2)", "kind of credential and account")
                                               .arg(phrases::text(note.kind), note.account));
    const QString known = kinds.isEmpty()
        ? tr("It has no credentials yet.")
        : tr("Credentials: %1.").arg(kinds.join(tr(", ", "between credentials")));
    m_credentials->setText(
        (QStringList{known} + phrases::furtherCredentials(link->capabilities())).join(u'\n'));
    m_certificate->setVisible(isAboutCertificate(link->failure()));
}

void SettingsControllers::rename()
{
    const ControllerLink *link = chosen();
    const QString name = m_name->text().trimmed();
    const ControllerLink *other = m_gatehouse.linkByName(name);
    if (name.isEmpty())
        return labels::say(m_nameProblem, tr("Give the controller a name."));
    if (other && other != link)
        return labels::say(m_nameProblem, tr("Another controller has this name."));
    if (const auto renamed = m_gatehouse.rename(link->profile().id, name); !renamed)
        return labels::say(m_nameProblem, phrases::textWithNextStep(renamed.error()));
    m_list->currentItem()->setText(name);
    m_rename->setEnabled(false);
}

void SettingsControllers::remove(Gatehouse::SecretsOf secrets)
{
    if (m_removing || !chosen())
        return;
    labels::say(m_problem, {});
    m_removal->setEnabled(false);
    m_removing = m_gatehouse.remove(chosen()->profile().id, secrets);
    m_removing->then(this, [this](const Result<Done> &removed) {
        m_removing = nullptr;
        m_removal->setEnabled(true);
        if (removed)
            return;
        labels::say(m_problem, phrases::textWithNextStep(removed.error()));
        m_leaveSecret->setVisible(isAboutKeychain(removed.error()));
    });
}

void SettingsControllers::reviewCertificate()
{
    const ControllerLink *link = chosen();
    if (link && isAboutCertificate(link->failure()))
        (new CertificateDialog(m_gatehouse, link->profile().id, *link->failure(), window()))
            ->open();
}

void SettingsControllers::addController()
{
    (new AddControllerDialog(m_gatehouse, window()))->open();
}
