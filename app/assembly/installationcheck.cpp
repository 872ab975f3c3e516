#include "assembly/installationcheck.h"

#include "net/namchannelfactory.h"
#include "sim/loopbackserver.h"
#include "store/profiledirectory.h"
#include "store/sqliteauditlog.h"
#include "vault/keychainvault.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace {

const QString marker = u"installation check"_s;

/// Writes one record and finds it by its text, which takes the full-text index.
Result<qint64> writeAndFind(AuditLog &audit)
{
    AuditIntent intent;
    intent.time = QDateTime::currentDateTimeUtc();
    intent.client = {u"check"_s, u"site"_s, MacAddress(0x0200'0000'0001)};
    intent.reason = marker;
    const auto record = audit.begin(intent);
    if (!record)
        return fail(record.error());
    HistoryFilter filter;
    filter.text = marker;
    const auto found = audit.list(filter);
    if (!found)
        return fail(found.error());
    return qint64(found->size());
}

SimReply greet(const SimRequest &)
{
    return jsonReply(200, QJsonObject{{u"ok"_s, true}});
}

} // namespace

QString CheckLine::toString() const
{
    return (ok ? u"ok "_s : u"FAIL "_s) + text;
}

InstallationCheck::InstallationCheck(Scope scope, QObject *parent)
    : QObject(parent)
    , m_scope(std::move(scope))
    , m_channels(std::make_unique<NamChannelFactory>())
{
}

InstallationCheck::~InstallationCheck() = default;

void InstallationCheck::start()
{
    m_steps = {[this] { Q_EMIT finished(); }};
    if (m_scope.keychain)
        m_steps.push_back([this] { checkKeychain(); });
    if (!m_scope.url.isEmpty())
        m_steps.push_back([this] { checkOtherServer(); });
    m_steps.push_back([this] { checkEmbeddedServer(); });
    checkSqlite();
    checkProfile();
    checkTls();
    next();
}

void InstallationCheck::next()
{
    const auto step = m_steps.back();
    m_steps.pop_back();
    step();
}

void InstallationCheck::report(bool ok, const QString &text)
{
    Q_EMIT checked({ok, text});
}

void InstallationCheck::checkSqlite()
{
    const QTemporaryDir folder;
    auto audit = SqliteAuditLog::open(folder.filePath(u"check.db"_s));
    if (!audit)
        return report(false, u"sqlite: "_s + audit.error().detail);
    const auto found = writeAndFind(**audit);
    if (!found)
        return report(false, u"sqlite: "_s + found.error().detail);
    report(*found == 1, u"sqlite with full-text search"_s);
}

void InstallationCheck::checkProfile()
{
    const QString folder
        = (m_scope.profileFolder.isEmpty() ? ProfileDirectory::standard()
                                           : ProfileDirectory::at(m_scope.profileFolder))
              .path();
    QTemporaryFile file(QDir(folder).filePath(u"check"_s));
    const bool written
        = QDir().mkpath(folder) && file.open() && file.write("check") == 5 && file.flush();
    report(written, u"profile can be written: "_s + QDir::toNativeSeparators(folder));
}

void InstallationCheck::checkTls()
{
    report(QSslSocket::supportsSsl(),
        u"tls backend %1, %2"_s.arg(
            QSslSocket::activeBackend(), QSslSocket::sslLibraryVersionString()));
}

void InstallationCheck::checkEmbeddedServer()
{
    m_server = std::make_unique<LoopbackServer>(makeSelfSigned(u"check"_s), greet);
    if (!m_server->listen(0)) {
        report(false, u"https server on loopback: "_s + m_server->errorString());
        return next();
    }
    m_steps.push_back([this] {
        expectAnswer(m_server->url(), m_server->certificateSha256(), u"https pinned accepted"_s);
    });
    expectRefusal(m_server->url(), u"https untrusted refused"_s);
}

void InstallationCheck::checkOtherServer()
{
    const QSslCertificate certificate(m_scope.certificate, QSsl::Pem);
    if (certificate.isNull()) {
        report(false,
            u"https to %1: the certificate file is no PEM certificate"_s.arg(
                m_scope.url.toDisplayString()));
        return next();
    }
    const QByteArray pin = certificate.digest(QCryptographicHash::Sha256);
    m_steps.push_back([this, pin] {
        expectAnswer(
            m_scope.url, pin, u"https pinned accepted: "_s + m_scope.url.toDisplayString());
    });
    expectRefusal(m_scope.url, u"https untrusted refused: "_s + m_scope.url.toDisplayString());
}

void InstallationCheck::expectRefusal(const QUrl &url, const QString &what)
{
    get(url, {}, [this, what](const Result<HttpReply> &answer) {
        if (answer)
            report(false, what + u": it was accepted"_s);
        else
            report(answer.error().kind == Failure::Kind::UntrustedCertificate,
                answer.error().kind == Failure::Kind::UntrustedCertificate
                    ? what
                    : what + u": "_s + answer.error().detail);
        next();
    });
}

void InstallationCheck::expectAnswer(const QUrl &url, const QByteArray &sha256, const QString &what)
{
    get(url, sha256, [this, what](const Result<HttpReply> &answer) {
        report(answer.has_value(), answer ? what : what + u": "_s + answer.error().detail);
        next();
    });
}

void InstallationCheck::get(const QUrl &url, const QByteArray &sha256,
    const std::function<void(const Result<HttpReply> &)> &judge)
{
    HttpChannel *channel = m_channels->open(url, sha256, this);
    HttpRequest request;
    request.path = u"/"_s;
    channel->send(request)->then(this, judge);
}

void InstallationCheck::checkKeychain()
{
    m_vault = std::make_unique<KeychainVault>();
    const QString id = u"check-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Credentials secrets{{CredentialKind::ApiKey, {}, Secret(marker)}};
    const auto end = [this, id](bool ok, const QString &text) {
        m_vault->remove(id)->then(this, [this, ok, text](const Result<Done> &removed) {
            report(ok && removed, removed ? text : u"keychain remove: "_s + removed.error().detail);
            next();
        });
    };
    m_vault->write(id, secrets)->then(this, [this, id, secrets, end](const Result<Done> &written) {
        if (!written) {
            report(false, u"keychain write: "_s + written.error().detail);
            return next();
        }
        m_vault->read(id)->then(this, [secrets, end](const Result<Credentials> &read) {
            end(read && *read == secrets,
                read ? u"keychain write, read and remove"_s
                     : u"keychain read: "_s + read.error().detail);
        });
    });
}
