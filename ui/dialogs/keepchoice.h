#pragma once

#include "core/failure.h"

#include <QWidget>

class TextLabel;
class QRadioButton;

/// Where a secret is kept. Not seen until a keychain fails, or there is none that outlives the
/// program: then it says so and offers to keep the secret for this session.
class KeepChoice : public QWidget
{
    Q_OBJECT

public:
    explicit KeepChoice(bool vaultIsPersistent, QWidget *parent = nullptr);

    /// True for the failures of a keychain, which this then shows.
    bool takes(const Failure &failure);

    /// Whether the secret goes to the vault.
    [[nodiscard]] bool isRemembered() const;

private:
    TextLabel *m_why = nullptr;
    QRadioButton *m_keychain = nullptr;
    QRadioButton *m_session = nullptr;
};
