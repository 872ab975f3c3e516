#pragma once

#include "core/http.h"
#include "core/vault.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

class LoopbackServer;

/// One thing that was checked, in English as packaging scripts read it.
struct CheckLine
{
    bool ok = false;
    QString text; ///< what, and with a failure why

    [[nodiscard]] QString toString() const;
};

/// Whether this installation has what Gatehouse needs: SQLite with its text index, TLS that refuses
/// and accepts as it should, a profile that can be written, a keychain. Leaves nothing behind.
class InstallationCheck : public QObject
{
    Q_OBJECT

public:
    struct Scope
    {
        QString profileFolder; ///< empty: the standard one
        QUrl url; ///< an https server to try besides the embedded one; may be empty
        QByteArray certificate; ///< PEM of what it shows
        bool keychain = false; ///< a locked one asks the person
    };

    explicit InstallationCheck(Scope scope, QObject *parent = nullptr);
    ~InstallationCheck() override;

    /// checked() for each thing in turn, then finished().
    void start();

Q_SIGNALS:
    void checked(const CheckLine &line);
    void finished();

private:
    void checkSqlite();
    void checkProfile();
    void checkTls();
    void checkEmbeddedServer();
    void checkOtherServer();
    void checkKeychain();
    void next();
    void report(bool ok, const QString &text);
    void expectRefusal(const QUrl &url, const QString &what);
    void expectAnswer(const QUrl &url, const QByteArray &sha256, const QString &what);
    void get(const QUrl &url, const QByteArray &sha256,
        const std::function<void(const Result<HttpReply> &)> &judge);

    Scope m_scope;
    std::vector<std::function<void()>> m_steps; ///< the last one is next
    std::unique_ptr<ChannelFactory> m_channels;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<CredentialVault> m_vault;
};
