#pragma once

#include "clients/controllerlink.h"

#include <QHash>
#include <QWidget>

class Banner;
class Gatehouse;
class QVBoxLayout;

/// The banners above the pages: demo, a keychain that waits for its owner, actions of which nobody
/// knows what came of them, and each controller that needs a person or does not answer, with the
/// one thing to do about it.
class Attention : public QWidget
{
    Q_OBJECT

public:
    explicit Attention(Gatehouse &gatehouse, QWidget *parent = nullptr);

    /// Says that everything here is simulated.
    void showDemo();

Q_SIGNALS:
    void certificateAsked(const QString &controllerId);
    void credentialsAsked(const QString &controllerId);
    void unseenAsked();

private:
    /// What one press of the banner's button does.
    enum class Remedy { ReviewCertificate, EnterCredentials, TryAgain };

    void review(ControllerLink *link);
    void countUnseen();
    void remove(const QString &controllerId);
    void act(const QString &controllerId);
    [[nodiscard]] static Remedy remedyFor(const ControllerLink &link);
    [[nodiscard]] static QString wordFor(Remedy remedy);

    Gatehouse &m_gatehouse;
    QVBoxLayout *m_layout;
    Banner *m_keychain;
    Banner *m_unseen;
    QHash<QString, Banner *> m_banners; ///< by controller
};
