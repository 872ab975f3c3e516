#pragma once

#include "assembly/gatehouse.h"
#include "ui/dialogs/sheet.h"

class QCheckBox;

/// A controller shows another certificate than the one that was trusted: both fingerprints, what
/// that can mean, and the way to trust the new one on purpose.
class CertificateDialog : public Sheet
{
    Q_OBJECT

public:
    /// failure: the ChangedCertificate or UntrustedCertificate that the controller's link stands
    /// at.
    CertificateDialog(Gatehouse &gatehouse, const QString &controllerId, const Failure &failure,
        QWidget *parent = nullptr);

Q_SIGNALS:
    void trusted(const QString &controllerId);

protected:
    void confirm() override;

private:
    void buildFingerprint(const QString &title, const QByteArray &sha256);

    Gatehouse &m_gatehouse;
    QString m_controllerId;
    QByteArray m_seen;
    QCheckBox *m_trust = nullptr;
};
