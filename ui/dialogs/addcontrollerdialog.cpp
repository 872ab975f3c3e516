#include "ui/dialogs/addcontrollerdialog.h"

#include "phrases/phrases.h"
#include "ui/dialogs/addresssection.h"
#include "ui/dialogs/capabilitylist.h"
#include "ui/dialogs/certificatequestion.h"
#include "ui/dialogs/credentialfields.h"
#include "ui/dialogs/keepchoice.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/panel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHostAddress>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int leftWidth = 440;
constexpr int rightWidth = 340;
constexpr int leastHeight = 500;

} // namespace

AddControllerDialog::AddControllerDialog(Gatehouse &gatehouse, QWidget *parent)
    : Sheet(tr("Add controller"), tr("&Add"), parent)
    , m_gatehouse(gatehouse)
{
    mainButton()->setAccessibleName(tr("Add"));
    m_test = addButton(tr("&Test"));
    m_test->setAccessibleName(tr("Test"));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(Theme::pageMargin);
    contents()->addLayout(columns, 1);
    buildLeft(columns);
    buildRight(columns);

    connect(m_address, &AddressSection::addressChanged, this, [this] {
        m_testWanted = m_addWanted = false;
        inputChanged();
    });
    connect(m_address, &AddressSection::searching, this, &AddControllerDialog::refresh);
    connect(m_address, &AddressSection::searched, this, &AddControllerDialog::showFound);
    connect(
        m_certificate, &CertificateQuestion::answered, this, &AddControllerDialog::inputChanged);
    connect(m_kinds, &QComboBox::currentIndexChanged, this,
        [this] { m_credential->setKind(CredentialKind(m_kinds->currentData().toInt())); });
    connect(m_further, &QPushButton::clicked, this, &AddControllerDialog::typeFurther);
    connect(m_sites, &QLineEdit::textChanged, this, &AddControllerDialog::inputChanged);
    connect(m_credential, &CredentialFields::changed, this, &AddControllerDialog::inputChanged);
    connect(m_name, &QLineEdit::textChanged, this, &AddControllerDialog::refresh);
    connect(m_test, &QPushButton::clicked, this, &AddControllerDialog::test);
    refresh();
    m_address->setFocus();
}

AddControllerDialog::~AddControllerDialog()
{
    m_address->disconnect(this); // its field loses the focus only when half of this is gone
    if (m_check)
        m_check->cancel();
}

void AddControllerDialog::buildLeft(QLayout *into)
{
    m_address = new AddressSection(m_gatehouse);
    m_certificate = new CertificateQuestion;
    m_kinds = new QComboBox;
    m_kinds->setAccessibleName(tr("Kind of credential"));
    m_credential = new CredentialFields;
    m_offer = labels::hint();
    m_further = new QPushButton(tr("Enter it"));
    m_further->setAutoDefault(false);
    m_sites = new QLineEdit;
    m_sites->setAccessibleName(tr("Sites"));
    m_sites->setPlaceholderText(tr("As the controller names them, with commas between"));
    m_siteRow = labels::above(tr("&Sites"), m_sites);
    m_name = new QLineEdit;
    m_name->setAccessibleName(tr("Name"));
    m_keep = new KeepChoice(m_gatehouse.vault().isPersistent());

    m_rest = new QWidget;
    auto *rest = new QVBoxLayout(m_rest);
    rest->setContentsMargins({});
    rest->setSpacing(Theme::groupGap);
    rest->addWidget(m_certificate);
    auto *credential = new QVBoxLayout;
    credential->setSpacing(Theme::gap);
    credential->addWidget(m_kinds);
    credential->addWidget(m_credential);
    auto *offer = new QHBoxLayout;
    offer->setSpacing(Theme::gap);
    offer->addWidget(m_offer, 1);
    offer->addWidget(m_further, 0, Qt::AlignTop);
    credential->addLayout(offer);
    rest->addLayout(credential);
    rest->addWidget(m_siteRow);
    rest->addWidget(labels::above(tr("&Name in Gatehouse"), m_name));
    rest->addWidget(m_keep);

    auto *left = new QWidget;
    left->setFixedWidth(leftWidth);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins({});
    column->setSpacing(Theme::groupGap);
    column->addWidget(m_address);
    column->addWidget(m_rest);
    column->addStretch();
    into->addWidget(left);
}

void AddControllerDialog::buildRight(QLayout *into)
{
    auto *intro = new QWidget;
    auto *steps = new QVBoxLayout(intro);
    steps->setContentsMargins({});
    steps->setSpacing(Theme::gap);
    steps->addWidget(new TextLabel(tr("What happens here"), TextRole::Section));
    for (const QString &step : {
             tr("Gatehouse looks what answers at the address. It sends no secret until you have "
                "seen who it is."),
             tr("It says which credential this controller needs, and where to make it."),
             tr("Test signs in and lists what can be done. It changes nothing on the controller."),
             tr("The secret goes into this computer's keychain, nowhere else."),
         })
        steps->addWidget(labels::hint(step));
    steps->addStretch();

    m_capabilities = new CapabilityList;
    auto *panel = new Panel;
    panel->setFixedWidth(rightWidth);
    panel->setMinimumHeight(leastHeight);
    m_right = new QStackedLayout;
    m_right->addWidget(intro);
    m_right->addWidget(m_capabilities);
    auto *frame = new QVBoxLayout(panel);
    frame->setContentsMargins(Theme::groupGap, Theme::groupGap, Theme::groupGap, Theme::groupGap);
    frame->addLayout(m_right);
    into->addWidget(panel);
}

void AddControllerDialog::showFound()
{
    const auto &found = m_address->found();
    if (found) {
        m_certificate->setVisible(!found->peer.trusted && !found->peer.sha256.isEmpty());
        m_certificate->ask(found->peer, m_gatehouse.clock().now());
        const QSignalBlocker quiet(m_kinds);
        m_kinds->clear();
        for (const CredentialKind kind : found->needs)
            m_kinds->addItem(phrases::text(kind), int(kind));
        m_kinds->setVisible(found->needs.size() > 1);
        if (!found->needs.isEmpty())
            m_credential->setKind(found->needs.first());
        if (m_name->text().isEmpty() || !m_name->isModified()) {
            QStringList taken;
            for (const ControllerLink *link : m_gatehouse.links())
                taken << link->profile().name;
            m_name->setText(suggestedName(found->url, found->product, taken));
        }
    }
    refresh();
    if (!found)
        return;
    if (std::exchange(m_testWanted, false) && isReadyToTest())
        return test();
    if (m_certificate->isVisibleTo(this) && !m_certificate->isTrusted())
        m_certificate->focusAnswer();
    else
        m_credential->focusFirstEmpty();
}

bool AddControllerDialog::isReadyToTest() const
{
    const bool trusted = m_address->found()
        && (m_address->found()->peer.trusted || m_certificate->isTrusted()
            || m_address->found()->peer.sha256.isEmpty());
    return trusted && m_credential->isComplete() && (!wantsSites() || !siteNames().isEmpty());
}

/// These cannot list their sites; somebody must name them.
bool AddControllerDialog::wantsSites() const
{
    const auto &found = m_address->found();
    return found
        && (found->generations.contains(Generation::Eap2)
            || found->generations.contains(Generation::Omada3));
}

QStringList AddControllerDialog::siteNames() const
{
    QStringList names;
    for (const QString &name : m_sites->text().split(u',', Qt::SkipEmptyParts))
        if (const QString trimmed = name.trimmed(); !trimmed.isEmpty())
            names += trimmed;
    return names;
}

/// What was typed of every kind that this controller takes, its best interface first.
Credentials AddControllerDialog::typedCredentials() const
{
    Credentials result;
    for (const CredentialKind kind : m_address->found()->needs)
        if (m_credential->isComplete(kind))
            result += m_credential->credentialOf(kind);
    return result;
}

/// The one that would unlock something on top of those that were tested.
std::optional<CredentialKind> AddControllerDialog::furtherKind() const
{
    if (!m_checked || !m_address->found())
        return std::nullopt;
    for (const CredentialKind kind : m_address->found()->needs)
        for (const auto &[capability, key] : m_checked->capabilities.unlockedBy)
            if (key == kind && !m_checked->capabilities.can(capability))
                return kind;
    return std::nullopt;
}

void AddControllerDialog::typeFurther()
{
    if (const auto kind = furtherKind()) {
        m_kinds->setCurrentIndex(m_kinds->findData(int(*kind)));
        m_credential->focusFirstEmpty();
    }
}

NewController AddControllerDialog::candidate() const
{
    const DetectedController &found = *m_address->found();
    NewController result;
    result.profile.name = m_name->text().trimmed();
    result.profile.url = found.url;
    result.credentials = typedCredentials();
    QList<Generation> spoken = found.generations;
    spoken.removeIf([&](Generation each) {
        return credentialKindFor(each) != result.credentials.first().kind;
    });
    result.profile.generation = m_checked ? m_checked->generation : spoken.first();
    result.alternatives = spoken.mid(1);
    if (wantsSites())
        result.profile.siteNames = siteNames();
    if (!found.peer.trusted)
        result.profile.pinnedSha256 = found.peer.sha256;
    result.profile.vendorControllerId = found.vendorControllerId;
    result.profile.product = m_checked ? m_checked->identity.product : found.product;
    result.profile.version = m_checked ? m_checked->identity.version : found.version;
    result.rememberSecrets = m_keep->isRemembered();
    return result;
}

void AddControllerDialog::test()
{
    clearProblem();
    if (!m_address->found()) {
        m_testWanted = true;
        if (!m_address->isSearching())
            m_address->search();
        return;
    }
    if (!isReadyToTest() || m_check)
        return;
    m_check = m_gatehouse.check(candidate());
    m_check->then(this, [this, check = m_check.data()](const Result<ControllerCheck> &answer) {
        if (check == m_check)
            showCheck(answer);
    });
    setBusy(tr("Signing in and asking what can be done…"));
    refresh();
}

void AddControllerDialog::showCheck(const Result<ControllerCheck> &answer)
{
    m_check = nullptr;
    setIdle();
    const bool addWanted = std::exchange(m_addWanted, false);
    if (!answer) {
        showFailure(answer.error());
        refresh();
        return m_credential->focusFirstEmpty();
    }
    if (const QStringList failing = phrases::failingCredentials(answer->capabilities);
        !failing.isEmpty()) {
        showProblem(failing.first());
        refresh();
        return m_credential->focusFirstEmpty();
    }
    m_checked = *answer;
    m_capabilities->show(*answer);
    refresh();
    if (addWanted)
        return add();
    mainButton()->setFocus();
}

void AddControllerDialog::confirm()
{
    add();
}

void AddControllerDialog::add()
{
    if (m_adding || !isReadyToTest() || m_name->text().trimmed().isEmpty())
        return;
    if (!m_checked) {
        m_addWanted = true;
        return test();
    }
    clearProblem();
    m_adding = m_gatehouse.add(candidate());
    m_adding->then(this, [this](const Result<Done> &answer) { showAdded(answer); });
    setBusy(m_keep->isRemembered() ? tr("Putting the secret into the keychain…")
                                   : tr("Adding the controller…"));
    refresh();
}

void AddControllerDialog::showAdded(const Result<Done> &answer)
{
    m_adding = nullptr;
    setIdle();
    refresh();
    if (answer) {
        Q_EMIT added(m_name->text().trimmed());
        return accept();
    }
    if (!m_keep->takes(answer.error()))
        showFailure(answer.error());
}

void AddControllerDialog::inputChanged()
{
    m_checked.reset();
    if (m_check) {
        JobBase *outdated = m_check;
        m_check = nullptr;
        outdated->cancel();
        m_addWanted = false;
        setIdle();
    }
    clearProblem();
    refresh();
}

void AddControllerDialog::refresh()
{
    const bool found = m_address->found().has_value();
    const bool busy = m_check || m_adding;
    m_rest->setVisible(found);
    m_rest->setEnabled(!m_adding);
    m_address->setEnabled(!m_adding);
    m_siteRow->setVisible(wantsSites());
    const auto further = furtherKind();
    labels::say(m_offer, further ? phrases::whatItUnlocks(*further) : QString());
    m_further->setVisible(further.has_value());
    m_right->setCurrentIndex(m_checked ? 1 : 0);
    m_test->setEnabled(!busy && (found ? isReadyToTest() : !m_address->isEmpty()));
    mainButton()->setEnabled(
        !busy && found && isReadyToTest() && !m_name->text().trimmed().isEmpty());
    if (!busy)
        setNote(m_checked ? tr("Nothing was changed on the controller.") : QString());
}

void AddControllerDialog::goOn()
{
    if (!m_checked && m_test->isEnabled())
        test();
    else
        Sheet::goOn();
}

void AddControllerDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_address->isSearching())
        return m_address->stop();
    if (event->key() == Qt::Key_Escape && m_check)
        return inputChanged();
    Sheet::keyPressEvent(event);
}

QString AddControllerDialog::suggestedName(
    const QUrl &url, const QString &product, const QStringList &taken)
{
    const QString host = url.host();
    const bool isAddress = !QHostAddress(host).isNull() || host == "localhost"_L1;
    const QString base = isAddress && !product.isEmpty() ? product : host.section(u'.', 0, 0);
    QString name = base;
    for (int number = 2; taken.contains(name, Qt::CaseInsensitive); ++number)
        name = u"%1 %2"_s.arg(base).arg(number);
    return name;
}
