#pragma once

#include "assembly/captureportal.h"
#include "assembly/credentialcache.h"
#include "assembly/gatehouse.h"
#include "assembly/historyreading.h"
#include "assembly/historyupkeep.h"
#include "assembly/sessionmemory.h"
#include "assembly/settlingwatch.h"
#include "clients/putoffcancels.h"
#include "phrases/phrases.h"

#include <QTimer>

/// What a Gatehouse is made of.
class Gatehouse::Parts
{
public:
    explicit Parts(Ports given)
        : ports(std::move(given))
        , secrets(*ports.vault, *ports.profiles)
        , directory(*ports.clock)
        , actions(
              directory, *ports.audit, *ports.clock,
              [](const ActionReport &report) { return phrases::text(report); },
              [](const ActionReport &report) { return phrases::shortText(report); }, ports.patience)
        , settler(
              *ports.audit, *ports.clock,
              [](const ActionReport &report) { return phrases::text(report); }, ports.patience)
        , detection(*ports.channels, *ports.certificates)
        , historyWork(ports.openHistory)
        , historyReading(ports.openHistory, *ports.audit)
        , historyUpkeep(historyWork)
        , putOff(directory, *ports.audit, *ports.clock,
              [this](const ActionRequest &request) { return cancelPutOff(request); })
    {
        actions.setCancelReason(&phrases::reasonToMakeRoom);
        QObject::connect(&actions, &ActionRunner::finished, &putOff, &PutOffCancels::note);
        QObject::connect(
            &actions, &ActionRunner::finished, &historyUpkeep, &HistoryUpkeep::noteRecord);
    }

    bool cancelPutOff(const ActionRequest &request)
    {
        for (const auto &link : links)
            if (link->profile().id == request.client.key.controllerId)
                return actions.run(request, *link);
        return false;
    }

    Ports ports;
    CredentialCache secrets;
    ClientDirectory directory;
    ActionRunner actions;
    Settler settler;
    ControllerDetection detection;
    HistoryWork historyWork;
    HistoryReading historyReading;
    HistoryUpkeep historyUpkeep;
    std::vector<std::unique_ptr<ControllerLink>> links;
    QTimer daily; ///< for what is to be done once a day
    bool isHistoryOpen = false;
    bool live = false; ///< whether controllers are to be connected at all
    std::unique_ptr<SessionMemory> lastSession; ///< asks links and directory
    std::unique_ptr<SettlingWatch> settling; ///< asks the links
    std::unique_ptr<CapturePortal> portal; ///< asks all of the above
    PutOffCancels putOff;
};
