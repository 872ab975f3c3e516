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

/// Whether a generation is signed in to with a credential of this kind.
bool takes(Generation generation, CredentialKind kind)
{
    switch (generation) {
    case Generation::Eap2:
    case Generation::Omada3:
        return kind == CredentialKind::ControllerAccount;
    case Generation::Omada4:
    case Generation::Omada5:
        return kind == CredentialKind::HotspotOperator;
    case Generation::OmadaOpenApi:
        return kind == CredentialKind::OpenApiApplication;
    case Generation::UnifiIntegration:
        return kind == CredentialKind::ApiKey;
    case Generation::UnifiClassic:
        return kind == CredentialKind::LocalAccount;
    }
    Q_UNREACHABLE();
}

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
    connect(m_credential, &CredentialFields::changed, this, &AddControllerDialog::inputChanged);
    connect(m_name, &QLineEdit::textChanged, this, &AddControllerDialog::refresh);
    connect(m_test, &QPushButton::clicked, this, &AddControllerDialog::test);
    refresh();
    m_address->setFocus();
}

AddControllerDialog::~AddControllerDialog()
{
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
    rest->addLayout(credential);
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
    return trusted && m_credential->isComplete();
}

Generation AddControllerDialog::generationFor(CredentialKind kind) const
{
    const QList<Generation> &spoken = m_address->found()->generations;
    const auto fitting
        = std::ranges::find_if(spoken, [kind](Generation each) { return takes(each, kind); });
    return fitting == spoken.end() ? spoken.first() : *fitting;
}

NewController AddControllerDialog::candidate() const
{
    const DetectedController &found = *m_address->found();
    NewController result;
    result.profile.name = m_name->text().trimmed();
    result.profile.url = found.url;
    result.profile.generation = generationFor(m_credential->kind());
    if (!found.peer.trusted)
        result.profile.pinnedSha256 = found.peer.sha256;
    result.profile.vendorControllerId = found.vendorControllerId;
    result.profile.product = m_checked ? m_checked->identity.product : found.product;
    result.profile.version = m_checked ? m_checked->identity.version : found.version;
    result.credentials = {m_credential->credential()};
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
