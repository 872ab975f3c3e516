#include "ui/dialogs/credentialfields.h"

#include "ui/dialogs/labels.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>

namespace {

QLineEdit *plainField(const QString &name)
{
    auto *field = new QLineEdit;
    field->setAccessibleName(name);
    return field;
}

QLineEdit *maskedField(const QString &name)
{
    QLineEdit *field = plainField(name);
    field->setEchoMode(QLineEdit::Password);
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
        | Qt::ImhNoAutoUppercase);
    return field;
}

/// One or two fields beside each other, each below its name.
QWidget *pageOf(const QList<QLineEdit *> &fields)
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(Theme::groupGap);
    grid->setVerticalSpacing(Theme::grid);
    for (int column = 0; column < int(fields.size()); ++column) {
        QLineEdit *field = fields[column];
        grid->addWidget(labels::forField(field->accessibleName(), field), 0, column);
        grid->addWidget(field, 1, column);
        grid->setColumnStretch(column, 1);
    }
    return page;
}

} // namespace

CredentialFields::CredentialFields(QWidget *parent)
    : QWidget(parent)
    , m_hint(labels::hint())
    , m_pages(new QStackedLayout)
    , m_apiKey(maskedField(tr("API key")))
    , m_clientId(plainField(tr("Client ID")))
    , m_clientSecret(maskedField(tr("Client secret")))
    , m_userName(plainField(tr("User name")))
    , m_password(maskedField(tr("Password")))
{
    m_pages->addWidget(pageOf({m_apiKey}));
    m_pages->addWidget(pageOf({m_clientId, m_clientSecret}));
    m_pages->addWidget(pageOf({m_userName, m_password}));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::gap);
    column->addLayout(m_pages);
    column->addWidget(m_hint);
    for (QLineEdit *field : {m_apiKey, m_clientId, m_clientSecret, m_userName, m_password})
        connect(field, &QLineEdit::textChanged, this, &CredentialFields::changed);
    setKind(m_kind);
}

void CredentialFields::setKind(CredentialKind kind)
{
    m_kind = kind;
    m_pages->setCurrentIndex(kind == CredentialKind::ApiKey ? 0
            : kind == CredentialKind::OpenApiApplication    ? 1
                                                            : 2);
    m_hint->setText(whereToMakeIt(kind));
    Q_EMIT changed();
}

void CredentialFields::setAccount(const QString &account)
{
    if (QLineEdit *field = accountField(m_kind))
        field->setText(account);
}

QLineEdit *CredentialFields::accountField(CredentialKind kind) const
{
    switch (kind) {
    case CredentialKind::ApiKey:
        return nullptr;
    case CredentialKind::OpenApiApplication:
        return m_clientId;
    case CredentialKind::LocalAccount:
    case CredentialKind::HotspotOperator:
    case CredentialKind::ControllerAccount:
        return m_userName;
    }
    Q_UNREACHABLE();
}

QLineEdit *CredentialFields::secretField(CredentialKind kind) const
{
    switch (kind) {
    case CredentialKind::ApiKey:
        return m_apiKey;
    case CredentialKind::OpenApiApplication:
        return m_clientSecret;
    case CredentialKind::LocalAccount:
    case CredentialKind::HotspotOperator:
    case CredentialKind::ControllerAccount:
        return m_password;
    }
    Q_UNREACHABLE();
}

Credential CredentialFields::credentialOf(CredentialKind kind) const
{
    const QLineEdit *account = accountField(kind);
    // A password may begin or end with a blank on purpose; a key or client secret never does.
    const QLineEdit *field = secretField(kind);
    const QString secret = field == m_password ? field->text() : field->text().trimmed();
    return {kind, account ? account->text().trimmed() : QString(), Secret(secret)};
}

bool CredentialFields::isComplete(CredentialKind kind) const
{
    const Credential typed = credentialOf(kind);
    return !typed.secret.isEmpty() && (!accountField(kind) || !typed.account.isEmpty());
}

void CredentialFields::focusFirstEmpty()
{
    QLineEdit *account = accountField(m_kind);
    (account && account->text().isEmpty() ? account : secretField(m_kind))->setFocus();
}

QString CredentialFields::whereToMakeIt(CredentialKind kind)
{
    switch (kind) {
    case CredentialKind::ApiKey:
        return tr("Make a key in UniFi Network under Settings, Control Plane, Integrations. It is "
                  "shown once and may do "
                  "what the admin who makes it may do.");
    case CredentialKind::LocalAccount:
        return tr("Use a local admin account of the console itself, not a ui.com account, without "
                  "a second factor.");
    case CredentialKind::OpenApiApplication:
        return tr("Make an application in Omada's global view under Settings, Platform "
                  "Integration, Open API: mode "
                  "“Client”, a role that may manage clients, and the sites it is for.");
    case CredentialKind::HotspotOperator:
        return tr("Use an operator from the site's settings under Hotspot, Operators.");
    case CredentialKind::ControllerAccount:
        return tr("Use the name and password with which you sign in to the controller.");
    }
    Q_UNREACHABLE();
}
