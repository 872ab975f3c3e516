#pragma once

#include "sim/controllersimulator.h"
#include "sim/omadahotspot.h"
#include "sim/omadaopenapi.h"

/// An Omada controller from 4.1.5 to 6.x: the operator's private API and, from 5.12 on, the Open
/// API beside it, over the same world.
class OmadaSimulator final : public ControllerSimulator
{
public:
    OmadaSimulator(SimWorld &world, const OmadaOptions &options);

    [[nodiscard]] SimReply answer(const SimRequest &request) override;
    [[nodiscard]] QJsonObject credentials() const override;
    [[nodiscard]] QJsonArray sites() const override;
    [[nodiscard]] QString macSpelling(quint64 mac) const override;
    [[nodiscard]] QString commonName() const override;
    [[nodiscard]] QList<QUrl> redirects(const QUrl &portal) const override;
    [[nodiscard]] SimReply signInPage() const override;
    [[nodiscard]] SimReply tooManyRequests() const override;

private:
    [[nodiscard]] std::optional<SimReply> answerPrivate(
        const SimRequest &request, const QStringList &parts);
    [[nodiscard]] SimReply outside(const SimRequest &request) const;
    [[nodiscard]] SimReply info() const;
    [[nodiscard]] QUrl redirect(const QUrl &portal, const SimClient &client) const;

    SimWorld &m_world;
    OmadaVersion m_version;
    OmadaEnvelope m_envelope;
    OmadaRows m_rows;
    OmadaOpenApi m_openApi;
    OmadaHotspot m_hotspot;
};
