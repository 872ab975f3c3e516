#pragma once

#include "cli/command.h"
#include "cli/controllersession.h"

/// controller detect URL
class DetectCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void show(const DetectedController &found);
};

/// controller add NAME: finds out what answers, tests the credentials, stores.
class AddControllerCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void detected(const Result<DetectedController> &found);
    [[nodiscard]] Result<Done> describeProfile(const DetectedController &found);
    void checked(const Result<ControllerCheck> &check);

    QByteArray m_pin;
    Secret m_secret;
    NewController m_candidate;
};

/// controller credential NAME
class AddCredentialCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void checked(const Result<ControllerCheck> &check, const QString &controllerId,
        const Credential &credential);
};

/// controller list
class ListControllersCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

/// controller test NAME
class TestControllerCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void show();

    std::unique_ptr<ControllerSession> m_session;
};

/// controller remove NAME
class RemoveControllerCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};
