#pragma once

#include "drivers/jobanswer.h"
#include "drivers/unificlassicdriver.h"
#include "net/tlsloopback.h"

#include <QMap>

/// A scripted UniFi console that says what the transcripts say, and the driver that asks it.
class ClassicConsole
{
public:
    /// root: the transcript by which it shows what kind of controller it is.
    explicit ClassicConsole(const QString &root = QStringLiteral("root-unifi-os"));

    /// What a transcript of unifi-classic/ answers.
    [[nodiscard]] static TlsLoopback::Answer written(const QString &name);

    /// What to answer to a request line without its HTTP version: one transcript after the other;
    /// the last one stays.
    void answer(const QByteArray &line, const QStringList &names);
    void answerRaw(const QByteArray &line, const QList<TlsLoopback::Answer> &answers);

    /// What came with this request line.
    [[nodiscard]] QList<TlsLoopback::Seen> asked(const QByteArray &line) const;

    [[nodiscard]] ControllerDriver &driver() { return *m_driver; }
    [[nodiscard]] Result<ClientSnapshot> list(const QString &site = QStringLiteral("default"));
    [[nodiscard]] Result<ActionAnswer> authorize(const Limits &limits = {480});
    [[nodiscard]] Result<ActionAnswer> cancel();

private:
    [[nodiscard]] TlsLoopback::Answer next(const QByteArray &line);

    TestCertificate m_certificate = selfSigned();
    TlsLoopback m_server{m_certificate};
    QMap<QByteArray, QList<TlsLoopback::Answer>> m_answers;
    std::unique_ptr<UnifiClassicDriver> m_driver;
};
