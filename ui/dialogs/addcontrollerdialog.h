#pragma once

#include "assembly/gatehouse.h"
#include "ui/dialogs/sheet.h"

class AddressSection;
class CapabilityList;
class CertificateQuestion;
class CredentialFields;
class KeepChoice;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedLayout;

/// The connection doctor: finds a controller, asks about its certificate, takes the credential it
/// needs, tests what can be done with it without changing anything, and adds it. One page; what has
/// been typed stays through every failure. Enter does the next step.
class AddControllerDialog : public Sheet
{
    Q_OBJECT

public:
    explicit AddControllerDialog(Gatehouse &gatehouse, QWidget *parent = nullptr);
    ~AddControllerDialog() override;

    /// A name for a new controller: its host's first label, or the product where the host is an
    /// address; numbered when taken.
    [[nodiscard]] static QString suggestedName(
        const QUrl &url, const QString &product, const QStringList &taken);

Q_SIGNALS:
    void added(const QString &name);

protected:
    void confirm() override;
    void goOn() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildLeft(QLayout *into);
    void buildRight(QLayout *into);
    void showFound();
    void test();
    void add();
    void showCheck(const Result<ControllerCheck> &answer);
    void showAdded(const Result<Done> &answer);
    void inputChanged();
    void refresh();
    [[nodiscard]] bool isReadyToTest() const;
    [[nodiscard]] NewController candidate() const;
    void typeFurther();
    [[nodiscard]] bool wantsSites() const;
    [[nodiscard]] QStringList siteNames() const;
    [[nodiscard]] Credentials typedCredentials() const;
    [[nodiscard]] std::optional<CredentialKind> furtherKind() const;

    Gatehouse &m_gatehouse;
    AddressSection *m_address = nullptr;
    QWidget *m_rest = nullptr; ///< everything that needs an address first
    CertificateQuestion *m_certificate = nullptr;
    QComboBox *m_kinds = nullptr;
    CredentialFields *m_credential = nullptr;
    QLabel *m_offer = nullptr; ///< which further credential would unlock more
    QPushButton *m_further = nullptr;
    QWidget *m_siteRow = nullptr;
    QLineEdit *m_sites = nullptr; ///< where the protocol cannot list them
    QLineEdit *m_name = nullptr;
    KeepChoice *m_keep = nullptr;
    CapabilityList *m_capabilities = nullptr;
    QStackedLayout *m_right = nullptr;
    QPushButton *m_test = nullptr;
    QPointer<Job<ControllerCheck>> m_check;
    QPointer<Job<Done>> m_adding;
    std::optional<ControllerCheck> m_checked; ///< of what is typed now
    bool m_testWanted = false; ///< the test goes on once the address has been found
    bool m_addWanted = false; ///< the controller is added once the test has passed
};
