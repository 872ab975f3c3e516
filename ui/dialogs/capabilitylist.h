#pragma once

#include "assembly/gatehouse.h"

#include <QWidget>

class QGridLayout;
class QLabel;

/// What the test of a controller showed: who answered, its sites, and each thing that Gatehouse can
/// or cannot do with these credentials, with the credential that would unlock it.
class CapabilityList : public QWidget
{
    Q_OBJECT

public:
    explicit CapabilityList(QWidget *parent = nullptr);

    void show(const ControllerCheck &check);

private:
    void addRow(Capability capability, const Capabilities &capabilities);

    QLabel *m_identity = nullptr;
    QLabel *m_sites = nullptr;
    QLabel *m_cues = nullptr;
    QGridLayout *m_rows = nullptr;
    std::optional<CredentialKind> m_usual; ///< by which most is done, and which so goes unsaid
};
