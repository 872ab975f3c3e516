#pragma once

#include "core/http.h"

#include <QWidget>

class QCheckBox;
class QLabel;

/// Shows a certificate that the system does not trust and asks whether to trust it.
class CertificateQuestion : public QWidget
{
    Q_OBJECT

public:
    explicit CertificateQuestion(QWidget *parent = nullptr);

    /// The answer starts as no, also when another certificate is shown than before.
    void ask(const TlsPeer &peer, const QDateTime &now);

    [[nodiscard]] bool isTrusted() const;
    void focusAnswer();

    /// "AB CD EF …": 32 bytes as two lines of four groups that a person can compare.
    [[nodiscard]] static QString inGroups(const QByteArray &sha256);

Q_SIGNALS:
    void answered();

private:
    QByteArray m_shown;
    QLabel *m_fingerprint = nullptr;
    QLabel *m_about = nullptr;
    QCheckBox *m_trust = nullptr;
};
