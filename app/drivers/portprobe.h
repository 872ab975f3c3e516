#pragma once

#include "drivers/controllerdetection.h"
#include "wire/eap2/presence.h"

/// Finds out what answers at one base URL: reads the certificate, pins it, and asks what each
/// product tells to strangers. Child of the job it settles.
class PortProbe final : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] static Job<DetectedController> *probe(const QUrl &url, ChannelFactory &channels,
        CertificateReader &certificates, QObject *parent);

private:
    using Handler = std::function<void(const HttpReply &)>;

    PortProbe(const QUrl &url, ChannelFactory &channels, Job<DetectedController> *job);

    void certificateSeen(const TlsPeer &peer);
    void askOmada();
    void askUnifi();
    void askSelfHosted();
    void ask(HttpRequest request, Handler handler);
    void askFrontPage();
    void askVersion();
    void foundOmada(const QString &omadacId, const QString &version);
    void foundIntegration();
    void foundClassic(const QString &version);
    void foundEap(wire::eap2::Product product);
    void foundNothing();
    void found(
        const QString &product, const QString &version, const QList<Generation> &generations);
    void settle(Result<DetectedController> answer);

    ChannelFactory &m_channels;
    Job<DetectedController> *m_job;
    HttpChannel *m_channel = nullptr;
    bool m_answersAnything = false; ///< the same page wherever one asks
    DetectedController m_found;
};
