#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

/// What one call of gatehouse-cli answered.
struct CliAnswer
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QJsonArray array() const;
    [[nodiscard]] QString errorCode() const;
};

/// A running gatehouse-simulator; ends with the object.
class SimulatorProcess
{
public:
    explicit SimulatorProcess(const QStringList &arguments);
    ~SimulatorProcess();

    [[nodiscard]] bool isReady() const { return !m_ready.isEmpty(); }
    [[nodiscard]] QString url() const;
    [[nodiscard]] QString pin() const;
    [[nodiscard]] QString credential(const QString &key) const;
    [[nodiscard]] QString waiting(int index) const;
    [[nodiscard]] const QJsonObject &ready() const { return m_ready; }

private:
    QProcess m_process;
    QJsonObject m_ready;
};

/// gatehouse-cli with a profile of its own, no keychain, and the secret in an environment variable.
class Cli
{
public:
    Cli();

    CliAnswer run(const QStringList &arguments, const QByteArray &input = {});

    /// Starts it, for calls that go on until they are interrupted.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const;

    /// Adds the simulator's controller as `name`, without a keychain.
    CliAnswer add(const QString &name, const SimulatorProcess &simulator);
    /// The same by what the simulator said when it was ready.
    CliAnswer add(const QString &name, const QJsonObject &ready);

    void setSecret(const QString &secret);
    [[nodiscard]] QString profile() const { return m_profile; }
    void setProfile(const QString &path) { m_profile = path; }
    [[nodiscard]] QProcessEnvironment &environment() { return m_environment; }
    [[nodiscard]] QString home() const { return m_home.path(); }

private:
    QTemporaryDir m_home;
    QString m_profile;
    QProcessEnvironment m_environment;
};
