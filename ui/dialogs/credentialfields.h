#pragma once

#include "core/credential.h"

#include <QWidget>

class QLabel;
class QLineEdit;

/// The fields of one credential, and a sentence that says where to make it. Secrets are masked, and
/// blanks and line breaks around a pasted one are left out.
class CredentialFields : public QWidget
{
    Q_OBJECT

public:
    explicit CredentialFields(QWidget *parent = nullptr);

    /// Shows the fields of this kind. What was typed for another kind is kept for when it is chosen
    /// again.
    void setKind(CredentialKind kind);
    [[nodiscard]] CredentialKind kind() const { return m_kind; }

    void setAccount(const QString &account);

    [[nodiscard]] Credential credential() const { return credentialOf(m_kind); }
    [[nodiscard]] bool isComplete() const { return isComplete(m_kind); }

    /// The same for what was typed while another kind was chosen.
    [[nodiscard]] Credential credentialOf(CredentialKind kind) const;
    [[nodiscard]] bool isComplete(CredentialKind kind) const;

    /// Puts the focus into the first field that is still empty.
    void focusFirstEmpty();

    /// Where this kind of credential is made, in one or two sentences.
    [[nodiscard]] static QString whereToMakeIt(CredentialKind kind);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QLineEdit *accountField(CredentialKind kind) const; ///< null: it has none
    [[nodiscard]] QLineEdit *secretField(CredentialKind kind) const;

    CredentialKind m_kind = CredentialKind::ApiKey;
    QLabel *m_hint = nullptr;
    class QStackedLayout *m_pages = nullptr;
    QLineEdit *m_apiKey = nullptr;
    QLineEdit *m_clientId = nullptr;
    QLineEdit *m_clientSecret = nullptr;
    QLineEdit *m_userName = nullptr;
    QLineEdit *m_password = nullptr;
};
