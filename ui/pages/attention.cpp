#include "ui/pages/attention.h"

#include "assembly/gatehouse.h"
#include "phrases/phrases.h"
#include "ui/widgets/banner.h"

#include <QVBoxLayout>

Attention::Attention(Gatehouse &gatehouse, QWidget *parent)
    : QWidget(parent)
    , m_gatehouse(gatehouse)
    , m_layout(new QVBoxLayout(this))
    , m_keychain(new Banner(Banner::Kind::Info,
          tr("Waiting for your keychain. Unlock it in the window that your system shows.")))
    , m_unseen(new Banner(Banner::Kind::Warning))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_keychain);
    m_layout->addWidget(m_unseen);
    m_keychain->hide();
    m_unseen->hide();
    m_unseen->setAction(tr("Show in history"));
    connect(m_unseen, &Banner::actionTriggered, this, &Attention::unseenAsked);
    connect(&gatehouse, &Gatehouse::attentionChanged, this, &Attention::countUnseen);
    connect(
        &gatehouse.vault(), &CredentialVault::waitingForPerson, m_keychain, &QWidget::setVisible);
    for (ControllerLink *link : gatehouse.links())
        review(link);
    connect(&gatehouse, &Gatehouse::linkAdded, this, &Attention::review);
    connect(&gatehouse, &Gatehouse::linkChanged, this, &Attention::review);
    connect(&gatehouse, &Gatehouse::linkRemoved, this, &Attention::remove);
    countUnseen();
}

void Attention::showDemo()
{
    m_layout->insertWidget(0,
        new Banner(Banner::Kind::Info,
            tr("Demo: the controllers and guests are simulated, and nothing is kept.")));
}

void Attention::countUnseen()
{
    const int count = int(m_gatehouse.unseen().size());
    m_unseen->setVisible(count > 0);
    m_unseen->setText(tr("Gatehouse ended before it knew what came of %n action(s), and the "
                         "controller does not tell. Look at them, and say that you saw them.",
        nullptr, count));
}

void Attention::review(ControllerLink *link)
{
    const QString id = link->profile().id;
    switch (link->state()) {
    case ControllerLink::State::Connected:
    case ControllerLink::State::Refreshing:
        return remove(id);
    case ControllerLink::State::Idle:
    case ControllerLink::State::Connecting:
        return; // what was said before an attempt holds until that has ended
    case ControllerLink::State::NeedsAttention:
    case ControllerLink::State::Offline:
        break;
    }
    Banner *banner = m_banners.value(id);
    if (!banner) {
        banner = new Banner(Banner::Kind::Warning);
        m_banners.insert(id, banner);
        m_layout->addWidget(banner);
        connect(banner, &Banner::actionTriggered, this, [this, id] { act(id); });
    }
    QString text = tr("%1: %2", "controller, how it stands")
                       .arg(link->profile().name, phrases::text(*link, m_gatehouse.clock().now()));
    if (link->state() == ControllerLink::State::Offline)
        text = tr("%1 %2", "two sentences")
                   .arg(text,
                       tr("Guests who are in stay in; nobody new can be let in until it answers."));
    banner->setText(text);
    banner->setAction(wordFor(remedyFor(*link)));
}

void Attention::remove(const QString &controllerId)
{
    if (Banner *banner = m_banners.take(controllerId)) {
        banner->hide();
        banner->deleteLater();
    }
}

void Attention::act(const QString &controllerId)
{
    const ControllerLink *link = m_gatehouse.link(controllerId);
    if (!link)
        return;
    switch (remedyFor(*link)) {
    case Remedy::ReviewCertificate:
        return Q_EMIT certificateAsked(controllerId);
    case Remedy::EnterCredentials:
        return Q_EMIT credentialsAsked(controllerId);
    case Remedy::TryAgain:
        return m_gatehouse.reconnect(controllerId);
    }
}

Attention::Remedy Attention::remedyFor(const ControllerLink &link)
{
    using Kind = Failure::Kind;
    if (!link.failure())
        return Remedy::TryAgain;
    switch (link.failure()->kind) {
    case Kind::UntrustedCertificate:
    case Kind::ChangedCertificate:
        return Remedy::ReviewCertificate;
    case Kind::CredentialMissing:
    case Kind::SignInRefused:
    case Kind::SecondFactorNeeded:
    case Kind::NotPermitted:
    case Kind::KeychainMissing:
    case Kind::KeychainRefused:
        return Remedy::EnterCredentials;
    case Kind::Cancelled:
    case Kind::InvalidInput:
    case Kind::HostNotFound:
    case Kind::Unreachable:
    case Kind::NotTls:
    case Kind::NotAController:
    case Kind::NoAnswer:
    case Kind::Busy:
    case Kind::RateLimited:
    case Kind::LockedOut:
    case Kind::SessionExpired:
    case Kind::NotFound:
    case Kind::NotGuest:
    case Kind::NotWaiting:
    case Kind::RedirectNeeded:
    case Kind::Refused:
    case Kind::UnreadableReply:
    case Kind::NotSupported:
    case Kind::KeychainLocked:
    case Kind::StorageFailed:
    case Kind::StorageNewer:
        return Remedy::TryAgain;
    }
    Q_UNREACHABLE();
}

QString Attention::wordFor(Remedy remedy)
{
    switch (remedy) {
    case Remedy::ReviewCertificate:
        return tr("Review certificate…");
    case Remedy::EnterCredentials:
        return tr("Enter credentials…");
    case Remedy::TryAgain:
        return tr("Try again");
    }
    Q_UNREACHABLE();
}
