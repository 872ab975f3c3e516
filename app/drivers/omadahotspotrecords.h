#pragma once

#include "drivers/omadahotspotsession.h"
#include "wire/omadarecords.h"

/// What was read of a site's history of authorizations.
struct HotspotRecords
{
    QList<wire::AuthedRecord> records; ///< each once
    bool complete = true; ///< false: the list changed while its pages were read
};

/// Reads the part of a site's history that holds live authorizations, of one device or of all: it
/// comes with the latest end first, so the first page without a live one is the last that is read.
/// Never null; parent owns the job.
[[nodiscard]] Job<HotspotRecords> *readHotspotRecords(OmadaHotspotSession &session,
    const QString &siteKey, std::optional<MacAddress> mac, QObject *parent);

/// Those of one device that let it in at now (the controller's clock).
[[nodiscard]] QList<wire::AuthedRecord> liveRecordsOf(
    const HotspotRecords &history, MacAddress mac, const QDateTime &now);

/// The controller's clock.
[[nodiscard]] QDateTime controllerNow(const OmadaHotspotSession &session);
