#pragma once

#include "clients/actionrun.h"
#include "clients/fakes.h"

#include <QSignalSpy>
#include <QTest>

/// What tests of action runs stand on: a clock, a driver and an audit that do as they are told.
class ActionRunBench : public QObject
{
protected:
    void layOut()
    {
        m_clock = std::make_unique<ManualClock>();
        m_driver = std::make_unique<FakeDriver>();
        m_audit = std::make_unique<FakeAudit>();
        m_audit->log = &m_driver->log;
        m_redirect.reset();
    }

    /// A controller that lists nobody and lets in whose redirect it is shown.
    void usePortal()
    {
        m_driver->able = capabilitiesOf(
            {Capability::AuthorizeCapturedRedirect, Capability::LimitDuration}, {});
        m_redirect = CapturedRedirect();
        m_redirect->client = clientOf(1).key.mac;
        m_redirect->accessPoint = MacAddress(0xaa);
        m_redirect->ssid = QStringLiteral("Guests");
    }

    WifiClient authorized(int minutes, std::optional<int> downKbps = {}) const
    {
        WifiClient client = clientOf(1, ClientState::Authorized);
        client.key.controllerId.clear(); // a driver does not know it
        const QDateTime since = m_clock->now().addMSecs(m_driver->offset.count());
        client.authorization = Authorization();
        client.authorization->since = since.addSecs(1);
        client.authorization->until = since.addSecs(minutes * 60 + 1);
        client.authorization->downKbps = downKbps;
        return client;
    }

    ActionRun *make(AuditAction action, const Limits &limits = {},
        const ReadBackPatience &patience
        = {{std::chrono::milliseconds(1)}, std::chrono::milliseconds(20), std::chrono::seconds(120),
            4, std::chrono::milliseconds(1)},
        bool anew = false)
    {
        ActionRequest request;
        request.action = action;
        request.client = clientOf(1);
        request.limits = limits;
        request.redirect = m_redirect;
        request.anew = anew;
        auto *wish = new ActionRun(request, *m_driver, *m_audit, *m_clock, patience,
            [](const ActionReport &) { return QStringLiteral("a sentence"); });
        m_stages.clear();
        connect(wish, &ActionRun::stageChanged, this,
            [this](ActionRun::Stage stage) { m_stages += stage; });
        return wish;
    }

    ActionReport run(AuditAction action, const Limits &limits = {})
    {
        ActionRun *wish = make(action, limits);
        QSignalSpy finished(wish, &ActionRun::finished);
        wish->start();
        if (finished.isEmpty() && !finished.wait())
            return {};
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return finished.size() == 1 ? finished.first().first().value<ActionReport>()
                                    : ActionReport();
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeDriver> m_driver;
    std::unique_ptr<FakeAudit> m_audit;
    std::optional<CapturedRedirect> m_redirect;
    QList<ActionRun::Stage> m_stages;
};
